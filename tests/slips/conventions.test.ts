import { describe, expect, it } from 'vitest';
import { print } from '../../src/expressions/print.ts';
import { setsOf } from '../../src/slips/conventions.ts';
import { under } from '../../src/slips/declared.ts';
import { matterOf } from '../../src/slips/matter.ts';
import { mutantsOf } from '../../src/slips/mutants.ts';
import { keyOf } from '../../src/working/key.ts';
import { english } from '../../src/working/message.ts';
import { defineProblem } from '../../src/working/problem.ts';
import { judged } from '../support/shown.ts';

/** weights = 5*5*48*64 = 76800, biases = 64, total = 76864. */
const layer = defineProblem({
  id: 'layer',
  title: 'A layer',
  rounding: { exact: true },
  counts: true,
  givens: { k: '5', c: '48', f: '64' },
  working: { weights: 'k*k*c*f', biases: 'f', total: 'weights + biases' },
  asks: { total: { points: 1 } },
  conventions: [
    { id: 'no-bias', says: 'no biases', over: { biases: '0' } },
    { id: 'one-map', says: 'each filter on one map', over: { weights: 'k*k*f' } },
    { id: 'both', says: 'one weight for each', over: { weights: 'c*f', biases: '1' } },
    { id: 'rare', says: 'the weights alone', over: { total: 'weights' }, price: 7 },
  ],
});
const working = layer.work({});
const of = (id: string) => mutantsOf(working).filter((mutant) => mutant.id === id);

describe('conventions that the question does not follow', () => {
  it('are followed together where they change different lines', () => {
    expect(setsOf(working.conventions).map((set) => set.map(({ id }) => id).join('+'))).toEqual([
      'no-bias',
      'one-map',
      'no-bias+one-map',
      'both',
      'rare',
      'no-bias+rare',
      'one-map+rare',
      'no-bias+one-map+rare',
      'both+rare',
    ]);
    expect(setsOf([])).toEqual([]);
  });

  it.each([
    ['no-bias', 2],
    ['one-map', 2],
    ['no-bias one-map', 4],
    ['rare', 7],
    ['both rare', 9],
  ])('cost what each of them costs: %s', (id, price) => {
    const [by] = of(id).filter(({ on }) => on === undefined);
    expect([by?.price, by?.kind]).toEqual([price, 'convention']);
  });

  it.each([
    ['76800', 'no biases'],
    ['1664', 'each filter on one map'],
    // 5*5*64, without 64.
    ['1600', 'no biases, and each filter on one map'],
    // 48*64 + 1
    ['3073', 'one weight for each'],
  ])('%s is right by another', (total, says) => {
    const found = judged(layer, { total }).get('total')?.explained?.explanations ?? [];
    expect(found.map(({ wording }) => english(wording.says))).toContain(
      `This is right by another convention, which this question does not follow: ${says}.`,
    );
  });

  it('may have a slip on top, unless they are rare', () => {
    const on = (id: string) => mutantsOf(working).filter((mutant) => mutant.on?.id === id);
    const slip = on('no-bias').find(({ trees }) => [...trees.values()].some((tree) => print(tree) === 'k*c*f'));
    expect([...(slip?.trees.keys() ?? [])].sort()).toEqual(['biases', 'weights']);
    expect(english(slip?.wording.says ?? '')).toMatch(/^Counted by another convention \(no biases\), and then: /);
    const alone = mutantsOf(working).find(
      ({ on: base, trees }) => !base && trees.size === 1 && [...trees.values()].some((tree) => print(tree) === 'k*c*f'),
    );
    // The convention, and once more as much for a slip on top of one.
    expect((slip?.price ?? 0) - (alone?.price ?? 0)).toBe(4);
    expect(on('rare')).toEqual([]);
  });
});

describe('the working of someone who follows a convention', () => {
  const [noBias, oneMap, , rare] = working.conventions;
  const all = (followed: typeof working.conventions, whole = false) => under(working, followed, whole);
  const stated = (followed: typeof working.conventions): Record<string, string> =>
    Object.fromEntries([...keyOf(all(followed))].map(([name, { stated: value }]) => [name, value.toString()]));

  it('has the key of the convention', () => {
    expect(all([])).toBe(working);
    expect(stated([noBias, oneMap].flatMap((one) => one ?? []))).toEqual({
      weights: '1600',
      biases: '0',
      total: '1600',
    });
  });

  it('has no lines from which nothing follows by it, unless a paper shows one', () => {
    const followed = rare ? [rare] : [];
    expect(all(followed).lines.map(({ name }) => name)).toEqual(['weights', 'total']);
    expect(all(followed, true).lines.map(({ name }) => name)).toEqual(['weights', 'biases', 'total']);
  });

  it('leaves the conventions that do not contradict it', () =>
    expect(all(noBias ? [noBias] : []).conventions.map(({ id }) => id)).toEqual(['one-map', 'rare']));
});

describe('what a slip loses and gains', () => {
  const steps = defineProblem({
    id: 'steps',
    title: 'Steps',
    rounding: { places: 4, when: 'every-step' },
    givens: { w: '0.7351', v: '-1.2384', g: '0.4917', x: '1.8273', eta: '0.3146' },
    working: { wn: 'w - eta*g*x', vn: 'v - eta*g', out: 'wn*vn + sigmoid(g)' },
    asks: { out: { points: 1 } },
  }).work({});
  const matter = (formula: string): (string | undefined)[] =>
    mutantsOf(steps)
      .filter(({ trees }) => trees.size === 1 && [...trees.values()].some((tree) => print(tree) === formula))
      .map((mutant) => matterOf(mutant, steps));

  it('is the same in lines of unlike form', () => {
    const [one, other] = [matter('w - g*x'), matter('v - g')];
    expect(one).toEqual(other);
    expect(one[0]).toMatch(/: eta for $/);
  });
  it('is another where another factor is lost', () => expect(matter('w - eta*x')).not.toEqual(matter('v - g')));
  it('is nothing where a number is only written wrongly or a sign is turned', () =>
    expect(matter('w + eta*g*x')).toContain(undefined));
});
