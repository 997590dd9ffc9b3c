import { describe, expect, it } from 'vitest';
import { readNumberAnswer } from '../../src/answers/number.ts';
import type { AnswerValue } from '../../src/answers/value.ts';
import { contextOf } from './context.ts';

const answer = (value: AnswerValue, problem = 'backprop', field = 'dL_dw3') =>
  readNumberAnswer(value, contextOf(problem, field));

const read = (value: AnswerValue, problem?: string, field?: string) => {
  const reading = answer(value, problem, field);
  if (reading.kind !== 'read') throw new Error(`${JSON.stringify(value)}: ${JSON.stringify(reading)}`);
  return reading;
};

const refusal = (value: AnswerValue, problem?: string, field?: string): string => {
  const reading = answer(value, problem, field);
  return reading.kind === 'unreadable' ? reading.reason : `not refused but ${JSON.stringify(reading)}`;
};

/** Lines of the write-ups: the field, the text, the value, how it is read. */
const shown: [id: string, problem: string, field: string, string, string, string][] = [
  ['000-gradient', 'mixed', 'total', '(0.5)(0.5) \\cdot 0.5 = 0.125', '0.125', '0.5*0.5*0.5 = 0.125'],
  ['000-loss', 'mixed', 'total', '-2(5 - 0.5) = -9', '-9', '-2*(5 - 0.5) = -9'],
  ['000-update', 'mixed', 'total', '0 - 0.5(-9)(0.125) = 0.5625', '0.5625', '0 - 0.5*(-9)*0.125 = 0.5625'],
  ['000-chain', 'mixed', 'total', '\\sigma(1 \\cdot 0) = 0.5', '0.5', 'sigmoid(1*0) = 0.5'],
  [
    '000-sum',
    'lenet',
    'total',
    '2.7\\text{K} + 112\\text{K} \\simeq \\underline{114,700}',
    '114700',
    '2.7e3 + 112e3 ≈ 114700',
  ],
  ['001-c1', 'lenet', 'C1', 'C_1 = (5 \\times 5 \\times 1 + 1) \\times 6 = 156', '156', '(5*5*1 + 1)*6 = 156'],
  ['001-c5', 'lenet', 'C5', '(120)400 + 120 = 48120', '48120', '120*400 + 120 = 48120'],
  [
    '001-total',
    'lenet',
    'total',
    '156 + 2416 + 48120 + 10164 + 850 = \\underline{\\underline{61706}}',
    '61706',
    '156 + 2416 + 48120 + 10164 + 850 = 61706',
  ],
  [
    '001-z1',
    'backprop',
    'z1',
    'x_1 w_1 + x_2 w_2 = (0.9)(0.75) + (-1.1)(-0.63) = 1.368',
    '1.368',
    'x1*w1 + x2*w2 = 0.9*0.75 + (-1.1)*(-0.63) = 1.368',
  ],
  ['001-size', 'conv', 'convSize', '\\frac{12+2(1)-4}{2} + 1 = 6', '6', '(12 + 2*1 - 4)/2 + 1 = 6'],
  ['002-layer', 'lenet', 'C1', '5*5*16 + 16 = 416', '416', '5*5*16 + 16 = 416'],
  ['002-dense', 'lenet', 'C1', '2048*20 + 20 = 40980', '40980', '2048*20 + 20 = 40980'],
  [
    '003-conv',
    'conv',
    'conv',
    '20 \\times 6 \\times 6 \\times (50 \\times 4 \\times 4 - 1 + 50 \\times 4 \\times 4) = 1,151,280',
    '1151280',
    '20*6*6*(50*4*4 - 1 + 50*4*4) = 1151280',
  ],
  [
    '003-bias',
    'conv',
    'withBias',
    '1,153,840 + 720 = \\boxed{1,154,560 \\text{ FLOPs}}',
    '1154560',
    '1153840 + 720 = 1154560',
  ],
  [
    '004-layer',
    'lenet',
    'C1',
    '8 filters $\\times 5 \\times 5 \\times 3 + 8$ biases = 608 parameters.',
    '608',
    '8*5*5*3 + 8 = 608',
  ],
];

describe('readNumberAnswer reads what was shown', () => {
  it.each(shown)('%s', (_, problem, field, text, value, how) => {
    const reading = read(text, problem, field);
    expect(reading.value.value.toFixed()).toBe(value);
    expect(reading.read).toBe(how);
    expect(reading.steps.map((step) => step.agrees)).toEqual(reading.steps.map(() => true));
  });

  it('keeps the places of the last number', () => {
    expect(read('0.5*0.5 = 0.2500').value).toMatchObject({ text: '0.2500', places: 4, exact: false });
    expect(read('0.5*0.5 ≈ 5', 'lenet', 'total').value).toMatchObject({ places: 0, exact: false });
  });

  it('works out arithmetic without a result', () => {
    const product = read('(50x4x4x2-1)x(6x6x20)', 'lenet', 'total');
    expect(product.value).toMatchObject({ exact: true, integer: true, places: 0 });
    expect(product.value.value.toFixed()).toBe('1151280');
    expect(product.steps).toEqual([]);
    const sigmoid = read('1/(1+e^{-1.368})').value;
    expect(sigmoid.value.toFixed(20)).toBe('0.79705683128885837785');
    expect(sigmoid).toMatchObject({ exact: false, integer: false });
  });
});

describe('readNumberAnswer judges each equality', () => {
  /** text; agrees, cut off; what the left side comes to; power of ten */
  const steps: [id: string, string, boolean, 'cut' | undefined, string, number | undefined][] = [
    ['whole-right', '5*5*1*6 + 6 = 156', true, undefined, '156', undefined],
    ['whole-wrong', '5*5*6*16 = 2416', false, undefined, '2400', undefined],
    ['whole-no-rounding', '10/4 = 3', false, undefined, '2.5', undefined],
    ['whole-about', '10/4 ≈ 3', true, undefined, '2.5', undefined],
    ['rounded', 'sigmoid(1.368) = 0.7971', true, undefined, '0.797057', undefined],
    ['more-places', 'sigmoid(1.368) = 0.797057', true, undefined, '0.79705683', undefined],
    ['cut-off', 'sigmoid(0.123797) = 0.530909', true, 'cut', '0.53090978', undefined],
    ['cut-off-negative', '-0.25*0.31 = -0.07', true, 'cut', '-0.0775', undefined],
    ['tie-up', '0.25*0.3 = 0.08', true, undefined, '0.075', undefined],
    ['sign-lost', 'sigmoid(1.368) = 0.2029', false, undefined, '0.797057', undefined],
    ['last-digit', '(0.202943)(0.8) + (0.192787)(-0.2) = 0.123799', false, undefined, '0.123797', undefined],
    ['point-moved', '(0.061818)(0.249044)(-0.2)(0.155620)(-0.3) = 0.00143', false, undefined, '0.0001437', 1],
    ['point-moved-whole', '84*120 + 84 = 1016.4', false, undefined, '10164', -1],
    ['rounded-between', '0.1235*0.1235*9 = 0.1377', true, undefined, '0.13727', undefined],
    ['rounded-between-wrong', '0.1235*0.1235*9 = 0.1378', false, undefined, '0.13727', undefined],
    ['rounded-to-more-than-stated', '0.12353*0.12353*9 = 0.13734', true, undefined, '0.1373369', undefined],
    ['percent', '1 - 0.0950 = 90.5%', true, undefined, '0.905', undefined],
    ['suffix', '2.7K + 112K = 114.7K', true, undefined, '114700', undefined],
    ['suffix-rounded', '2.74K + 112K = 114.7K', true, undefined, '114740', undefined],
    ['suffix-wrong', '2.7K + 112K = 124.7K', false, undefined, '114700', undefined],
    ['fraction', '0.5*0.25 = 1/8', true, undefined, '0.125', undefined],
    ['fraction-rounded', '1/3 = 0.3333', true, undefined, '0.333333', undefined],
    ['fraction-wrong', '1/3 = 0.3332', false, undefined, '0.333333', undefined],
    ['number-first', '0.3333 = 1/3', true, undefined, '0.3333', undefined],
    ['big', '9999999999999999 + 2 = 10000000000000001', true, undefined, '10000000000000001', undefined],
    ['big-wrong', '9999999999999999 + 2 = 10000000000000000', false, undefined, '10000000000000001', undefined],
  ];

  it.each(steps)('%s: %s', (_, text, agrees, note, own, powerOfTen) => {
    const found = read(text, 'lenet', 'total').steps;
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ agrees, own });
    expect(found[0]?.note).toBe(note);
    expect(found[0]?.powerOfTen).toBe(powerOfTen);
  });

  it('in a chain, each with the part before it', () => {
    const { steps } = read('x_1 w_1 = (0.9)(0.75) = 0.657', 'backprop', 'z1');
    expect(steps.map((step) => [step.given, step.agrees])).toEqual([
      ['x_1 w_1 = (0.9)(0.75)', true],
      ['(0.9)(0.75) = 0.657', false],
    ]);
  });

  it('between two pieces of arithmetic, as far as their rounded numbers tell', () => {
    const first = (text: string) => read(text, 'backprop', 'z3').steps[0]?.agrees;
    expect(first('0.8*sigmoid(1.368) = 0.8*0.7971 = 0.6377')).toBe(true);
    expect(first('0.8*sigmoid(1.368) = 0.8*0.2029 = 0.1623')).toBe(false);
    expect(first('0.9*0.75 = 0.9*0.72 = 0.648')).toBe(false);
    expect(first('(5*5+1)*6 = 25*6 + 7 = 157')).toBe(false);
  });
});

describe('readNumberAnswer reads lines of work', () => {
  it('checks every line and takes the last value', () => {
    const work = ['(0.061818)(0.249044)(-0.2)(0.155620)(-0.3) = 0.00143', '0.0001'];
    const { value, values, steps, read: how } = read(work);
    expect(value.value.toFixed()).toBe('0.0001');
    expect(values.map((one) => one.text)).toEqual(['0.00143', '0.0001']);
    expect(steps.map((step) => step.agrees)).toEqual([false]);
    expect(how).toBe('0.061818*0.249044*(-0.2)*0.155620*(-0.3) = 0.00143\n0.0001');
  });

  it.each<[string, AnswerValue]>([
    ['a list', ['x_1 w_1 + x_2 w_2', '= 0.675 + 0.693', '= 1.368']],
    ['lines of one text', 'x_1 w_1 + x_2 w_2\n= 0.675 + 0.693\n\n= 1.368'],
    ['typeset lines', 'x_1 w_1 + x_2 w_2 &= 0.675 + 0.693 \\\\ &= 1.368'],
    [
      'an aligned block',
      '\\begin{aligned} z_1 &= x_1 w_1 + x_2 w_2 \\\\ &= 0.675 + 0.693 \\\\ &= 1.368 \\end{aligned}',
    ],
    ['a list with nothing between', ['x_1 w_1 + x_2 w_2', null, '', '= 0.675 + 0.693 = 1.368']],
  ])('joins a line that begins with an equals sign to the one before: %s', (_, value) => {
    const reading = read(value, 'backprop', 'z1');
    expect(reading.read).toBe('x1*w1 + x2*w2 = 0.675 + 0.693 = 1.368');
    expect(reading.steps.map((step) => step.agrees)).toEqual([true, true]);
  });

  it('passes over an earlier line that it cannot read, and says so', () => {
    const reading = read(['by the chain rule', 'a1 = sigmoid(1.368) = 0.7971', '0.5*0.5 = 0.25']);
    expect(reading.unread).toEqual([{ line: 0, at: 0, reason: expect.stringContaining('"by"') }]);
    expect(reading.steps).toHaveLength(2);
    expect(reading.value.value.toFixed()).toBe('0.25');
  });

  it('says in which line and where the last one cannot be read', () => {
    expect(answer(['0.5*0.5 = 0.25', '0,75'])).toMatchObject({ kind: 'unreadable', line: 1, at: 0 });
    expect(answer(['0.5*0.5', '= 0.2 5'])).toMatchObject({ kind: 'unreadable', line: 1, at: 6 });
    expect(answer('0.5*0.5 = 0.25\n2 + ? = 3')).toMatchObject({ kind: 'unreadable', line: 0, at: 19 });
    expect(answer([['1', '2']])).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(/list of lists/) });
  });
});

describe('readNumberAnswer and names', () => {
  it.each([
    ['dL_dw3 = 0.0006'],
    ['dL/dw3 = 0.0006'],
    ['∂L/∂w_3 = 0.0006'],
    ['\\frac{\\partial L}{\\partial w_3} = 0.0006'],
    ['\\frac{\\partial \\mathcal{L}}{\\partial w_{3}} = 0.0006'],
    ['$\\boxed{\\frac{\\partial L}{\\partial w_3} = 0.0006}$'],
    ['dL_dw3: 0.0006'],
    ['Answer = 0.0006'],
    ['∴ 0.0006'],
  ])('drops the label of the field: %s', (text) => {
    expect(read(text)).toMatchObject({ read: '0.0006', steps: [] });
  });

  it.each([
    ['dL_dyhat = 0.0006', /gives "dL_dyhat", but the answer is "dL_dw3"/],
    ['dL_db = 0.0006', /"dL_db" is no name of this problem/],
    ['w3 = 0.0006', /"w3" has another value/],
    ['2dL_dw3 = 0.0012', /"dL_dw3" is what this line is to give/],
    ['dyhat_dz3 * 2 = 0.0006', /no number for "dyhat_dz3"/],
    ['q * 2 = 0.0006', /"q" is neither/],
    ['dL_dyhat * 0.249', /ends in a formula/],
    ['0.0154 = dL_dyhat * 0.249', /ends in a formula/],
    ['0.75x1 = 0.675', /"x1" may be the name or a product sign/],
  ])('refuses %s', (text, why) => expect(refusal(text)).toMatch(why));

  it('takes a given as the first part of a line where its value is shown', () => {
    expect(read('x_3 = -0.3')).toMatchObject({ read: 'x3 = -0.3', steps: [{ agrees: true }] });
  });

  it('reads a letter as a name where the problem has such a name', () => {
    const context = { ...contextOf('lenet', 'total'), fields: ['total', 'K', 'x', 'e', 'filters'] };
    for (const text of ['2.7K', '5 x 5 = 25', '2e-3', 'e^{-2} = 0.1353', '8 filters']) {
      expect(readNumberAnswer(text, context)).toMatchObject({
        kind: 'unreadable',
        reason: expect.stringMatching(/may|name/),
      });
    }
  });
});

describe('readNumberAnswer, where there is nothing to read', () => {
  it.each<[AnswerValue]>([
    [null],
    [''],
    [' '],
    ['-'],
    ['–'],
    ['?'],
    ['???'],
    ['n/a'],
    ['N/A'],
    ['...'],
    ['TODO'],
    [[]],
    [['', null, '-']],
  ])('%j is blank', (value) => expect(answer(value)).toEqual({ kind: 'blank' }));

  it.each<[AnswerValue]>([['0'], ['0.0000'], ['−0'], [['', '0']]])('%j is not', (value) => {
    expect(read(value).value.value.isZero()).toBe(true);
  });
});

describe('readNumberAnswer refuses', () => {
  const refused: [id: string, string, RegExp][] = [
    ['divided-by-zero', '5/(3-3) = 1', /divides by 0/],
    ['root-of-negative', 'sqrt(-1) = 1', /no value/],
    ['huge', '(9^9)^(9^9)', /too large/],
    ['huge-power', '9^(9^(9^9)) = 1', /too large/],
    ['deep', `${'('.repeat(200)}1${')'.repeat(200)} + 1 = 2`, /nested/],
    ['open-bracket', '(2 + 3 = 5', /"=" has no meaning|closing bracket/],
    ['closed-bracket', '2 + 3) = 5', /closes no bracket/],
    ['other-bracket', '(2 + 3] = 5', /stands where/],
    ['empty-bracket', '2 + () = 5', /missing/],
    ['nothing-between', '2 + 3 = = 5', /nothing stands between|does not say/],
    ['inequality', '2 + 2 < 5', /does not say/],
    ['two-arguments', 'sigmoid(1, 2) = 0.5', /comma/],
    ['shape', '28 x 28 x 3', /shape/],
  ];
  it.each(refused)('%s', (_, text, why) => expect(refusal(text, 'lenet', 'total')).toMatch(why));

  it('what is too long, at once', () => {
    const long: AnswerValue[] = [
      '9'.repeat(100_000),
      '1+'.repeat(50_000),
      '\n'.repeat(100_000),
      '=\n'.repeat(9_000),
      '\\text{'.repeat(300),
      '\\frac{'.repeat(300),
      Array.from({ length: 100_000 }, () => '1'),
      Array.from({ length: 90 }, () => '(1+2)*3 = 9'.padEnd(1_900, ' + 0')),
    ];
    for (const value of long) {
      const start = performance.now();
      expect(['unreadable', 'blank']).toContain(answer(value).kind);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
