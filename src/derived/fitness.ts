import type { Decimal } from '../exact/decimal.ts';
import type { Fn } from '../expressions/functions/fn.ts';
import { type KeyValue, keyOf } from '../working/key.ts';
import type { FitnessRule, Problem, Working } from '../working/problem.ts';
import { isCoincidence } from './coincidence.ts';

const fewestDigits = 2;
/** So near to a limit, in parts of what lies between the limits, a sigmoid is so flat that a slip above it hardly shows. */
const flatShare = 0.03;

/** Why a variant should not be set, and the rule it breaks where a problem may waive that. */
export interface Unfit {
  readonly rule?: FitnessRule;
  readonly says: string;
}

/** Finds what breaks a rule; nothing where the problem waives it. */
type Broken = (rule: FitnessRule, says: string | undefined) => Unfit | undefined;

/**
 * Why a variant should not be set: a step from which later lines come out right whatever is done, an answer that says
 * too little, or two common slips that no one could tell apart. Undefined where it is fit.
 */
export function unfit(problem: Problem, working: Working): Unfit | undefined {
  const { waives = {} } = problem;
  const broken: Broken = (rule, says) =>
    says === undefined || waives[rule] !== undefined ? undefined : { rule, says };
  const given = working.counts ? undefined : degenerateGiven(problem, working, broken);
  if (given) return given;
  const key = keyOf(working);
  for (const [name, { exact }] of key) if (!exact.isFinite()) return { says: `${name} has no finite value` };
  if (working.counts) {
    const says = unfitCount(working, key);
    return says === undefined ? undefined : { says };
  }
  const coincidence = (): Unfit | undefined =>
    waives.coincidence === undefined ? broken('coincidence', isCoincidence(working, key)) : undefined;
  return (
    degenerateStep(working, key, broken) ?? broken('few-digits', vagueAnswer(problem, working, key)) ?? coincidence()
  );
}

/** Nothing but a line that says 0, for a layer that learns nothing, may be 0. */
function unfitCount({ lines }: Working, key: ReadonlyMap<string, KeyValue>): string | undefined {
  const zeros = new Set(lines.filter(({ formula }) => formula.kind === 'number').map(({ name }) => name));
  const broken = [...key].find(([name, { exact }]) => !exact.isInteger() || (exact.lte(0) && !zeros.has(name)));
  return broken && `${broken[0]} is ${broken[1].exact}, no count`;
}

/** Drawn givens only: the author chose the others. */
function degenerateGiven({ domains = {} }: Problem, { givens }: Working, broken: Broken): Unfit | undefined {
  const drawn = Object.keys(domains).filter((name) => givens.has(name));
  const sizes = new Map<number, string>();
  for (const name of drawn) {
    const size = Math.abs(Number(givens.get(name)));
    const same = sizes.get(size);
    const trivial = size === 0 || size === 1 ? `${name} is ${givens.get(name)}` : undefined;
    const found = broken('trivial-givens', trivial) ?? broken('same-givens', same && sameSize(same, name));
    if (found) return found;
    sizes.set(size, name);
  }
  return undefined;
}

const sameSize = (a: string, b: string): string => `${a} and ${b} are of the same size`;

function degenerateStep({ lines }: Working, key: ReadonlyMap<string, KeyValue>, broken: Broken): Unfit | undefined {
  const seen = new Map<string, string>();
  for (const { name, formula } of lines) {
    const { stated, exact } = key.get(name) as KeyValue;
    const size = stated.abs();
    const trivial = size.isZero() || size.eq(1) ? `${name} is ${stated}` : undefined;
    const same = seen.get(size.toString());
    const flat = formula.kind === 'call' && isFlat(formula.fn, exact) ? `${name} is saturated` : undefined;
    const found =
      broken('trivial-steps', trivial) ??
      broken('same-steps', same && sameSize(same, name)) ??
      broken('saturated', flat);
    if (found) return found;
    seen.set(size.toString(), name);
  }
  return undefined;
}

function isFlat({ limits: [low, high] = [] }: Fn, value: Decimal): boolean {
  if (low === undefined || high === undefined) return false;
  const margin = flatShare * (Number(high) - Number(low));
  return value.lt(Number(low) + margin) || value.gt(Number(high) - margin);
}

function vagueAnswer({ asks }: Problem, { arrays }: Working, key: ReadonlyMap<string, KeyValue>): string | undefined {
  const isVague = (name: string): boolean => (key.get(name)?.stated.precision() ?? 0) < fewestDigits;
  const single = Object.keys(asks).find((name) => key.has(name) && isVague(name));
  if (single) return `${single} has fewer than ${fewestDigits} significant digits`;
  const array = arrays?.lines.find(({ name, cells }) => {
    const vague = cells.flat().filter(isVague).length;
    return Object.hasOwn(asks, name) && !key.has(name) && 2 * vague > cells.flat().length;
  });
  return array && `most cells of ${array.name} have fewer than ${fewestDigits} significant digits`;
}
