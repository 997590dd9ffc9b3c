import { type Formula, number, transpose } from '../tree.ts';
import { blocksOf, holdsCases, plainCases, rowsOf } from './blocks.ts';
import { commandFactor } from './commands.ts';
import { indicator } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { derivativeName } from './derivative.ts';
import { cellOf, partOf, placed } from './indices.ts';
import { nameFactor } from './name.ts';
import { relations } from './relations.ts';
import { accents, keyOf, letterOf, styles } from './vocabulary.ts';

const opening = ['(', '[', '{', '|', '\\|', '\\{', '\\lvert', '\\lVert', '\\lfloor', '\\lceil', '\\bigl'];
const notFactors = new Set(
  '\\over \\otimes \\cdot \\times \\ast \\div \\odot \\circ \\leq \\le \\geq \\ge \\neq \\ne \\lt \\gt \\rvert \\rVert \\rfloor \\rceil \\} \\end \\\\ \\approx \\gets \\leftarrow \\Rightarrow \\implies \\to \\rightarrow \\text \\pm \\mp \\leqslant \\geqslant \\equiv \\triangleq \\simeq \\sim'.split(
    ' ',
  ),
);

/** Can a factor begin here, with no sign before it? */
export function startsFactor(cursor: Cursor): boolean {
  const { kind, text } = cursor.peek;
  if (kind === 'number' || kind === 'word') return true;
  if (text === '|' || text === '\\|') return !cursor.bars.includes(text);
  if (kind === 'sign') return text === '(' || text === '[' || text === '{';
  return kind === 'command' && !notFactors.has(text);
}

/** A factor with its power, or what a fold takes in. */
export function factor(cursor: Cursor): Formula {
  let tree = base(cursor);
  for (;;) {
    if (cursor.is('^', '.^', '\\transpose', "'", '_', '!')) tree = scripted(cursor, tree);
    else if (placed(cursor, tree)) tree = partOf(cursor, tree);
    else return tree;
  }
}

function base(cursor: Cursor): Formula {
  const { kind, text } = cursor.peek;
  if (kind === 'number') return numeral(cursor);
  const isName =
    kind === 'word' || letterOf(cursor.peek) || (kind === 'command' && (styles.has(text) || accents.has(text)));
  if (isName) return nameFactor(cursor);
  if (kind !== 'end' && opening.includes(text)) return bracketed(cursor);
  if (kind === 'command') return (text === '\\partial' && derivativeName(cursor)) || commandFactor(cursor);
  const before = cursor.tokens[cursor.next - 1];
  return cursor.refuse(
    `a number, a name or a bracket is missing ${kind === 'end' && before ? `after "${before.text}"` : `before ${cursor.here}`}`,
  );
}

function numeral(cursor: Cursor): Formula {
  const { text } = cursor.take();
  if (text === '1' && (cursor.is('_') || holdsRelation(cursor))) return indicator(cursor);
  const tight = cursor.peek.kind === 'word' && !cursor.peek.spaced;
  if (tight && /^[KkMB]$/.test(cursor.peek.text) && !cursor.vocabulary.name(cursor.peek.text))
    cursor.refuse(`"${cursor.peek.text}" after a number may be thousands or a name`);
  return number(text);
}

/** Does a condition in brackets follow directly: `1[x > 0]`? */
function holdsRelation(cursor: Cursor): boolean {
  if (!cursor.is('[', '\\{') || cursor.peek.spaced) return false;
  const { next } = cursor;
  const inside = cursor.group();
  cursor.next = next;
  return inside.some(({ text }) => Object.hasOwn(relations, text));
}

const closings: Readonly<Record<string, readonly string[]>> = {
  '(': [')'],
  '[': [']'],
  '{': ['}'],
  '\\{': ['\\}'],
  '|': ['|'],
  '\\|': ['\\|'],
  '\\lvert': ['\\rvert'],
  '\\lVert': ['\\rVert'],
  '\\lfloor': ['\\rfloor'],
  '\\lceil': ['\\rceil'],
};
const functionOf: Readonly<Record<string, string>> = {
  '|': 'abs',
  '\\lvert': 'abs',
  '\\lfloor': 'floor',
  '\\lceil': 'ceil',
};

function bracketed(cursor: Cursor): Formula {
  const open = cursor.take();
  if (open.text === '[' && cursor.is('[')) return rowsOf(cursor);
  if (open.text === '{' && !cursor.latex && holdsCases(cursor)) return plainCases(cursor);
  cursor.bars.push(open.text);
  const inside = cursor.formula();
  cursor.bars.pop();
  if (open.text === '[' && cursor.is(',', ';')) return blocksOf(cursor, inside);
  const close = closings[open.text] ?? [];
  if (cursor.is(',')) cursor.refuse('a comma is not expected here; a decimal has a point');
  const isOpen = inside.kind === 'cases' && open.text === '\\{' && (cursor.took('.') || cursor.peek.kind === 'end');
  if (!isOpen && !cursor.took(...close)) cursor.refuse(`the bracket is not closed before ${cursor.here}`);
  const fn = functionOf[open.text] && cursor.vocabulary.function(functionOf[open.text] ?? '');
  if (fn) return { kind: 'call', fn, args: [inside] };
  return open.text === '\\|' || open.text === '\\lVert' ? norm(cursor, inside) : inside;
}

/** The length of a vector, as the root of its squares. */
function norm(cursor: Cursor, of: Formula): Formula {
  const fn = cursor.vocabulary.function('sqrt');
  const squares: Formula = { kind: 'reduce', op: 'sum', of: { kind: 'cellwise', op: '*', left: of, right: of } };
  if (cursor.is('_')) {
    cursor.take();
    const which = cursor
      .group()
      .map(({ text }) => text)
      .join('');
    if (which !== '2') cursor.refuse('only the length of a vector is read as a norm');
  }
  return fn ? { kind: 'call', fn, args: [squares] } : squares;
}

const transposes = new Set(['T', '\\top', '\\intercal', '\\mathsf', '\\transpose']);

/** What follows a factor: a power, a transposition, an index. */
function scripted(cursor: Cursor, of: Formula): Formula {
  const mark = cursor.take();
  if (mark.text === '!') cursor.refuse('factorials are not read', mark.at);
  if (mark.text === '\\transpose') return transpose(of);
  if (mark.text === "'")
    return cursor.refuse('a prime here may be a transposition or a derivative; write ^T or d/dx', mark.at);
  if (mark.text === '_') return cellOf(cursor, of);
  if (mark.text === '.^') return { kind: 'cellwise', op: '^', left: of, right: exponent(cursor) };
  if (isTranspose(cursor)) return transpose(of);
  const power: Formula = { kind: 'power', base: of, exponent: exponent(cursor) };
  return cursor.is('^') ? cursor.refuse('a power of a power needs brackets') : power;
}

/** Takes `T`, `{T}`, `\top`, `{\mathsf T}` as the sign of a transposition, unless T is a name of the question. */
function isTranspose(cursor: Cursor): boolean {
  const from = cursor.next;
  splitLetter(cursor);
  const tokens = cursor.is('{', '(') ? cursor.group() : [cursor.take()];
  const [first, second, ...more] = tokens.filter(({ text }) => !styles.has(text) && text !== '{' && text !== '}');
  const found = first && !second && more.length === 0 && transposes.has(first.text) && !cursor.vocabulary.name('T');
  if (!found) cursor.next = from;
  return found === true;
}

/** `X^TX`: the T stands by itself, unless the word is a name. */
function splitLetter(cursor: Cursor): void {
  const { peek, vocabulary, latex } = cursor;
  const rest = peek.text.slice(1);
  const isGlued = peek.kind === 'word' && /^T./u.test(peek.text) && !vocabulary.name('T');
  if (!isGlued || vocabulary.name(keyOf(peek.text)) || !(latex || startsName(vocabulary, rest))) return;
  cursor.take();
  cursor.pushBack({ ...peek, text: rest, at: peek.at + 1, spaced: false });
  cursor.pushBack({ ...peek, text: 'T' });
}

const startsName = (vocabulary: Cursor['vocabulary'], text: string): boolean =>
  [...text].some((_, i) => vocabulary.name(keyOf(text.slice(0, i + 1))) !== undefined);

function exponent(cursor: Cursor): Formula {
  if (cursor.is('{')) {
    const tokens = cursor.group();
    if (tokens.length === 0) cursor.refuse('the exponent is missing');
    return cursor.inner(tokens);
  }
  if (cursor.is('(')) return bracketed(cursor);
  const at = cursor.peek.at;
  const negative = cursor.took('-');
  const digits = cursor.peek;
  const tree = digits.kind === 'number' || digits.kind === 'word' ? single(cursor) : base(cursor);
  const after = cursor.peek;
  const glued = !after.spaced && (after.kind === 'word' || after.kind === 'number' || after.text === '(');
  const long = digits.kind === 'number' && digits.text.length > 1 && cursor.latex;
  if (long || (glued && (negative || !cursor.latex)))
    cursor.refuse('it is not clear how far the exponent reaches; write it in brackets', at);
  return negative ? { kind: 'sum', terms: [{ negative, of: tree }] } : tree;
}

/** One number or one name, whose own power would be another matter. */
function single(cursor: Cursor): Formula {
  const at = cursor.peek.at;
  const tree = cursor.peek.kind === 'number' ? number(cursor.take().text) : nameFactor(cursor);
  if (cursor.is('^')) cursor.refuse('a power of a power needs brackets', at);
  if (tree.kind === 'product') cursor.refuse('it is not clear how far the exponent reaches; write it in brackets', at);
  return tree;
}
