import { type Formula, number, transpose } from '../tree.ts';
import { argumentsHere } from './arguments.ts';
import { called } from './calls.ts';
import type { CodeCursor } from './cursor.ts';
import { block } from './indexing.ts';
import { matrixHere } from './literal.ts';
import { codeKey, type Scope } from './scope.ts';
import { sizeCall, sizeOf } from './sizes.ts';
import type { CodeToken } from './tokens.ts';

/** A value with what stands behind it: a transposition, an index, a method. */
export function postfix(cursor: CodeCursor, scope: Scope): Formula {
  let tree = primary(cursor, scope);
  const matlab = scope.dialect === 'matlab';
  for (;;) {
    if (matlab && (cursor.is(".'") || (cursor.is("'") && cursor.peek?.tight))) {
      cursor.take();
      tree = transpose(tree);
    } else if (cursor.is('[') && !matlab) tree = block(cursor, scope, tree);
    else if (cursor.is('.')) {
      cursor.take();
      const name = cursor.peek?.kind === 'name' ? cursor.take() : cursor.refuse('a name is missing here');
      tree = attribute(cursor, scope, tree, name.text, name.at);
    } else return tree;
  }
}

function primary(cursor: CodeCursor, scope: Scope): Formula {
  const token = cursor.take();
  if (token.kind === 'number') return number(token.text);
  if (token.kind === 'name') return cursor.is('(') ? call(cursor, scope, token) : named(cursor, scope, token);
  if (token.text === '(') {
    const inside = cursor.expression(scope);
    cursor.expect(')');
    return inside;
  }
  if (token.text === '[') return matrixHere(cursor, scope, token.at);
  return cursor.refuse(`a number, a name or a bracket is missing before "${token.text}"`, token.at);
}

/** A name, or a path of which the first words are one: `x.T`, `W.dot`. */
export function named(cursor: CodeCursor, scope: Scope, token: CodeToken): Formula {
  const path = token.text.split('.');
  for (let end = path.length; end > 0; end--) {
    const tree = scope.value(codeKey(path.slice(0, end).join('.')));
    if (!tree) continue;
    const rest = path.slice(end).join('.');
    return cursor.made(rest === '' ? tree : attribute(cursor, scope, tree, rest, token.at));
  }
  const [first = ''] = path;
  if (scope.oneHot(codeKey(first), 'rows')) return classNumbers(cursor, scope, token);
  if (/^(?:np|numpy)\.newaxis$/.test(token.text)) return cursor.refuse('this stands only in an index', token.at);
  if (scope.dialect === 'numpy' && ['True', 'False', 'None'].includes(token.text))
    return cursor.refuse(`${token.text} is no value of a formula`, token.at);
  return cursor.refuse(`"${token.text}" is no name of this question`, token.at);
}

/** Of a vector of class numbers only how long it is can be worked with by itself. */
function classNumbers(cursor: CodeCursor, scope: Scope, token: CodeToken): Formula {
  const [first = '', ...more] = token.text.split('.');
  const count = scope.countOf(codeKey(first), 'examples');
  if (count && more.join('.') === 'size') return count;
  if (count && more.join('.') === 'shape' && cursor.took('[')) {
    const which = cursor.take();
    cursor.expect(']');
    return which.text === '0' ? count : cursor.refuse('it has one axis', which.at);
  }
  return cursor.refuse(`"${first}" holds the numbers of classes: make them one-hot, or use them as an index`, token.at);
}

const modules = /^(?:np|numpy|torch|tf|F|nn|math|jnp|scipy\.special|torch\.nn\.functional|np\.linalg|numpy\.linalg)\./;

function call(cursor: CodeCursor, scope: Scope, token: CodeToken): Formula {
  const { dialect } = scope;
  const isModule = dialect === 'numpy' && modules.test(token.text);
  const word = isModule ? token.text.replace(modules, '').replace(/^(?:linalg|nn\.functional)\./, '') : token.text;
  const key = codeKey(word);
  if (!isModule && scope.has(key) && !(makers.has(word) && dialect === 'matlab')) {
    if (dialect === 'matlab') return block(cursor, scope, named(cursor, scope, token));
    return cursor.refuse('round brackets call a function; an index stands in square ones', token.at);
  }
  const cut = word.lastIndexOf('.');
  if (cut > 0 && dialect === 'numpy') {
    const of = named(cursor, scope, { ...token, text: word.slice(0, cut) });
    return attribute(cursor, scope, of, word.slice(cut + 1), token.at);
  }
  const size = sizeCall(cursor, scope, word, token.at);
  if (size) return size;
  const given = argumentsHere(cursor, scope, token.at);
  const made = called(cursor, scope, word, { ...given, bare: dialect === 'numpy' && !isModule });
  return cursor.made(made ?? cursor.refuse(`the function "${word}" is not known here`, token.at));
}

/** Functions that a name of the question does not hide, when they are called. */
const makers = new Set(['ones', 'zeros', 'eye']);
const noops = new Set(['copy', 'astype', 'float', 'double', 'clone', 'detach', 'numpy', 'tolist']);
const methods = new Set(
  'sum mean prod max min dot matmul mm transpose permute swapaxes t reshape view ravel flatten exp log sqrt abs square clip clamp relu sigmoid tanh softmax pow add sub mul multiply div'.split(
    ' ',
  ),
);

/** `(…).T`, `(…).sum(axis=0)`, `x.shape[0]`. */
export function attribute(cursor: CodeCursor, scope: Scope, of: Formula, path: string, at: number): Formula {
  const [name = '', ...more] = path.split('.');
  if (scope.dialect !== 'numpy') cursor.refuse(`".${name}" is not read`, at);
  const tree = single(cursor, scope, of, name, at);
  return more.length > 0 ? attribute(cursor, scope, tree, more.join('.'), at) : tree;
}

/** torch's new axis for an array of one. */
function unsqueezed(cursor: CodeCursor, scope: Scope, of: Formula, at: number): Formula {
  const [axis] = argumentsHere(cursor, scope, at).args;
  const said = axis?.kind === 'number' ? axis.text : axis?.kind === 'sum' ? '1' : '';
  const isFlat = (of.kind === 'reshape' || of.kind === 'reduce' || of.kind === 'slice') && of.flat;
  if (!isFlat || !['0', '1'].includes(said)) return cursor.refuse('this new axis is not read', at);
  return { kind: 'reshape', of, ...(said === '0' ? { rows: number('1') } : { columns: number('1') }) };
}

function single(cursor: CodeCursor, scope: Scope, of: Formula, name: string, at: number): Formula {
  if (name === 'T' || name === 'mT') return transpose(of);
  if (name === 'shape' || (name === 'size' && cursor.is('('))) return sizeOf(cursor, scope, of, at);
  if (name === 'unsqueeze' && cursor.is('(')) return unsqueezed(cursor, scope, of, at);
  if (!cursor.is('(') || !(methods.has(name) || noops.has(name))) return cursor.refuse(`".${name}" is not read`, at);
  const given = argumentsHere(cursor, scope, at, noops.has(name));
  if (noops.has(name)) return of;
  const method = { ...given, args: [of, ...given.args], bare: false };
  return called(cursor, scope, name, method) ?? cursor.refuse(`".${name}" is not read`, at);
}
