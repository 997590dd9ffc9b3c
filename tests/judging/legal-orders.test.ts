import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import chain from '../../problems/sigmoid-chain/problem.ts';
import { variantsOf } from '../../src/derived/variants.ts';
import { judge } from '../../src/judging/carried.ts';
import { keyOf, keyText } from '../../src/working/key.ts';
import type { Problem, Working } from '../../src/working/problem.ts';
import { type Bounds, boundsOf } from '../support/bounds.ts';
import { seeded } from '../support/random.ts';
import { judged, shownOf } from '../support/shown.ts';
import { workedByHand } from '../support/student.ts';

const half = (places: number): number => 0.5 * 10 ** -places;

/** Workings are kept, because the marker keeps with each what it has worked out about it. */
const worked = [backprop, chain].flatMap((problem) =>
  variantsOf(problem, 'legal orders', 20).map((givens) => ({ problem, working: problem.work(givens) })),
);
const ofVariant = fc.constantFrom(...worked);

const verdictsOf = (
  { problem, working }: (typeof worked)[number],
  answers: Record<string, string>,
): Map<string, string> => {
  const shown = new Map(Object.entries(answers).map(([name, text]) => [name, shownOf(text)]));
  const judgements = judge(working, shown, new Set(Object.keys(problem.asks)));
  return new Map(
    [...judgements].map(([name, { verdict, remarks }]) => [name, remarks.includes('no-order') ? 'review' : verdict]),
  );
};

/** Works every line as one legal student: what is rounded, how ties go, and the order of working are up to `random`. */
function answersOf(problem: Problem, working: Working, random: () => number): Record<string, string> {
  const places = 'places' in working.rounding ? working.rounding.places : 4;
  const ends = 'when' in working.rounding && working.rounding.when === 'end';
  const onTheWay = ends ? places + 2 : places;
  const tie = random() < 0.5 ? Decimal.ROUND_HALF_UP : Decimal.ROUND_HALF_EVEN;
  const round = (x: Decimal): Decimal => (random() < 0.6 ? x.toDecimalPlaces(onTheWay, tie) : x);
  const values = new Map([...working.givens].map(([name, text]) => [name, new Decimal(text)]));
  const shown: Record<string, string> = {};
  const keeps = random();
  for (const { name, formula } of working.lines) {
    const value = workedByHand(formula, (input) => values.get(input) ?? new Decimal(Number.NaN), round, random);
    const asked = Object.hasOwn(problem.asks, name);
    const text = value.toFixed((ends && !asked ? onTheWay : places) + (random() < 0.2 ? 1 : 0), tie);
    if (asked || random() < keeps) shown[name] = text;
    values.set(name, random() < 0.5 || (ends && asked) ? value : new Decimal(text));
  }
  return shown;
}

describe('a right answer of any variant, rounded in any legal order', () => {
  it('is never refused', () => {
    const property = fc.property(ofVariant, fc.integer(), (variant, seed) => {
      const answers = answersOf(variant.problem, variant.working, seeded(seed));
      const refused = [...verdictsOf(variant, answers)].filter(([, verdict]) => verdict !== 'correct');
      expect({ givens: [...variant.working.givens], answers, refused }).toMatchObject({ refused: [] });
    });
    fc.assert(property, { numRuns: 8000, seed: 20261121 });
  }, 60_000);
});

/** The widest that a line can be, from written lines above it that are the solver's own. */
function widest(working: Working, line: string, written: ReadonlyMap<string, number>, most: number): Bounds {
  const at = (name: string): Bounds => {
    const given = working.givens.get(name);
    if (given !== undefined) return [Number(given), Number(given)];
    const shown = written.get(name);
    if (shown !== undefined) return [shown - most, shown + most];
    return widest(working, name, written, most);
  };
  const found = working.lines.find(({ name }) => name === line);
  if (!found) throw new Error(line);
  const [low, high] = boundsOf(found.formula, at, most);
  return [low - most, high + most];
}

describe('a value that no legal order of rounding gives', () => {
  it('is never correct', () => {
    const place = fc.tuple(ofVariant, fc.nat(30), fc.boolean(), fc.boolean(), fc.nat());
    const property = fc.property(place, ([variant, beyond, above, alone, at]) => {
      const { problem, working } = variant;
      const ends = 'when' in working.rounding && working.rounding.when === 'end';
      const lines = ends ? Object.keys(problem.asks) : working.lines.map(({ name }) => name);
      const line = lines[at % lines.length] ?? '';
      const others = [...keyOf(working)].filter(([name]) => name !== line && !ends && !alone);
      const written = new Map(others.map(([name, { stated }]) => [name, stated.toNumber()]));
      const [low, high] = widest(working, line, written, half(ends ? 6 : 4));
      // The first number of four places whose window of half a unit ends before the bound, and those beyond it.
      const units = above ? Math.ceil(high * 1e4 + 0.55) + beyond : Math.floor(low * 1e4 - 0.55) - beyond;
      const text = new Decimal(units).div(1e4).toFixed(4);
      const answers = { ...Object.fromEntries(others.map(([name, value]) => [name, keyText(value)])), [line]: text };
      const verdict = verdictsOf(variant, answers).get(line);
      expect({ givens: [...working.givens], answers, line, verdict }).not.toMatchObject({ verdict: 'correct' });
    });
    fc.assert(property, { numRuns: 2500, seed: 20261121 });
  }, 60_000);

  it.each([
    // Every other number near the answer of the published question, whose only legal value is 0.0006.
    ...['0.0000', '0.0001', '0.0004', '0.0005', '0.0007', '0.0008', '0.0010', '-0.0006'].map((text) => [text] as const),
  ])('%s for 0.0006', (text) => {
    expect(judged(backprop, { dL_dw3: text }).get('dL_dw3')?.verdict).not.toBe('correct');
  });
});
