import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlain } from '../../src/expressions/plain.ts';
import { readNumberAnswer } from '../../src/reading/number.ts';
import { cpuTime } from '../support/cpu.ts';
import { contextOf } from './context.ts';

const context = contextOf('lenet', 'total');

/** Arithmetic over whole numbers as a tree, with its value; written with the signs a student may choose. */
interface Sum {
  readonly text: string;
  readonly value: bigint;
}

const sign = fc.constantFrom('*', ' * ', '×', ' x ', '·', ' \\times ', '\\cdot ');
const whole = fc.integer({ min: 1, max: 5000 }).map((n): Sum => ({ text: String(n), value: BigInt(n) }));
const product = fc
  .tuple(fc.array(whole, { minLength: 2, maxLength: 4 }), sign)
  .map(
    ([parts, by]): Sum => ({ text: parts.map((p) => p.text).join(by), value: parts.reduce((v, p) => v * p.value, 1n) }),
  );
const total = fc
  .array(fc.oneof(whole, product), { minLength: 2, maxLength: 4 })
  .map(
    (parts): Sum => ({ text: parts.map((p) => p.text).join(' + '), value: parts.reduce((v, p) => v + p.value, 0n) }),
  );
const bracketed = fc.tuple(total, whole, fc.constantFrom('', '*', ' × ')).map(
  ([inner, outer, by]): Sum => ({
    text: `(${inner.text})${by || '*'}${outer.text}`,
    value: inner.value * outer.value,
  }),
);
const arithmetic = fc.oneof(total, bracketed);

describe('shown arithmetic over whole numbers', () => {
  it('is worked out exactly, whatever its signs', () => {
    fc.assert(
      fc.property(arithmetic, ({ text, value }) => {
        const right = readNumberAnswer(`${text} = ${value}`, context);
        expect(right).toMatchObject({ kind: 'read', steps: [{ agrees: true, own: String(value) }] });
        const wrong = readNumberAnswer(`${text} = ${value + 1n}`, context);
        expect(wrong).toMatchObject({ kind: 'read', steps: [{ agrees: false, own: String(value) }] });
        const bare = readNumberAnswer(text, context);
        if (bare.kind === 'read') expect(bare.value.value.toFixed()).toBe(String(value));
      }),
      { numRuns: 300 },
    );
  });
});

/** Arithmetic over decimals in any style, with its value in float64. */
interface Typeset {
  readonly text: string;
  readonly value: number;
}

const styled = fc.letrec<{ any: Typeset; atom: Typeset }>((tie) => {
  const two = fc.tuple(tie('any'), tie('any'));
  const wrapped = (open: string, close: string, f: (x: number) => number) =>
    tie('any').map(({ text, value }): Typeset => ({ text: `${open}${text}${close}`, value: f(value) }));
  const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
  return {
    atom: fc.integer({ min: 1, max: 9999 }).map((n): Typeset => ({ text: (n / 1000).toFixed(3), value: n / 1000 })),
    any: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie('atom'),
      two.map(([a, b]): Typeset => ({ text: `(${a.text} + ${b.text})`, value: a.value + b.value })),
      two.map(([a, b]): Typeset => ({ text: `\\left(${a.text} − ${b.text}\\right)`, value: a.value - b.value })),
      two.map(([a, b]): Typeset => ({ text: `(${a.text})(${b.text})`, value: a.value * b.value })),
      two.map(([a, b]): Typeset => ({ text: `[${a.text} \\times ${b.text}]`, value: a.value * b.value })),
      two.map(([a, b]): Typeset => ({ text: `(${a.text})x(${b.text})`, value: a.value * b.value })),
      two.map(([a, b]): Typeset => ({ text: `\\frac{${a.text}}{${b.text}}`, value: a.value / b.value })),
      two.map(([a, b]): Typeset => ({ text: `\\boxed{${a.text} + ${b.text}}`, value: a.value + b.value })),
      wrapped('σ(', ')', sigmoid),
      wrapped('\\frac{1}{1 + e^{-(', ')}}', sigmoid),
      wrapped('(', ')²', (x) => x * x),
      wrapped('\\tanh{', '}', Math.tanh),
      wrapped('max(0, ', ')', (x) => Math.max(0, x)),
    ),
  };
});

describe('shown arithmetic over decimals', () => {
  it('comes to what float64 makes of it, in any notation', () => {
    fc.assert(
      fc.property(styled.any, ({ text, value }) => {
        fc.pre(Number.isFinite(value) && Math.abs(value) < 1e6);
        const reading = readNumberAnswer(`${text} = 1`, contextOf('mixed', 'total'));
        if (reading.kind !== 'read') throw new Error(`${text}: ${JSON.stringify(reading)}`);
        const own = reading.steps[0]?.left.value.toNumber() ?? Number.NaN;
        expect(Math.abs(own - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
      }),
      { numRuns: 400 },
    );
  });
});

const pieces = fc.constantFrom(
  ...'0123456789',
  ...'.,+-*/^()[]{}|=≈ %x',
  ...[
    '0.5',
    '1,000',
    'e',
    'e^',
    'K',
    '²',
    '½',
    '−',
    '×',
    'C1',
    'total',
    'sigmoid(',
    'max(',
    '\\frac{',
    '}{',
    '\\times',
    '\\boxed{',
  ],
  ...['→', '->', '...', '**', '"', 'q', '(approx)', 'float(', 'w1', 'y^', ' million', '1 000 000', '?'],
  ...['10^', 'exp(', '\\text{', '$', '\\\\', '\n', '≈', ':', ' parameters', '(2)', '\\,'],
);
const text = fc.oneof(fc.string({ unit: pieces, maxLength: 30 }), fc.string({ maxLength: 60 }));

describe('any text', () => {
  it('never throws, and what was read reads back as the same', () => {
    fc.assert(
      fc.property(text, (given) => {
        const reading = readNumberAnswer(given, context);
        if (reading.kind !== 'read' || reading.read.includes('\n≈')) return;
        const again = readNumberAnswer(reading.read, context);
        expect(again).toMatchObject({ kind: 'read', read: reading.read });
        if (again.kind !== 'read') return;
        expect({ ...again.value, text: '' }).toEqual({ ...reading.value, text: '' });
        expect(again.steps.map((step) => step.agrees)).toEqual(reading.steps.map((step) => step.agrees));
        for (const part of reading.read.split(/\n| [=≈] |^≈ /)) expect(part === '' || parsePlain(part).ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no more than 5 ms', () => {
    const texts = fc.sample(fc.string({ unit: pieces, maxLength: 400 }), { numRuns: 300, seed: 7 });
    const slow = texts.filter((given) => Math.min(...[1, 2, 3].map(() => timed(given))) > 5);
    expect(slow).toEqual([]);
  });
});

const sides = '1.368@0.675 + 0.693@x1w1 + x2w2@q*2@(0.9)(0.75) + (0.693)@\\frac{2.736}{2}@0,675 + 0,693@1.368…';
const separators =
  ', @; @. @ @\t@ and @ so @ then @ → @ => @ ⟹ @ \\Rightarrow @ \\implies @ | @ / @ & @\\quad @ - @ -- @ – @ — @ * @ · @ + @ • @: @ ∴ @ ~ @\n@\\\\';
const first = fc.constantFrom(...sides.split('@'));
const between = fc.constantFrom(...separators.split('@'));

describe('a line with two statements', () => {
  it('never gives the number of the other one', () => {
    const labels = fc.constantFrom('a1', 'a_1', 'σ(z1)', 'sigmoid(z_1)', 'f(z1)', '**a1**', 'a^{(1)}_1', 'z2', "z1'");
    fc.assert(
      fc.property(first, between, labels, fc.boolean(), (one, by, label, named) => {
        const reading = readNumberAnswer(
          `${named ? 'z1 = ' : ''}${one}${by}${label} = 0.7971`,
          contextOf('backprop', 'z1'),
        );
        expect(reading.kind === 'read' ? reading.value.value.toFixed() : '1.368').not.toBe('0.7971');
      }),
      { numRuns: 2000 },
    );
  });
});

function timed(given: string): number {
  const start = cpuTime();
  readNumberAnswer(given, context);
  return cpuTime() - start;
}

it('a plain decimal is read as by the way that all else is read', () => {
  const decimals = contextOf('backprop', 'z1');
  // That a part was read is said of it where parts are joined, and of nothing else.
  const understood = (answer: string): unknown =>
    JSON.parse(JSON.stringify(readNumberAnswer(answer, decimals), (key, value) => (key === 'ok' ? undefined : value)));
  const digits = fc.stringMatching(/^-?\d{1,6}\.\d{1,9}$/);
  fc.assert(
    fc.property(digits, (text) => {
      expect(understood(text)).toEqual(understood(`${text} `));
    }),
    { examples: [['-0.00'], ['0.2500'], ['007.10'], ['1.234']] },
  );
});
