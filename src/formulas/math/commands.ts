import { type FoldOp, type Formula, symbol } from '../tree.ts';
import { application } from './apply.ts';
import { indicator } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { keyOfTokens } from './derivative.ts';
import { environment } from './environments.ts';
import { fraction, root } from './fractions.ts';
import { softmax } from './special.ts';
import { fold } from './sums.ts';
import type { Token } from './tokens.ts';
import { keyOf, styles } from './vocabulary.ts';

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
  if (text === '\\indicator') return indicator(cursor);
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
  const of = cursor.take();
  const name = styles.has(of.text) ? cursor.group() : [of];
  const found = cursor.vocabulary.name(`d${keyOfTokens(name)}d${keyOf(by)}`);
  return found ? symbol(found.name) : cursor.stranger('this gradient is no name of this question', token.at);
}

/** `\max(0, x)`, or over an index: `\max_j z_j`. */
function extremum(cursor: Cursor, op: 'max' | 'min', token: Token): Formula {
  if (cursor.is('_')) return fold(cursor, op, token);
  const fn = cursor.vocabulary.function(op) ?? cursor.refuse(`no ${op}`, token.at);
  return application(cursor, fn, token);
}
