import { type Interval, point } from '../exact/interval.ts';
import type { Grid } from '../exact/rounding.ts';
import { floatsOf } from '../working/key.ts';
import { ref, say } from '../working/message.ts';
import { type Copy, copies, misplacedWeight, miswritings, pointMoved } from './copies.ts';
import { weighed } from './likelihood.ts';
import { literal } from './literal.ts';
import { type Segment, slotsOf } from './segment.ts';
import { type Fitting, reachOf, through, type WrongLine } from './wrong-line.ts';

/** Copies of written numbers rank beside the slips of the working a little above what their number of ways gives. */
const fewCopies = 3;

/** A written number above was copied wrongly into this line. */
export function copied(
  wrong: WrongLine,
  { program, worked: lines }: Segment,
  parents: readonly string[],
  legal: Interval | undefined,
  grid: Grid,
): Fitting[] {
  const { working, shown, values } = wrong;
  const reach = reachOf(wrong, legal);
  program.begin(values);
  return parents.flatMap((name) => {
    const slot = slotsOf(working).get(name) as number;
    const before = values[slot] as number;
    const worked = (value: number): number => {
      values[slot] = value;
      return lines.again(slot);
    };
    const near = (value: number): boolean => Math.abs(worked(value) - shown.value) <= reach;
    const text = wrong.textOf(name) ?? '';
    const found = copies(text, near).flatMap((copy) =>
      copyFitting(wrong, name, { ...copy, weight: copy.weight / parents.length }, worked(copy.value), grid),
    );
    worked(before);
    return found;
  });
}

function copyFitting(wrong: WrongLine, name: string, copy: Copy, value: number, grid: Grid): Fitting[] {
  const inputs = (other: string): Interval => (other === name ? point(copy.value) : wrong.own(other));
  const interval = through(wrong, new Map(), inputs, grid);
  const weight = interval
    ? weighed(copy.weight, wrong, { trees: new Map(), instead: { name, value: copy.value } }, interval)
    : 0;
  if (weight === 0) return [];
  const wording = {
    ...copy.wording(),
    says: say`${ref(name)} was copied as ${copy.text} instead of ${wrong.textOf(name) ?? ''}.`,
  };
  const { kind } = copy;
  const plausibility = weight * fewCopies;
  return [{ kind, step: wrong.line.name, wording, value, weight, plausibility, mutants: [], miswritten: false }];
}

/** The written numbers that are used in a line or in the unwritten ones above it. */
export function parentsWritten({ line, hidden, wrote }: WrongLine): readonly string[] {
  const used = hidden.length === 0 ? line.inputs : [...new Set([...hidden, line].flatMap(({ inputs }) => inputs))];
  return used.filter(wrote);
}

/** The line was worked rightly and its number written down wrongly. */
export function miswritten(wrong: WrongLine, legal: Interval | undefined): Fitting[] {
  if (!legal) return [];
  const meant = cells(legal, wrong.shown.places);
  const copied = meant.flatMap((right) =>
    miswritings(wrong.shown, right).map((copy) => ({ ...copy, weight: copy.weight / meant.length })),
  );
  return [...copied, ...pointMoved(wrong.shown, legal)].map(({ value, wording, ...copy }) => ({
    ...copy,
    wording: wording(),
    plausibility: copy.weight * fewCopies,
    step: wrong.line.name,
    value,
    mutants: [],
    miswritten: true,
  }));
}

/** The number of another line stands here. */
export function misplaced(wrong: WrongLine): Fitting[] {
  const { working, line, hidden, shown } = wrong;
  const others = working.lines.filter((other) => other !== line && !hidden.includes(other));
  const weight = misplacedWeight / Math.max(1, others.length);
  return others.flatMap(({ name }): Fitting[] => {
    const value = floatsOf(working).get(name) ?? Number.NaN;
    if (!(Math.abs(value - shown.value) <= 10 ** -shown.places)) return [];
    const here =
      shown.significant < 3
        ? 0
        : weighed(weight, wrong, { trees: new Map([[line.name, literal(String(value))]]) }, point(value));
    const wording = {
      says: say`${shown.text} is the value of ${ref(name)}: a number in the wrong place.`,
      hint: 'The number belongs to another line.',
      check: 'Does each number stand in the line it belongs to?',
    };
    const fitting = { kind: 'swapped' as const, step: line.name, wording, value, mutants: [], miswritten: false };
    return here === 0 ? [] : [{ ...fitting, weight: here, plausibility: here * fewCopies }];
  });
}

const mostCells = 8;

/** The numbers of so many places that stand for values of the interval; none where it is too vague. */
function cells({ lo, hi }: Interval, places: number): number[] {
  const scale = 10 ** places;
  const first = Math.round(lo * scale);
  const count = Math.round(hi * scale) - first + 1;
  return count > mostCells ? [] : Array.from({ length: count }, (_, i) => (first + i) / scale);
}
