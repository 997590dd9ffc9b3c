import { Decimal } from '../exact/decimal.ts';
import { point } from '../exact/interval.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import type { ClassNames } from './classes.ts';
import { type Confusion, pairsOf } from './confusion.ts';
import { ratesOf } from './confusion-rates.ts';
import { nothingReported, type Reported } from './reported.ts';

/**
 * What formulas may say of a confusion matrix. `count(a, b)`: how many of class a were taken for class b; `confused(a, b)`:
 * both ways; `support(a)`, `taken(a)`, `recall(a)`, `precision(a)`; a group of classes in the place of one adds up its
 * members, without what was right; `f1(a)`, `mostTakenOf(a)`. Numbers: `classes`, `trace`, `total`, `errors`, `mostTaken`,
 * `mostConfused`, and those of `ratesOf`.
 */
export function reportOf(confusion: Confusion, names: ClassNames): Reported {
  const { count, support, taken, trace, total } = confusion;
  const over = (x: number, f: (i: number) => number): number => names.membersOf(x).reduce((sum, i) => sum + f(i), 0);
  const isPair = (a: number, b: number, x: number, y: number): boolean => a !== b || (x > 0 && y > 0);
  const between = (x: number, y: number): number =>
    over(x, (a) => over(y, (b) => (isPair(a, b, x, y) ? count(a, b) : 0)));
  const right = (x: number): number => over(x, (i) => count(i, i));
  const functions = [
    tableFunction('count', between),
    tableFunction('confused', (x, y) => between(x, y) + between(y, x)),
    tableFunction('support', (x) => over(x, support)),
    tableFunction('taken', (x) => over(x, taken)),
    tableFunction('recall', (x) => right(x) / over(x, support)),
    tableFunction('precision', (x) => right(x) / over(x, taken)),
    tableFunction('f1', (x) => (2 * right(x)) / (over(x, support) + over(x, taken))),
    tableFunction('mostTakenOf', (x) => Math.max(...pairsFrom(x).map(({ count: n }) => n))),
  ];
  const pairsFrom = (x: number) => pairsOf(confusion, false).filter(({ a }) => names.membersOf(x).includes(a));
  const most = (both: boolean): number => pairsOf(confusion, both)[0]?.count ?? 0;
  const values = {
    classes: confusion.classes,
    trace,
    total,
    errors: total - trace,
    mostTaken: most(false),
    mostConfused: most(true),
    ...ratesOf(confusion),
  };
  const words = names.words.flatMap((word) => {
    const code = names.codeOf(word);
    return code === undefined ? [] : [[word.replaceAll(' ', '_'), code] as const];
  });
  return { ...nothingReported, values: new Map([...words, ...Object.entries(values)]), functions };
}

/** A function over a table of counts: it has values at classes and groups only. */
function tableFunction(name: string, f: (...codes: number[]) => number): Fn {
  return {
    name,
    arity: [f.length, f.length],
    float: f,
    decimal: (...x) => new Decimal(f(...x.map((code) => code.toNumber()))),
    range: (_grid, ...x) => point(x.every(({ lo, hi }) => lo === hi) ? f(...x.map(({ lo }) => lo)) : Number.NaN),
  };
}
