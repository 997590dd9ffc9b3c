import { ignored } from '../exact/ignored.ts';
import { match, short } from '../exact/numeral.ts';
import { isUnit } from '../exact/units.ts';
import { strangerFault } from '../expressions/functions/faults.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import { isUnclear, wordsFor } from '../expressions/functions/index.ts';
import { Refusal } from './assembly.ts';
import { unglued } from './glued.ts';
import {
  derivativeName,
  derivativePattern,
  findName,
  isCountedHere,
  type Named,
  type NumberContext,
  namePattern,
  plainName,
} from './names.ts';
import type { Rule, Source } from './source.ts';

/** What students' notations call the functions; a backslash before a name is left out. */
const functions = new Map([...wordsFor('plain'), ...wordsFor('latex')]);
const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const applied = /(\\?\p{L}+(?:\0*(?:_\0*)?\d+|\0*_\0*\{\d+\})?|√)('|\\prime(?![a-z]))?[\s\0]*([([{])/uy;

/** Is it the word of a function, without an argument? */
export const isFunctionWord = (text: string): boolean => functions.has(plainName(text));

const ofCourses = new WeakMap<readonly Fn[], ReadonlyMap<string, Fn>>();

/** The function of a word, those of the course first. */
function functionOf(word: string, { functions: own }: NumberContext): Fn | undefined {
  if (!own) return functions.get(word);
  const known = ofCourses.get(own) ?? new Map([...wordsFor('plain', own), ...wordsFor('latex', own)]);
  ofCourses.set(own, known);
  return known.get(word) ?? functions.get(word);
}

/** A function before its argument in brackets. */
export const application: Rule = ({ text, context, out }, at) => {
  const found = match(applied, text, at);
  const [all, written = '', prime, bracket = '('] = found ?? [''];
  const fn = functionOf(plainName(written), context);
  if (!found || fn === undefined) return undefined;
  if (prime && !fn.prime) throw new Refusal(`"${written}'" has no meaning here; only σ' has`, at);
  if (fn.name === 'sqrt' && bracket === '[') throw new Refusal('only square roots are read; write a power', at);
  out.open(`${(prime && fn.prime) || fn.name}(`, at, closes[bracket] ?? ')', { list: fn.arity[1] > 1 });
  return at + all.length;
};

/** A derivative that names a value of the problem: `dL/dw3`. */
export const derivative: Rule = (source, at) => {
  const found = match(derivativePattern, source.text, at);
  if (!found) return undefined;
  const named = findName(derivativeName(found), source.context);
  if (named) return placed(source, at, named, found[0]);
  if (/\\|∂/.test(found[0])) throw new Refusal(`"${short(found[0])}" is no value of this problem`, at);
  return undefined;
};

const cross = /[xX](?:\0*[\d.([{\\√]|[\s\0]+[\p{L}\d.([{\\])/uy;
/** `0.9 x -1.1` is a product; `5x-3` and `5 x - 3` may be differences. */
const crossBeforeSign = /(?<=[\s)\]}\0])[xX]\0*\s[\s\0]*-[\d.(]/y;

/** `x` for times: between operands, where nothing of the problem is called so. */
export const crossed: Rule = ({ text, context, out }, at) => {
  if (out.ended === 'nothing') return undefined;
  if (!match(cross, text, at) && !match(crossBeforeSign, text, at)) return undefined;
  const word = plainName(match(namePattern, text, at)?.[0] ?? '');
  const name = [word, /^.\d*/u.exec(word)?.[0] ?? '', word[0] ?? ''].find((one) => findName(one, context));
  if (name) throw new Refusal(`"${name}" may be the name or a product sign; write * or × for times`, at);
  out.operator('*', at);
  return at + 1;
};

/** A name of the problem, `e` before its exponent, or the word for what is counted. */
export const word: Rule = (source, at) => {
  const written = match(namePattern, source.text, at)?.[0];
  if (written === undefined) return undefined;
  const name = plainName(written);
  const end = at + written.length;
  const named = findName(name, source.context);
  if (name === 'e' && raised.test(source.text.slice(end))) return eulers(source, at, named);
  if (source.out.ended === 'number' && isUnit(name)) return unit(source, end, name, named);
  if (named) return placed(source, at, named, written);
  const apart = unglued(name, source.context);
  if (apart) return factors(source, at, apart, end);
  if (written.startsWith('\\') && !functions.has(name) && !isUnclear(name)) return undefined;
  throw new Refusal(unknownWord(name), at);
};

function factors(source: Source, at: number, names: readonly string[], end: number): number {
  for (const name of names) placed(source, at, findName(name, source.context) ?? { name }, name);
  return end;
}

const raised = /^[\s\0]*(?:\^|\*\*|[⁺⁻⁰¹²³⁴-⁹])/;

function eulers({ out }: Source, at: number, named: Named | undefined): number {
  if (named) throw new Refusal('"e" is a name of this problem; write exp(…) for the exponential function', at);
  out.operand('e', at, 'name');
  return at + 1;
}

/** `8 filters`: the word is left out, unless it is also the name of another value than the number before it. */
function unit({ context, notes, out }: Source, end: number, name: string, named: Named | undefined): number {
  const isOther = named && named.name !== context.field && !named.value?.eq(out.last);
  if (isOther && !(context.fields.includes(named.name) && isCountedHere(name, context))) {
    throw new Refusal(
      `"${name}" may be the value of that name or say what is counted; write a sign`,
      end - name.length,
    );
  }
  notes.push(ignored(name));
  return end;
}

/** Puts a value of the problem where its name is written. */
export function placed(source: Source, at: number, named: Named, written: string): number {
  if (named.name === source.context.field) throw new Refusal(`"${named.name}" is what this line is to give`, at);
  if (named.value === undefined) throw new Refusal(`there is no number for "${named.name}"; write it in its place`, at);
  source.out.operand(named.name, at, 'name');
  source.whole = false;
  return at + written.length;
}

function unknownWord(name: string): string {
  if (functions.has(name)) return `"${name}" needs its argument in brackets directly after it`;
  if (isUnclear(name)) return strangerFault(name);
  if (name === 'e') return '"e" needs its exponent directly after it: 1.2e-3, e^(-1.2)';
  if (/^[KkMBG]$/.test(name)) return `"${name}" must stand directly after the number`;
  return `"${short(name)}" is neither a value of this problem nor a function`;
}
