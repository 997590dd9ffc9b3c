import { abs } from './abs.ts';
import { ceil } from './ceil.ts';
import { cos } from './cos.ts';
import { cosh } from './cosh.ts';
import { dsigmoid } from './dsigmoid.ts';
import { erf } from './erf.ts';
import { exp } from './exp.ts';
import { floor } from './floor.ts';
import type { Aliases, Fn } from './fn.ts';
import { gelu } from './gelu.ts';
import { leakyRelu } from './leaky-relu.ts';
import { ln } from './ln.ts';
import { log2 } from './log2.ts';
import { log10 } from './log10.ts';
import { max } from './max.ts';
import { min } from './min.ts';
import { relu } from './relu.ts';
import { round } from './round.ts';
import { sech } from './sech.ts';
import { sigmoid } from './sigmoid.ts';
import { sign } from './sign.ts';
import { sin } from './sin.ts';
import { sinh } from './sinh.ts';
import { softplus } from './softplus.ts';
import { sqrt } from './sqrt.ts';
import { step } from './step.ts';
import { tanh } from './tanh.ts';

/** The functions that a formula may apply. Another one is a file and a line here. */
export const functions: readonly Fn[] = [
  sigmoid,
  dsigmoid,
  tanh,
  relu,
  leakyRelu,
  softplus,
  gelu,
  step,
  sign,
  exp,
  ln,
  log10,
  log2,
  sin,
  cos,
  sinh,
  cosh,
  sech,
  erf,
  sqrt,
  abs,
  floor,
  ceil,
  round,
  max,
  min,
];

const byName = new Map(functions.map((fn) => [fn.name, fn]));

/** The function of a name; `own` are those of an author, which come first. */
export const findFunction = (name: string, own: readonly Fn[] = []): Fn | undefined =>
  own.find((fn) => fn.name === name) ?? byName.get(name);

/** May a name mean several functions? */
export const isUnclear = (name: string): boolean => functions.some(({ unclear }) => unclear?.includes(name));

/** What a notation calls the functions: their names, what everybody calls them, and its own words. */
export function wordsFor(notation: keyof Aliases | 'plain', own: readonly Fn[] = []): ReadonlyMap<string, Fn> {
  const special = (fn: Fn): readonly string[] => (notation === 'plain' ? [] : (fn.aliases?.[notation] ?? []));
  const words = (fn: Fn): string[] => [fn.name, ...(fn.aliases?.any ?? []), ...special(fn)];
  return new Map([...functions, ...own].flatMap((fn) => words(fn).map((word) => [word, fn] as const)));
}
