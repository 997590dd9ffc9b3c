import type { DeclaredPlace } from '../working/declaration-error.ts';

/** A place in a file, from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a name of a declaration stands in its source, and the character of its formula; undefined where it is not found. */
export function placeInSource(
  file: string,
  source: string,
  { name, within = 'working', formula, at }: DeclaredPlace,
): FilePlace | undefined {
  if (name === undefined) return undefined;
  const key = keyAt(source, name, within);
  if (key < 0) return undefined;
  const offset = formula === undefined ? key : (formulaAt(source, formula, key) ?? key - (at ?? 0)) + (at ?? 0);
  return placeOf(file, source, offset);
}

/** The line and column of a character of a file. */
export function placeOf(file: string, source: string, offset: number): FilePlace {
  const before = source.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** After the name it stands at; before it only where it is declared above the working. */
function formulaAt(source: string, formula: string, key: number): number | undefined {
  const after = source.indexOf(formula, key);
  const found = after < 0 ? source.indexOf(formula) : after;
  return found < 0 ? undefined : found;
}

/** `name:` as a key, in the member where there is one: a given of the same name may stand above it. */
function keyAt(source: string, name: string, within: string): number {
  const member = Math.max(0, source.indexOf(`${within}:`));
  const found = [...keysIn(source, name)];
  return found.find((index) => index >= member) ?? found[0] ?? -1;
}

const colon = /\s*:/y;

/** Where the name stands as a key, in quotation marks or not. */
function* keysIn(source: string, name: string): Generator<number> {
  if (name === '') return;
  for (let at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + 1)) {
    const quote = /["']/.exec(source.charAt(at - 1))?.[0] ?? '';
    const end = at + name.length;
    colon.lastIndex = end + quote.length;
    if (source.startsWith(quote, end) && /[\s{,]/.test(source.charAt(at - quote.length - 1)) && colon.test(source))
      yield at - quote.length;
  }
}
