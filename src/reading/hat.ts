import { match } from '../exact/numeral.ts';
import { Refusal } from './assembly.ts';
import { findName, namePattern, plainName } from './names.ts';
import type { Rule } from './source.ts';
import { placed } from './words.ts';

/** What a power cannot begin with directly after the name and `^`: a blank, an operator, a bracket that closes, the end. */
const afterHat = /\^(?=[\s\0+\-*/)\]},=]|$)/y;
const apart = /[\s\0]+\^[\s\0]*-(?![\d(])/y;
/** `y^(1-y^)` is a product, `y^(2)` a power. */
const bracketed = /\^\((?![\s\0]*[+-]?[\d./]+[\s\0]*\))/y;

/** `y^` in plain text for a y with a hat, where the problem has one. It is never a power with a sign in its exponent. */
export const hatted: Rule = (source, at) => {
  const { text, context, notes } = source;
  const written = match(namePattern, text, at)?.[0];
  if (written === undefined || written === 'e') return undefined;
  const end = at + written.length;
  const name = `${plainName(written)}hat`;
  const named = findName(name, context);
  if (named && match(bracketed, text, end)) {
    throw new Refusal(`"${written}^(" may be a hat or a power; write ${name} or * before the bracket`, at);
  }
  const spaced = match(apart, text, end);
  if (!match(afterHat, text, end) && !spaced) return undefined;
  if (!named || spaced || /^\^-\d/.test(text.slice(end, end + 3))) {
    throw new Refusal(`"${written}^" may be a hat or a power; write brackets around the exponent`, at);
  }
  notes.push(`"${written}^" was read as ${named.name}`);
  return placed(source, at, named, `${written}^`);
};
