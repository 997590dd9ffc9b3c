import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { readNumberAnswer } from '../../src/reading/number.ts';
import { contextOf } from './context.ts';

type Writer = (text: string) => string;

/** Ways to write the digits of a whole number. */
const grouped = [',', ' ', "'", '’', '_', '\u00a0', '\u202f', '{,}', '\\,', '.'].map(
  (by): Writer =>
    (text) =>
      text.replace(/\B(?=(\d{3})+$)/g, by),
);
const scaled = [
  ['k', 3],
  [' K', 3],
  [' thousand', 3],
  ['M', 6],
  [' M', 6],
  [' million', 6],
  [' billion', 9],
  ['e6', 6],
  ['·10^6', 6],
  [' × 10⁶', 6],
  ['*10**3', 3],
] as const;
const byScale = scaled.map(
  ([sign, power]): Writer =>
    (text) =>
      `${new Decimal(text).div(new Decimal(10).pow(power)).toFixed()}${sign}`,
);
/** What stands around a number and changes nothing. */
const around: Writer[] = [
  (n) => n,
  (n) => ` ${n}.`,
  (n) => `**${n}**`,
  (n) => `$${n}$`,
  (n) => `\\boxed{${n}}`,
  (n) => `= ${n}`,
  (n) => `Answer: ${n}`,
  (n) => `So we get ${n}`,
  (n) => `(${n})`,
  (n) => `[${n}]`,
  (n) => `array([${n}])`,
  (n) => `tensor(${n})`,
  (n) => `${n} = ${n}`,
  (n) => `${n} (${n})`,
  (n) => `${n} (= ${n})`,
  (n) => `${n} + 0`,
];
const ofCount: Writer[] = [
  ...around,
  (n) => `total = ${n}`,
  (n) => `**Total:** ${n}`,
  (n) => `total parameters: ${n}`,
  (n) => `${n} parameters`,
  (n) => `${n} trainable parameters in total`,
  (n) => `There are ${n} parameters.`,
];
const ofDecimal: Writer[] = [...around, (n) => `a1 = ${n}`, (n) => `**a1:** ${n}`, (n) => `The output a1 is ${n}`];

function readsAs(text: string, value: string, problem: string, field: string): void {
  const reading = readNumberAnswer(text, contextOf(problem, field));
  if (reading.kind !== 'read') return;
  const right = new Decimal(value);
  if (!reading.value.value.eq(right)) throw new Error(`${text} read as ${reading.value.value.toFixed()}, not ${value}`);
}

const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
/** Sizes of every kind are equally likely. */
const digits = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((n) => fc.integer({ min: n === 1 ? 1 : 10 ** (n - 1), max: 10 ** n - 1 }));

it('a count is read as itself or refused, however it is written', () => {
  const writers = [(n: string) => n, ...grouped, ...byScale];
  fc.assert(
    fc.property(digits(9), pick(writers), pick(ofCount), fc.boolean(), (n, write, wrap, negative) => {
      const value = `${negative ? '-' : ''}${n}`;
      readsAs(wrap(`${negative ? '−' : ''}${write(String(n))}`), value, 'lenet', 'total');
    }),
    { numRuns: 3000 },
  );
});

it('a decimal is read as itself or refused, however it is written', () => {
  const styles: Writer[] = [
    (n) => n,
    (n) => n.replace('.', ','),
    (n) => n.replace(/^0\./, '.'),
    (n) => `${new Decimal(n).times(100).toFixed()}%`,
    (n) => `${new Decimal(n).times(100).toFixed()} percent`,
    (n) => new Decimal(n).toExponential(),
    (n) => new Decimal(n).toExponential().replace(/e\+?(-?\d+)/, '·10^$1'),
    (n) => new Decimal(n).toExponential().replace(/e\+?(-?\d+)/, ' \\times 10^{$1}'),
    (n) => `${n}0`,
  ];
  const decimals = fc.tuple(fc.integer({ min: 0, max: 99 }), digits(6)).map(([whole, part]) => `${whole}.${part}`);
  fc.assert(
    fc.property(decimals, pick(styles), pick(ofDecimal), (n, write, wrap) =>
      readsAs(wrap(write(n)), n, 'backprop', 'a1'),
    ),
    { numRuns: 3000 },
  );
});

it('two numbers are never read as one of them', () => {
  const between = [' or ', ' and ', ', ', '; ', ' / ', ' - ', ' – ', ' to ', ' vs ', '|', ' ± ', ' '];
  fc.assert(
    fc.property(digits(6), digits(6), pick(between), pick(around.slice(0, 8)), (a, b, by, wrap) => {
      fc.pre(a % b !== 0 && !/^\d{3}$/.test(String(b)));
      const reading = readNumberAnswer(wrap(`${a}.5${by}${b}.25`), contextOf('backprop', 'a1'));
      expect(reading.kind).not.toBe('read');
    }),
    { numRuns: 1500 },
  );
});
