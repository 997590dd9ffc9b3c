import { type Interval, middle } from '../exact/interval.ts';
import type { Grid } from '../exact/rounding.ts';
import { print } from '../expressions/print.ts';
import { type Expression, substitute } from '../expressions/tree.ts';
import { weighed } from './likelihood.ts';
import { literal } from './literal.ts';
import { said } from './misread.ts';
import type { Misreading } from './misreadings.ts';
import type { Mutant } from './mutant.ts';
import { pricingOf } from './pricing.ts';
import type { Candidate, Segment } from './segment.ts';
import { tryAll } from './trials.ts';
import { type Fitting, reachOf, through, type WrongLine } from './wrong-line.ts';

interface Hit {
  readonly candidate: Candidate;
  readonly reading: Misreading | undefined;
  readonly value: number;
}

/** The slips in the working itself that give the number: every mutant of the segment is tried. */
export function structural(wrong: WrongLine, segment: Segment, legal: Interval | undefined, grid: Grid): Fitting[] {
  const { working, shown, values } = wrong;
  const reach = reachOf(wrong, legal);
  const hits: Hit[] = [];
  tryAll(segment, working, values, (value, candidate, reading) => {
    if (Math.abs(value - shown.value) <= reach) hits.push({ candidate, reading, value });
  });
  return withoutIdle(
    alikeAsOne(
      hits.flatMap((hit) => fitting(wrong, segment, hit, grid)),
      segment,
    ),
  );
}

function fitting(wrong: WrongLine, segment: Segment, { candidate, reading, value }: Hit, grid: Grid): Fitting[] {
  const { working, line, hidden } = wrong;
  const alike = [candidate.mutant, ...candidate.others];
  const pricing = pricingOf(segment, working);
  const weight = pricing.of(alike, reading);
  const mutants = reading ? alike.map((one) => said(one, reading, working)) : alike;
  const [mutant] = mutants as [Mutant, ...Mutant[]];
  const interval = through(wrong, mutant.trees, wrong.own, grid);
  const here = interval ? weighed(weight, wrong, mutant, interval) : 0;
  if (here === 0) return [];
  const changed = [...hidden, line].find((l) => mutant.trees.has(l.name));
  const formula = changed === line ? inNumbers(wrong, mutant.trees.get(line.name)) : undefined;
  const { kind, wording } = mutant;
  const step = changed?.name ?? line.name;
  const plausibility = (pricing.plausibility(alike, reading) * here) / weight;
  const fit = { kind, wording, step, value, mutants, miswritten: false, weight: here, plausibility };
  return [{ ...fit, ...(formula && { formula }) }];
}

/** Slips that change the lines alike, such as a given misread as 1 and the same left out, are one. */
function alikeAsOne(found: readonly Fitting[], { lines }: Segment): Fitting[] {
  const byTrees = new Map<string, Fitting>();
  const changed = ({ trees }: Mutant) => lines.flatMap(({ name }) => trees.get(name) ?? []);
  for (const one of found) {
    const key = one.mutants.slice(0, 1).flatMap(changed).map(print).join(';');
    const same = byTrees.get(key);
    byTrees.set(key, same ? together(same, one) : one);
  }
  return [...byTrees.values()];
}

function together(a: Fitting, b: Fitting): Fitting {
  const price = ({ mutants }: Fitting): number => mutants[0]?.price ?? 0;
  const [first, second] = price(b) < price(a) ? [b, a] : [a, b];
  return {
    ...first,
    weight: a.weight + b.weight,
    plausibility: a.plausibility + b.plausibility,
    mutants: [...first.mutants, ...second.mutants],
  };
}

/** A slip on top of a convention that changes nothing is no explanation where the convention is one by itself. */
function withoutIdle(found: readonly Fitting[]): Fitting[] {
  const fit = new Set(found.flatMap(({ mutants }) => mutants));
  return found.filter(({ mutants: [first] }) => first?.on === undefined || !fit.has(first.on));
}

function inNumbers({ textOf, own, places }: WrongLine, tree: Expression | undefined): string | undefined {
  if (!tree) return undefined;
  const value = (name: string): Expression => literal(textOf(name) ?? trimmed(middle(own(name)), places));
  return print(substitute(tree, value));
}

const trimmed = (value: number, places: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.min(12, Math.max(0, places)));
