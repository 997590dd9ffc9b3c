import type { Compiled } from '../../expressions/compile.ts';
import { print } from '../../expressions/print.ts';
import type { Expression } from '../../expressions/tree.ts';
import type { Line, Working } from '../../working/problem.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { programs } from './program.ts';

/** A mutant as one segment sees it; those that change the segment alike are one candidate. */
export interface Candidate {
  /** The likeliest of those that are alike here. */
  readonly mutant: Mutant;
  /** The others, dearer: the same slip in more lines, or the same numbers by another name. */
  readonly others: readonly Mutant[];
  /** Prior weight; those of all candidates add up to `Segment.weight`. */
  readonly weight: number;
  /** The last line's value, from an array of the values of everything before; NaN where it is no value at all. */
  readonly run: Compiled;
}

/**
 * A written line with the unwritten lines above it, down to written ones: what was worked between two written numbers.
 * A slip that shows in the written line happened somewhere in its segment.
 */
export interface Segment {
  readonly line: Line;
  /** The unwritten lines and the written one, in working order. */
  readonly lines: readonly Line[];
  readonly candidates: readonly Candidate[];
  readonly weight: number;
  readonly run: Compiled;
}

/** Where each symbol's value lies in the arrays that compiled formulas read. */
export function slotsOf(working: Working): ReadonlyMap<string, number> {
  const known = slots.get(working);
  if (known) return known;
  const names = [...working.givens.keys(), ...working.lines.map((line) => line.name)];
  const made = new Map(names.map((name, i) => [name, i]));
  slots.set(working, made);
  return made;
}

const slots = new WeakMap<Working, ReadonlyMap<string, number>>();
const segments = new WeakMap<Working, Map<string, Segment>>();

/** The segment of a line whose unwritten ancestors are `hidden`; compiled once for a working. */
export function segmentOf(working: Working, line: Line, hidden: readonly Line[]): Segment {
  const byKey = segments.get(working) ?? new Map<string, Segment>();
  segments.set(working, byKey);
  const key = [...hidden, line].map((l) => l.name).join(' ');
  const segment = byKey.get(key) ?? build(working, line, [...hidden, line]);
  byKey.set(key, segment);
  return segment;
}

function build(working: Working, line: Line, lines: readonly Line[]): Segment {
  const relevant = mutantsOf(working).filter((m) => lines.some((l) => m.trees.has(l.name)));
  const counts = new Map<string, number>();
  for (const m of relevant) counts.set(familyOf(m), (counts.get(familyOf(m)) ?? 0) + 1);
  const alike = new Map<string, { mutants: Mutant[]; weight: number }>();
  for (const m of relevant) {
    const key = lines.map((l) => keyOf(m.trees.get(l.name))).join(';');
    const entry = alike.get(key) ?? { mutants: [], weight: 0 };
    entry.mutants.push(m);
    entry.weight += 2 ** -m.price / (counts.get(familyOf(m)) ?? 1);
    alike.set(key, entry);
  }
  const program = programs(working, lines, slotsOf(working));
  const candidates = [...alike.values()].map(({ mutants, weight }): Candidate => {
    const [mutant, ...others] = [...mutants].sort((a, b) => a.price - b.price || a.trees.size - b.trees.size);
    return { mutant: mutant as Mutant, others, weight, run: program(mutant as Mutant) };
  });
  const weight = candidates.reduce((total, candidate) => total + candidate.weight, 0);
  return { line, lines, candidates, weight, run: program() };
}

const familyOf = ({ family, kind }: Mutant): string => family ?? kind;

const printed = new WeakMap<Expression, string>();

function keyOf(tree: Expression | undefined): string {
  if (!tree) return '';
  const text = printed.get(tree) ?? print(tree);
  printed.set(tree, text);
  return text;
}
