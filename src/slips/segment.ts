import type { Line, Working } from '../working/working.ts';
import { misreadSymbol } from './misread.ts';
import type { Mutant } from './mutant.ts';
import { Program, type Worked } from './program.ts';
import { printed, type Structure, structureOf } from './structure.ts';

/** A mutant as one segment sees it; those that change the segment alike are one candidate. */
export interface Candidate {
  /** The likeliest of those that are alike here. */
  readonly mutant: Mutant;
  /** The others, dearer: the same slip in more lines, or the same numbers by another name. */
  readonly others: readonly Mutant[];
  readonly worked: Worked;
}

/**
 * A written line with the unwritten lines above it, down to written ones: what was worked between two written numbers.
 * A slip that shows in the written line happened somewhere in its segment. It holds for every working of a structure.
 */
export interface Segment {
  readonly line: Line;
  /** The unwritten lines and the written one, in working order. */
  readonly lines: readonly Line[];
  readonly candidates: readonly Candidate[];
  /** Works the lines and the candidates, from the values of everything before. */
  readonly program: Program;
  /** The lines as they are. */
  readonly worked: Worked;
}

/** Where each symbol's value lies in the arrays that compiled formulas read; the last place is for a misread number. */
export function slotsOf(working: Working): ReadonlyMap<string, number> {
  const known = slots.get(structureOf(working));
  if (known) return known;
  const names = [...working.givens.keys(), ...working.lines.map((line) => line.name), misreadSymbol];
  const made = new Map(names.map((name, i) => [name, i]));
  slots.set(structureOf(working), made);
  return made;
}

const slots = new WeakMap<Structure, ReadonlyMap<string, number>>();
const segments = new WeakMap<Structure, Map<string, Segment>>();

/** So many candidates are kept for a structure; with more the segments are found again as they are met. */
const mostKept = 150_000;

/** The segment of a line whose unwritten ancestors are `hidden`; found once for a structure. */
export function segmentOf(working: Working, line: Line, hidden: readonly Line[]): Segment {
  const structure = structureOf(working);
  const byKey = segments.get(structure) ?? new Map<string, Segment>();
  segments.set(structure, byKey);
  const key = [...hidden, line].map((l) => l.name).join(' ');
  const known = byKey.get(key);
  if (known) return known;
  const segment = build(structure, line, [...hidden, line]);
  const kept = [...byKey.values()].reduce((total, { candidates }) => total + candidates.length, 0);
  if (kept > mostKept) byKey.clear();
  byKey.set(key, segment);
  return segment;
}

function build(structure: Structure, line: Line, lines: readonly Line[]): Segment {
  const alike = new Map<string, Mutant[]>();
  const order = orderOf(lines);
  for (const m of relevant(structure.mutants(), lines)) {
    const key = keyOf(m, order);
    const entry = alike.get(key);
    if (entry) entry.push(m);
    else alike.set(key, [m]);
  }
  const program = new Program(structure.working, lines, slotsOf(structure.working));
  const candidates = [...alike.values()].map((same): Candidate => {
    const [mutant, ...others] = same.sort((a, b) => a.price - b.price || a.trees.size - b.trees.size);
    return { mutant: mutant as Mutant, others, worked: program.with(mutant) };
  });
  return { line, lines, candidates, program, worked: program.with() };
}

const orderOf = (lines: readonly Line[]): ReadonlyMap<string, number> => new Map(lines.map(({ name }, i) => [name, i]));

/** Those that change a line of a segment. */
export function relevant(mutants: readonly Mutant[], lines: readonly Line[]): readonly Mutant[] {
  const order = orderOf(lines);
  return mutants.filter(({ trees }) => {
    for (const name of trees.keys()) if (order.has(name)) return true;
    return false;
  });
}

/** What a mutant makes of some lines, in their order; a misread given by its name. */
function keyOf({ trees, reads }: Mutant, order: ReadonlyMap<string, number>): string {
  const changed = [...trees].filter(([name]) => order.has(name));
  if (changed.length > 1) changed.sort(([a], [b]) => (order.get(a) as number) - (order.get(b) as number));
  return changed.map(([name, tree]) => `${name}=${printed(tree)}${reads?.given ?? ''};`).join('');
}
