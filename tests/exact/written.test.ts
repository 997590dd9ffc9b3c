import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, readPlain, readWritten, type Written } from '../../src/exact/written.ts';
import { cpuTime } from '../support/cpu.ts';

const read = (text: string) => {
  const reading = readWritten(text);
  if (!reading.ok) throw new Error(`${text}: ${reading.reason}`);
  return reading;
};

const reason = (text: string): string => {
  const reading = readWritten(text);
  return reading.ok ? `read as ${reading.read}` : reading.reason;
};

/** text, value, places, significant digits, exact */
const accepted: [id: string, string, string, number, number, boolean][] = [
  ['whole', '156', '156', 0, 3, true],
  ['trailing-zeros', '0.2500', '0.25', 4, 4, false],
  ['leading-zeros', '0.0006', '0.0006', 4, 1, false],
  ['negative-zero', '-0.0000', '0', 4, 0, false],
  ['no-leading-digit', '.5', '0.5', 1, 1, false],
  ['no-trailing-digit', '5.', '5', 0, 1, true],
  ['plus', '+0.125', '0.125', 3, 3, false],
  ['commas', '1,154,560', '1154560', 0, 7, true],
  ['commas-and-point', '12,345.60', '12345.6', 2, 7, false],
  ['braced-commas', '1{,}154{,}560', '1154560', 0, 7, true],
  ['thin-spaces', '1\u2009154\u2009560', '1154560', 0, 7, true],
  ['no-break-spaces', '1\u00a0154\u00a0560', '1154560', 0, 7, true],
  ['typeset-thin-spaces', '1\\,154\\,560', '1154560', 0, 7, true],
  ['underscores', '1_154_560', '1154560', 0, 7, true],
  ['suffix-m', '6.8M', '6800000', -5, 2, false],
  ['suffix-k', '112k', '112000', -3, 3, false],
  ['suffix-typeset', '2.7\\text{K}', '2700', -2, 2, false],
  ['suffix-b', '1.5B', '1500000000', -8, 2, false],
  ['percent', '97%', '0.97', 2, 2, false],
  ['percent-spaced', '6.690 %', '0.0669', 5, 4, false],
  ['percent-escaped', '9.50\\%', '0.095', 4, 3, false],
  ['exponent', '6.2e-4', '0.00062', 5, 2, false],
  ['exponent-capital', '1.5E+02', '150', -1, 2, false],
  ['exponent-positive', '1.5e3', '1500', -2, 2, false],
  ['times-ten', '1.20×10^-3', '0.0012', 5, 3, false],
  ['star-ten', '1.2*10^-3', '0.0012', 4, 2, false],
  ['x-ten', '1.2 x 10^{-3}', '0.0012', 4, 2, false],
  ['typeset-ten', '1.2 \\times 10^{-3}', '0.0012', 4, 2, false],
  ['dot-raised-ten', '1.2·10⁻³', '0.0012', 4, 2, false],
  ['ten-alone', '10^-4', '0.0001', 4, 1, false],
  ['ten-alone-negative', '−10^{2}', '-100', -2, 1, false],
  ['fraction', '1/8', '0.125', 3, 3, true],
  ['fraction-negative', '-1 / 8', '-0.125', 3, 3, true],
  ['fraction-typeset', '\\frac{1}{8}', '0.125', 3, 3, true],
  ['fraction-two-signs', '-\\dfrac{-1}{8}', '0.125', 3, 3, true],
  ['fraction-grouped', '1,000/8', '125', 0, 3, true],
  ['fraction-negative-zero', '0/-4', '0', 0, 0, true],
  ['vulgar', '⅛', '0.125', 3, 3, true],
  ['minus-sign', '−0.5', '-0.5', 1, 1, false],
  ['en-dash', '–0.5', '-0.5', 1, 1, false],
  ['figure-dash', '‒0.5', '-0.5', 1, 1, false],
  ['full-width', '－０．５', '-0.5', 1, 1, false],
  ['sign-apart', '- 0.5', '-0.5', 1, 1, false],
  ['dollars', '$0.5$', '0.5', 1, 1, false],
  ['typeset-inline', '\\(0.5\\)', '0.5', 1, 1, false],
  ['boxed', '\\boxed{-5}', '-5', 0, 1, true],
  ['underlined-twice', '\\underline{\\underline{61706}}', '61706', 0, 5, true],
  ['bold', '\\mathbf{12}', '12', 0, 2, true],
  ['brackets', '( 5 )', '5', 0, 1, true],
  ['equals', '= 5', '5', 0, 1, true],
  ['about-sign', '≈ 5', '5', 0, 1, false],
  ['about-tilde', '~5', '5', 0, 1, false],
  ['about-word', 'approx. 5', '5', 0, 1, false],
  ['about-typeset', '\\approx 0.7971', '0.7971', 4, 4, false],
  ['unit', '608 parameters', '608', 0, 3, true],
  ['unit-boxed', '\\boxed{1,153,840 \\text{ FLOPs}}', '1153840', 0, 7, true],
  ['unit-after-suffix', '6.8M trainable params.', '6800000', -5, 2, false],
  ['full-stop', '0.7971.', '0.7971', 4, 4, false],
  ['suffix-apart', '6.8 M', '6800000', -5, 2, false],
  ['thousand', '61 thousand', '61000', -3, 2, false],
  ['million', '6.8 million parameters', '6800000', -5, 2, false],
  ['bare-fraction', '\\frac18', '0.125', 3, 3, true],
  ['ten-apart', '6.2 10^-4', '0.00062', 5, 2, false],
  ['bold', '**1.368**', '1.368', 3, 4, false],
  ['code', '`0.7971`', '0.7971', 4, 4, false],
  ['quotes', '"0.7971"', '0.7971', 4, 4, false],
  ['quotes-typographic', '“608”', '608', 0, 3, true],
  ['printed', 'np.float64(0.7971)', '0.7971', 4, 4, false],
  ['printed-whole', 'np.int64(608)', '608', 0, 3, true],
  ['printed-tensor', 'tensor(-0.7971)', '-0.7971', 4, 4, false],
  ['dots', '608...', '608', 0, 3, false],
  ['dots-typeset', '0.7971\\ldots', '0.7971', 4, 4, false],
  ['remark', '0.7971 (to 4 d.p.)', '0.7971', 4, 4, false],
  ['remark-exact', '608 parameters (without biases)', '608', 0, 3, true],
  ['remark-approximate', '608 (approx.)', '608', 0, 3, false],
  ['comma-after', '156,', '156', 0, 3, true],
];

describe('readWritten reads', () => {
  it.each(accepted)('%s: %s', (_, text, value, places, significant, exact) => {
    const { written } = read(text);
    expect({ ...written, value: written.value.toFixed() }).toEqual({
      text,
      value,
      places,
      significant,
      exact,
      integer: !value.includes('.'),
    });
    expect(Object.is(written.value.toNumber(), -0)).toBe(false);
  });

  it('a fraction without end to 50 digits', () => {
    expect(read('1/3').written.value.toFixed()).toBe(`0.${'3'.repeat(50)}`);
  });

  it.each([
    ['1,368', 'read as 1368: the comma separates thousands'],
    ['608 parameters', 'We ignored "parameters".'],
  ])('%s and notes what it took for granted', (text, note) => {
    expect(read(text).notes).toEqual([note]);
    expect(read('1,154,560').notes).toEqual([]);
  });
});

const refused: [id: string, string, RegExp][] = [
  ['decimal-comma', '0,75', /comma/],
  ['decimal-comma-or-group', '1,15', /comma/],
  ['groups-of-two', '11,54,560', /comma/],
  ['leading-zero-group', '0,154', /comma/],
  ['points-as-groups', '1.154.560', /more than one decimal point/],
  ['mixed-groups', '1,154_560', /comma/],
  ['short-group', '1_00', /grouped in threes/],
  ['two-points', '1.2.3', /more than one decimal point/],
  ['two-numbers', '12 34', /second number/],
  ['spaced-groups', '1 154 560', /second number/],
  ['range', '5-6', /after the number/],
  ['plus-minus', '0.97 ± 0.01', /after the number/],
  ['arithmetic', '5*6', /after the number/],
  ['equality', '2+3 = 5', /after the number/],
  ['words', 'about five', /not a number/],
  ['nan', 'NaN', /not a number/],
  ['infinity', 'Infinity', /not a number/],
  ['infinity-sign', '∞', /not a number/],
  ['hexadecimal', '0x1F', /after the number/],
  ['empty', ' ', /no number/],
  ['only-sign', '-', /no number/],
  ['two-signs', '--5', /not a number/],
  ['only-unit', 'parameters', /not a number/],
  ['suffix-twice', '1KK', /after the number/],
  ['suffix-and-exponent', '1e3K', /directly after the number/],
  ['small-m', '6.8m', /after the number/],
  ['other-unit', '576 MACs', /after the number/],
  ['exponent-apart', '1.2 e-3', /after the number/],
  ['exponent-missing', '1.2e', /after the number/],
  ['exponent-with-point', '1e2.5', /whole number/],
  ['exponent-of-ten-with-point', '1.2×10^{0.5}', /whole power/],
  ['exponent-huge', '1e999999999', /beyond ±400/],
  ['exponent-tiny', '1e-401', /beyond ±400/],
  ['power-of-ten-huge', '10^{999999999999}', /beyond ±400/],
  ['mixed-number', '1½', /after the number/],
  ['half-fraction', '1.5/2', /whole numbers/],
  ['divided-by-zero', '1/0', /0 below/],
  ['odd-dollar', '$5', /not a number/],
  ['mil', '1.15 mil', /after the number/],
  ['millionths', '5 millionths', /after the number/],
  ['ten-apart-whole', '62 10^-4', /second number/],
  ['bare-fraction-of-three', '\\frac123', /not a number/],
  ['quote-open', '"5', /not a number/],
  ['quotes-two', '"5" + "6"', /not a number/],
  ['bold-half', '**5**3', /not a number/],
  ['printed-cut', 'int(0.7971)', /not a number/],
  ['printed-cut-numpy', 'np.int64(0.7971)', /not a number/],
  ['printed-two', 'tensor(0.7971, 0.5)', /after the number/],
  ['remark-number', '608 (609)', /after the number/],
  ['remark-sign', '0.5 (negative)', /after the number/],
  ['remark-size', '6.8 (million)', /after the number/],
  ['remark-alternative', '608 (600 without biases)', /after the number/],
  ['invisible', '1\u200b56', /cannot be seen/],
  ['nul', '1\u000056', /cannot be seen/],
];

describe('readWritten refuses', () => {
  it.each(refused)('%s: %s', (_, text, why) => expect(reason(text)).toMatch(why));

  it('and says where', () => {
    expect(readWritten('= 12 34')).toMatchObject({ ok: false, at: 4 });
    expect(readWritten('\\boxed{1\u200b}')).toMatchObject({ ok: false, at: 8 });
  });

  it('what is too long, at once', () => {
    const long = ['9'.repeat(100_000), `1${',000'.repeat(25_000)}`, ' '.repeat(100_000), '('.repeat(100_000)];
    const start = cpuTime();
    for (const text of long) expect(reason(text)).toMatch(/longer than 2000 characters/);
    expect(reason('9'.repeat(1001))).toMatch(/more than 1000 digits/);
    expect(cpuTime() - start).toBeLessThan(50);
    expect(read('9'.repeat(1000)).written.value.toFixed()).toBe('9'.repeat(1000));
  });
});

describe('readPlain, where it is known what was asked', () => {
  const how = (text: string, asked: 'places' | 'count'): string => {
    const reading = readPlain(text, { asked });
    return reading.ok ? reading.read : reading.reason;
  };
  const comma = /the comma in "[^"]+" may be a decimal comma or separate thousands; write a decimal point/;

  it.each(['1,368', '-1,368', '1{,}368', '1,368e-3', '1,368K', '1,368/2', '2/1,368'])(
    'refuses %s with places',
    (text) => expect(how(text, 'places')).toMatch(/\//.test(text) ? /comma|whole numbers/ : comma),
  );
  it.each([
    ['1,368', '1368'],
    ['61 706', '61706'],
    ['1 154 560', '1154560'],
    ['-12 345 678', '-12345678'],
    ['1 154 560 FLOPs', '1154560'],
  ])('reads %s as a count', (text, read) => expect(how(text, 'count')).toBe(read));
  it.each(['1 154 56', '12 345 678 9', '0 154 560', '1 154 560.5', '1  154 560', '1154 560 720'])(
    'refuses %s as a count',
    (text) => expect(how(text, 'count')).toMatch(/second number|decimal point/),
  );
  it('keeps spaces for counts', () => expect(how('1 154 560', 'places')).toMatch(/second number/));
});

/** Digits, and where the decimal point lies among them. */
const plain = fc
  .tuple(fc.stringMatching(/^[1-9]\d{0,17}$/), fc.nat({ max: 12 }), fc.boolean())
  .map(([digits, places, negative]) => {
    const padded = digits.padStart(places + 1, '0');
    const whole = padded.slice(0, padded.length - places);
    return { sign: negative ? '-' : '', whole, fraction: padded.slice(padded.length - places), digits, places };
  });

const decimalText = ({ sign, whole, fraction }: { sign: string; whole: string; fraction: string }): string =>
  `${sign}${whole}${fraction && '.'}${fraction}`;

const grouped = (whole: string, by: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, by);

describe('readWritten, for any decimal', () => {
  const same = (text: string, expected: string): Written => {
    const { written } = read(text);
    expect(written.value.toFixed()).toBe(read(expected).written.value.toFixed());
    return written;
  };

  it('reads its digits, places and significant digits', () => {
    fc.assert(
      fc.property(plain, (number) => {
        const { written } = read(decimalText(number));
        expect(written.value.toFixed(number.places)).toBe(decimalText(number));
        expect([written.places, written.significant]).toEqual([number.places, number.digits.length]);
      }),
    );
  });

  it('reads the same from every notation of it', () => {
    fc.assert(
      fc.property(plain, (number) => {
        const { sign, whole, fraction, digits, places } = number;
        const text = decimalText(number);
        const tail = `${fraction && '.'}${fraction}`;
        for (const by of [',', '{,}', '\\,', '_', '\u00a0', '\u2009', '\u202f']) {
          expect(same(`${sign}${grouped(whole, by)}${tail}`, text).places).toBe(places);
        }
        for (const ten of ['e', 'E', '×10^', '*10^', ' x 10^', '\\times 10^', '·10^', '\\cdot10**']) {
          expect(same(`${sign}${digits}${ten}-${places}`, text).places).toBe(places);
        }
        for (const [open, close] of [
          ['$', '$'],
          ['\\(', '\\)'],
          ['\\boxed{', '}'],
          ['\\mathbf{', '}'],
          ['≈ ', ' params'],
        ]) {
          expect(same(`${open}${text}${close}`, text).places).toBe(places);
        }
        expect(same(text.replace('-', '−'), text).places).toBe(places);
        expect(same(`${text}%`, `${text}e-2`).places).toBe(places + 2);
        expect(same(`${text}M`, `${text}e6`).places).toBe(places - 6);
      }),
    );
  });

  it('reads a fraction of whole numbers exactly', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10 ** 6 }), (above, below) => {
        for (const text of [`${above}/${below}`, `\\frac{${above}}{${below}}`]) {
          const { written } = read(text);
          expect(written.value.times(below).minus(above).abs().toNumber()).toBeLessThan(1e-30);
          expect(written.exact).toBe(true);
        }
      }),
    );
  });
});

const noise = fc.string({ unit: fc.constantFrom(...'0123456789.,eE+-*/^%KM{}()$\\ x≈½−…"`\u2009\0'), maxLength: 60 });

describe('readWritten, for any text', () => {
  it('never throws, and reads what it understood as the same again', () => {
    fc.assert(
      fc.property(fc.oneof(noise, fc.string()), (text) => {
        const reading = readWritten(text);
        if (!reading.ok) {
          expect(reading.at).toBeGreaterThanOrEqual(0);
          expect(reading.at).toBeLessThanOrEqual(text.length);
          return;
        }
        const again = read(reading.approximate ? `≈ ${reading.read}` : reading.read);
        expect({ ...again.written, text }).toEqual({ ...reading.written, text });
        expect(again.read).toBe(reading.read);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('very small numbers', () => {
  it.each(['1e-350', '-2.5e-40'])('%s keeps the sign of its exponent when it is printed', (text) => {
    const reading = readWritten(text);
    expect(reading.ok && reading.read).toBe(text);
  });
});

describe('the largest power of ten', () => {
  it.each(['1e400', '10^400', '2*10^400', '10^-400'])('%s is read', (text) => expect(readWritten(text).ok).toBe(true));
  it.each(['1e401', '10^401', '2*10^{401}', '10^-401'])('%s is none', (text) =>
    expect(reason(text)).toBe('an exponent beyond ±400 is no answer to a question of this kind'),
  );
});

describe('what may also be a name', () => {
  it.each([
    ['1.2 x 10^-3', ['x']],
    ['1.2 X 10^-3', ['X']],
    ['1.2*10^-3', []],
    ['6.8M', ['M']],
    ['1.5e3', ['e']],
    ['156', []],
  ])('%s', (text, words) => expect(read(text).words).toEqual(words));
});

it.each([
  ['0.2500', '0.2500'],
  ['156', '156'],
  ['6.8M', '6800000'],
  ['1.50e-29', `0.${'0'.repeat(28)}150`],
  ['1.50e-28', `0.${'0'.repeat(27)}150`],
])('%s in plain text, with the places that were written', (text, plainly) =>
  expect(plainText(read(text).written)).toBe(text === '1.50e-29' ? plainly.slice(0, -1) : plainly),
);
