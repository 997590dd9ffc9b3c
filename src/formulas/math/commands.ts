import { type FoldOp, type Formula, number, symbol } from '../tree.ts';
import { application } from './apply.ts';
import { indicator } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { derivativeFraction } from './derivative.ts';
import { softmax } from './special.ts';
import type { Token } from './tokens.ts';
import { styles } from './vocabulary.ts';

const fractions = new Set(['\\frac', '\\dfrac', '\\tfrac', '\\cfrac']);
const folds: Readonly<Record<string, FoldOp>> = { '\\sum': 'sum', '\\prod': 'product' };
const refused: Readonly<Record<string, string>> = {
  '\\dots': 'an ellipsis leaves out what is meant; write all of it',
  '\\ldots': 'an ellipsis leaves out what is meant; write all of it',
  '\\cdots': 'an ellipsis leaves out what is meant; write all of it',
  '\\vdots': 'an ellipsis leaves out what is meant; write all of it',
  '\\ddots': 'an ellipsis leaves out what is meant; write all of it',
  '\\int': 'integrals are not read',
  '\\lim': 'limits are not read',
  '\\pm': '± is two formulas',
  '\\otimes': '⊗ may be the outer or the cellwise product; write x y^T or \\odot',
};

/** Marks around a formula that leave it what it is. */
const marks = new Set(['\\underbrace', '\\overbrace', '\\boxed', '\\underline', '\\fbox']);

/** What a command makes of what follows it. */
export function commandFactor(cursor: Cursor): Formula {
  const token = cursor.take();
  const { text } = token;
  if (fractions.has(text)) return fraction(cursor, token);
  if (text === '\\sqrt') return root(cursor, token);
  if (folds[text]) return fold(cursor, folds[text], token);
  if (marks.has(text)) return braced(cursor);
  if (text === '\\mathbb' || text === '\\mathds') return indicatorSign(cursor, token);
  if (text === '\\begin') return environment(cursor, token);
  if (text === '\\nabla') return gradient(cursor, token);
  if (text === '\\max' || text === '\\min') return extremum(cursor, text === '\\max' ? 'max' : 'min', token);
  const why = refused[text];
  if (why) return cursor.refuse(why, token.at);
  const word = text.slice(1);
  if (word === 'softmax') return softmax(cursor, token);
  const fn = cursor.vocabulary.function(word);
  if (fn) return application(cursor, word === 'log' && cursor.is('_') ? base(cursor, token) : fn, token);
  if (word === 'log' && cursor.is('_')) return application(cursor, base(cursor, token), token);
  if (word === 'log' || word === 'lg')
    return cursor.refuse(`${text} may have any base: write \\ln or \\log_{10}`, token.at);
  return cursor.refuse(`the command ${text} is not known here`, token.at);
}

/** `\log_{10}`. */
function base(cursor: Cursor, token: Token) {
  cursor.take();
  const key = cursor
    .group()
    .map(({ text }) => text)
    .join('');
  return (
    cursor.vocabulary.function(`log${key}`) ??
    (key === 'e' ? cursor.vocabulary.function('ln') : undefined) ??
    cursor.refuse(`the logarithm to base ${key} is not read`, token.at)
  );
}

function fraction(cursor: Cursor, token: Token): Formula {
  const above = part(cursor);
  const below = part(cursor);
  const derived = derivativeFraction(cursor, above, below, token);
  if (derived) return derived;
  const factors = [
    { inverse: false, of: cursor.inner(above) },
    { inverse: true, of: cursor.inner(below) },
  ];
  return { kind: 'product', factors };
}

/** A group in braces, or one digit or letter: `\frac12`. */
function part(cursor: Cursor): readonly Token[] {
  if (cursor.is('{')) return cursor.group();
  const token = cursor.peek;
  if ((token.kind === 'number' || token.kind === 'word') && token.text.length > 1) {
    if (token.kind !== 'number' || token.text.length !== 2) cursor.refuse('write the parts of a fraction in braces');
    // \frac12: one token for two digits.
    const [first = '', second = ''] = token.text;
    cursor.take();
    cursor.pushBack({ ...token, text: second, at: token.at + 1, spaced: false });
    return [{ ...token, text: first }];
  }
  return [cursor.take()];
}

function root(cursor: Cursor, token: Token): Formula {
  const degree = cursor.is('[')
    ? cursor
        .group()
        .map(({ text }) => text)
        .join('')
    : '2';
  if (!/^[2-9]$/.test(degree)) cursor.refuse('this root is not read; write a power', token.at);
  const fn = cursor.vocabulary.function('sqrt') ?? cursor.refuse('no square root', token.at);
  if (!cursor.is('{', '(') && cursor.peek.kind === 'number' && cursor.peek.text.length > 1)
    cursor.refuse('it is not clear how far the root reaches; write braces');
  const of = cursor.inner(cursor.group());
  return degree === '2' ? { kind: 'call', fn, args: [of] } : { kind: 'power', base: of, exponent: partOf(degree) };
}

const partOf = (whole: string): Formula => ({
  kind: 'product',
  factors: [
    { inverse: false, of: number('1') },
    { inverse: true, of: number(whole) },
  ],
});

/** `\sum_{i=1}^{n}`, `\sum_i`, `\sum_{j \ne i}`, and all factors after it. */
function fold(cursor: Cursor, op: FoldOp, token: Token): Formula {
  if (!cursor.took('_')) cursor.refuse('the index of the sum is missing', token.at);
  const tokens = cursor.group();
  const [index, relation, ...rest] = tokens;
  if (index?.kind !== 'word' || (index.text.length > 1 && cursor.latex))
    return cursor.refuse('one letter is expected as the index', token.at);
  let where: Formula | undefined;
  if (relation?.text === '=') {
    if (rest.length !== 1 || rest[0]?.text !== '1') cursor.refuse('an index is counted from 1', token.at);
  } else if (relation) {
    cursor.bound.push(index.text);
    where = cursor.inner(tokens);
    cursor.bound.pop();
  }
  const to = cursor.took('^') ? upper(cursor) : undefined;
  const declared = cursor.vocabulary.indices.get(index.text);
  cursor.bound.push(index.text);
  const of = cursor.grammar.product(cursor);
  cursor.bound.pop();
  const limit = to ?? (declared ? symbol(`#${declared}`) : undefined);
  return { kind: 'fold', op, index: index.text, ...(limit && { to: limit }), ...(where && { where }), of };
}

/** The upper limit: a number, or the name of a size. */
function upper(cursor: Cursor): Formula {
  const at = cursor.peek.at;
  const text = cursor
    .group()
    .map((one) => one.text)
    .join('');
  if (/^\d+$/.test(text)) return number(text);
  const { names, indices = {}, open } = cursor.vocabulary.declared;
  if (open) return symbol(`#${text}`);
  const dims = new Set([...names.flatMap(({ shape }) => [...shape]), ...Object.values(indices)]);
  if (!dims.has(text)) cursor.refuse(`"${text}" is no size of this question`, at);
  return symbol(`#${text}`);
}

/** `\underbrace{W W}_{V}`: what it is called is left out. */
function braced(cursor: Cursor): Formula {
  const tree = cursor.inner(cursor.group());
  if (cursor.took('_', '^')) cursor.group();
  return tree;
}

function indicatorSign(cursor: Cursor, token: Token): Formula {
  const inside = cursor.group();
  const [only] = inside;
  if (inside.length === 1 && (only?.text === '1' || only?.text === 'I')) return indicator(cursor);
  return cursor.refuse(`\\mathbb{${inside.map(({ text }) => text).join('')}} is not known here`, token.at);
}

function gradient(cursor: Cursor, token: Token): Formula {
  if (!cursor.took('_')) return cursor.refuse('∇ needs what the gradient is taken by', token.at);
  const by = cursor
    .group()
    .map(({ text }) => (styles.has(text) || text === '{' || text === '}' ? '' : text))
    .join('');
  const of = cursor.take().text;
  const found = cursor.vocabulary.name(`d${of}d${by}`);
  return found ? symbol(found.name) : cursor.refuse('this gradient is no name of this question', token.at);
}

/** `\max(0, x)`, or over an index: `\max_j z_j`. */
function extremum(cursor: Cursor, op: 'max' | 'min', token: Token): Formula {
  if (cursor.is('_')) return fold(cursor, op, token);
  const fn = cursor.vocabulary.function(op) ?? cursor.refuse(`no ${op}`, token.at);
  return application(cursor, fn, token);
}

/** Matrices and cases. */
function environment(cursor: Cursor, token: Token): Formula {
  const name = cursor
    .group()
    .map(({ text }) => text)
    .join('');
  const rows = rowsOf(cursor, token);
  if (/^[bpvBV]?matrix\*?$/.test(name) && name[0] !== 'v' && name[0] !== 'V')
    return { kind: 'matrix', rows: rows.map((row) => row.map((one) => cursor.inner(one))) };
  if (/^[dr]?cases$/.test(name)) return casesOf(cursor, rows, token);
  return cursor.refuse(`the environment ${name} is not read`, token.at);
}

/** The tokens of every cell, up to the end of the environment. */
function rowsOf(cursor: Cursor, token: Token): Token[][][] {
  const rows: Token[][][] = [[[]]];
  for (let depth = 1; ; ) {
    const here = cursor.take();
    if (here.kind === 'end') return cursor.refuse('this environment has no end', token.at);
    if (here.text === '\\begin') depth++;
    if (here.text === '\\end' && --depth === 0) {
      cursor.group();
      break;
    }
    if (depth === 1 && here.text === '&') rows.at(-1)?.push([]);
    else if (depth === 1 && here.text === '\\\\') rows.push([[]]);
    else rows.at(-1)?.at(-1)?.push(here);
  }
  return rows.filter((row) => row.some((one) => one.length > 0));
}

const otherwise = new Set(['otherwise', 'else', 'sonst']);
const leading = new Set(['if', 'for', 'when', 'where', ...otherwise]);

function casesOf(cursor: Cursor, rows: readonly Token[][][], token: Token): Formula {
  const cases = rows.map(([of = [], when = [], more]) => {
    if (more || of.length === 0) cursor.refuse('each case has a value and a condition', token.at);
    const value = cursor.inner(of.at(-1)?.text === ',' ? of.slice(0, -1) : of);
    const { words, rest } = conditionOf(when);
    return words.some((word) => otherwise.has(word)) ? { of: value } : { of: value, when: cursor.inner(rest) };
  });
  if (cases.slice(0, -1).some((one) => !('when' in one)))
    cursor.refuse('only the last case may be without a condition', token.at);
  return { kind: 'cases', cases };
}

/** The words that lead to a condition, and the condition. */
function conditionOf(tokens: readonly Token[]): { words: readonly string[]; rest: readonly Token[] } {
  const isLead = ({ kind, text }: Token): boolean =>
    kind === 'word' ? leading.has(text) : styles.has(text) || text === '\\mbox' || text === '{' || text === '}';
  const end = tokens.findIndex((one) => !isLead(one));
  const lead = end < 0 ? tokens : tokens.slice(0, end);
  const rest = end < 0 ? [] : tokens.slice(end);
  const words = lead.filter(({ kind }) => kind === 'word').map(({ text }) => text);
  // A style directly before the condition is that of its first letter.
  const last = lead.findLastIndex(({ text }) => text === '}' || leading.has(text));
  const own = lead.slice(last + 1);
  const after = ['.', ','].includes(rest.at(-1)?.text ?? '') ? rest.slice(0, -1) : rest;
  return { words, rest: [...own, ...after] };
}
