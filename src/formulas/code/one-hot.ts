import type { Formula } from '../tree.ts';
import { type Given, isWord, type Word } from './arguments.ts';
import type { CodeCursor } from './cursor.ts';
import type { Scope } from './scope.ts';

/** Which way the classes run in what a function makes of labels. */
const makers: Readonly<Record<string, 'rows' | 'columns'>> = {
  ind2vec: 'rows',
  one_hot: 'columns',
  to_categorical: 'columns',
};

/** The one-hot array that a function makes of the numbers of classes: `ind2vec(labels')`, `sparse(labels, 1:N, 1)`. */
export function oneHot(cursor: CodeCursor, scope: Scope, word: string, given: Given): Formula | undefined {
  const { args, named, at } = given;
  const place = args.findIndex((one) => isWord(one) && one.kind === 'classes');
  const labels = args[place] as Extract<Word, { kind: 'classes' }> | undefined;
  if (!labels) return undefined;
  const along = Object.hasOwn(makers, word) ? makers[word] : undefined;
  if (along && (word === 'ind2vec') === (scope.dialect === 'matlab')) {
    checkCount(cursor, scope, labels.key, args[1] ?? named.get('num_classes'), at);
    return scope.oneHot(labels.key, along);
  }
  if (word === 'sparse' && scope.dialect === 'matlab' && place < 2) {
    const [, , ones, rows, columns] = args;
    const counts = isWord(args[1 - place]) && (args[1 - place] as Word).kind === 'count';
    const isOnes = ones && !isWord(ones) && (ones.kind === 'number' ? ones.text === '1' : isFullOfOnes(ones));
    if (!counts || !isOnes) return cursor.refuse('write sparse(labels, 1:N, 1)', at);
    checkCount(cursor, scope, labels.key, place === 0 ? rows : columns, at);
    return scope.oneHot(labels.key, place === 0 ? 'rows' : 'columns');
  }
  return cursor.refuse(`what ${word} makes of the numbers of classes is not read`, at);
}

const isFullOfOnes = (tree: Formula): boolean =>
  tree.kind === 'repeat' && tree.of.kind === 'number' && tree.of.text === '1';

/** Where the number of classes is said it must be that of the question. */
function checkCount(cursor: CodeCursor, scope: Scope, key: string, said: Formula | Word | undefined, at: number): void {
  if (said === undefined) return;
  const classes = scope.countOf(key, 'classes');
  const named = isWord(said) ? undefined : scope.sizeIn(said);
  if (named === undefined || !classes || named !== scope.sizeIn(classes))
    cursor.refuse('this is not the number of classes', at);
}
