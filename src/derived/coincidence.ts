import { operatorOf, said } from '../slips/misread.ts';
import { segmentOf, slotsOf } from '../slips/segment.ts';
import { trialsOf, tried, type Wanted } from '../slips/trials.ts';
import { type KeyValue, keyOf } from '../working/key.ts';
import { english } from '../working/message.ts';
import type { Line, Working } from '../working/working.ts';

/** Two slips in one line, or a slip and the right working, that give the same number at the stated rounding. */
export interface Coincidence {
  readonly line: string;
  /** The number that both give. */
  readonly value: string;
  /** What each did, in words; for the right working the first is absent. */
  readonly says: readonly string[];
}

/** How far two values must lie apart, relatively, to be different by more than the way they were reckoned. */
const sameByAlgebra = 1e-9;

const isCommon: Wanted = ({ trees, operator }, reading) =>
  trees.size === 1 && (reading ? operatorOf(reading) : operator).traits.includes('common');

/** The common slips that cannot be told apart although they are different, in lines worked from the right numbers. */
export function coincidences(working: Working): Coincidence[] {
  const key = keyOf(working);
  return working.lines.flatMap((line) => inLine(working, line, key));
}

/** The first coincidence in words, for refusing a variant. */
export function isCoincidence(working: Working, key = keyOf(working)): string | undefined {
  for (const line of working.lines) {
    const [first] = inLine(working, line, key);
    if (first) return `two common slips in ${first.line} both give ${first.value}`;
  }
  return undefined;
}

function inLine(working: Working, line: Line, key: ReadonlyMap<string, KeyValue>): Coincidence[] {
  const { places = 12 } = key.get(line.name) as KeyValue;
  const segment = segmentOf(working, line, []);
  const values = valuesOf(working, key);
  const trials = trialsOf(segment, working, values, isCommon).map((trial) => {
    const { mutant } = trial.candidate;
    const says = () => english((trial.reading ? said(mutant, trial.reading, working) : mutant).wording.says);
    return { says, value: tried(trial, values) };
  });
  const all: { says?: () => string; value: number }[] = [{ value: segment.worked.value() }, ...trials];
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => alike(a.value, b.value, places))
      .map((b) => ({
        line: line.name,
        value: b.value.toFixed(places),
        says: [a.says?.(), b.says?.()].filter((s) => s !== undefined),
      })),
  );
}

/** Equal once rounded, but not equal by algebra: those are one slip under two names. */
function alike(a: number, b: number, places: number): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const apart = Math.abs(a - b);
  return a.toFixed(places) === b.toFixed(places) && apart > sameByAlgebra * Math.max(Math.abs(a), Math.abs(b));
}

function valuesOf(working: Working, key: ReadonlyMap<string, KeyValue>): Float64Array {
  const values = new Float64Array(slotsOf(working).size);
  for (const [name, slot] of slotsOf(working))
    values[slot] = key.get(name)?.stated.toNumber() ?? Number(working.givens.get(name));
  return values;
}
