import { describe, expect, it } from 'vitest';
import { readNumberAnswer } from '../../src/reading/number.ts';
import type { AnswerValue } from '../../src/reading/value.ts';
import { cpuTime } from '../support/cpu.ts';
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
    expect(steps.map(({ left, right, agrees }) => [left.given, right.given, agrees])).toEqual([
      ['x_1 w_1', '(0.9)(0.75)', true],
      ['(0.9)(0.75)', '0.657', false],
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
    const { value, lines, steps, read: how } = read(work);
    expect(value.value.toFixed()).toBe('0.0001');
    expect(lines.map((line) => line.value.text)).toEqual(['0.00143', '0.0001']);
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
    expect(answer(['0.5*0.5 = 0.25', '0.7 5'])).toMatchObject({ kind: 'unreadable', line: 1, at: 4 });
    expect(answer(['0.5*0.5', '= 0.2 5'])).toMatchObject({ kind: 'unreadable', line: 1, at: 6 });
    expect(answer('0.5*0.5 = 0.25\n2 + ? = 3')).toMatchObject({ kind: 'unreadable', line: 0, at: 15 });
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
    ['dyhat_dz3 * 2', /no number for "dyhat_dz3"/],
    ['q * 2', /"q" is neither/],
    ['dL_dyhat * 0.249', /ends in a formula/],
    ['0.0154 = dL_dyhat * 0.249', /ends in a formula/],
    ['0.75x1', /"x1" may be the name or a product sign/],
  ])('refuses %s', (text, why) => expect(refusal(text)).toMatch(why));

  it('takes a given as the first part of a line where its value is shown', () => {
    expect(read('x_3 = -0.3')).toMatchObject({ read: 'x3 = -0.3', steps: [{ agrees: true }] });
  });

  it('reads a letter as a name where the problem has such a name', () => {
    const context = { ...contextOf('lenet', 'total'), fields: ['total', 'K', 'x', 'e', 'filters'] };
    for (const text of ['2.7K', '5 x 5', '2e-3', 'e^{-2}', '8 filters']) {
      expect(readNumberAnswer(text, context)).toMatchObject({
        kind: 'unreadable',
        reason: expect.stringMatching(/may|name/),
      });
    }
  });
});

describe('readNumberAnswer passes over an earlier part that it cannot read', () => {
  /** field; text; the number; how it is read; the part that the note names */
  const passed: [id: string, string, string, string, string, string][] = [
    ['unknown-name', 'z1', 'q * 2 = 0.0006', '0.0006', '0.0006', 'q * 2'],
    ['no-number-yet', 'z3', 'a1 w5 + a2 w6 = 0.5991', '0.5991', '0.5991', 'a1 w5 + a2 w6'],
    ['glued-and-no-number', 'z3', 'a1w5 + a2w6 = 0.5991', '0.5991', '0.5991', 'a1w5 + a2w6'],
    ['cross-or-name', 'z1', '0.75x1 = 0.675', '0.675', '0.675', '0.75x1'],
    ['unknown-function', 'a1', 'g(z1) = 0.7971', '0.7971', '0.7971', 'g(z1)'],
    ['dots', 'dL_dw3', 'dL/dw3 = dL/dyhat * … = 0.0006', '0.0006', '0.0006', 'dL/dyhat * …'],
    ['label-kept', 'z1', 'z1 = q*2 = 0.675 + 0.693 = 1.368', '1.368', '0.675 + 0.693 = 1.368', 'q*2'],
    ['own-name-between', 'z1', '0.675 + 0.693 = z1 = 1.368', '1.368', '1.368', 'z1'],
    ['divided-by-zero', 'z1', '5/(3-3) = 1', '1', '1', '5/(3-3)'],
    ['back-tick', 'z1', '`q` * 2 = 1', '1', '1', 'q * 2'],
  ];
  it.each(passed)('%s', (_, field, text, value, how, part) => {
    const reading = read(text, 'backprop', field);
    expect(reading.value.value.toFixed()).toBe(value);
    expect(reading.read).toBe(how);
    expect(reading.notes).toEqual([expect.stringMatching(/was not checked: \S/)]);
    expect(reading.notes[0]?.startsWith(`\`${part}\` was not checked: `)).toBe(true);
  });

  it('and shows no step with such a side, but those before and after it', () => {
    const reading = read('1 + 1 = 2 = q*2 = 4 + 2 = 7', 'lenet', 'total');
    expect(reading.steps.map(({ left, right, agrees }) => [left.read, right.read, agrees])).toEqual([
      ['1 + 1', '2', true],
      ['4 + 2', '7', false],
    ]);
    expect(reading.read).toBe('1 + 1 = 2\n4 + 2 = 7');
  });

  it.each([
    ['one-part', 'z1', 'q * 2', /"q" is neither/],
    ['ends-in-arithmetic', 'z1', 'q*2 = 0.675 + 0.693', /"q" is neither/],
    ['ends-unread', 'z1', '0.675 + 0.693 = q*2', /"q" is neither/],
    ['negated', 'z1', '-z1 = 1.368', /is what this line is to give/],
    ['multiple', 'z1', '2 z1 = 2.736', /is what this line is to give/],
    ['negated-capital', 'a1', '-A1 = 0.2029', /is what this line is to give/],
    ['glued-multiple', 'z1', 'w1z1 = 1.026', /is what this line is to give/],
    ['statements-comma', 'z1', 'z1 = 0.675 + 0.693, a1 = 0.7971', /more than one statement/],
    ['statements-semicolon', 'z1', 'z1 = 0.675 + 0.693; a1 = 0.7971', /more than one statement/],
    ['statements-word', 'z1', 'z1 = 0.675 + 0.693 so a1 = 0.7971', /more than one statement/],
    ['statements-blank', 'z1', 'z1 = 0.675 + 0.693 a1 = 0.7971', /more than one statement/],
    ['statements-bracket', 'z1', 'z1 = (0.675)+(0.693) a1 = 0.7971', /more than one statement/],
    ['statements-bar', 'z1', 'z1 = 0.675 + 0.693 | a1 = 0.7971', /more than one statement/],
    ['statements-slash', 'z1', 'z1 = 0.675 + 0.693 / a1 = 0.7971', /more than one statement/],
    ['statements-read', 'z3', 'z3 = 0.7971 yhat = 0.5309', /more than one statement/],
    ['to-fill-in', 'z1', '2 + ? = 3', /more than one statement/],
    ['other-label', 'z1', 'z2 is = 0.5', /gives "z2"/],
    ['other-label-bold', 'z1', '**z2** = 0.5', /gives "z2"/],
    ['other-label-raised', 'a1', 'a^{(1)}_2 = 0.1928', /gives "a2"/],
    ['other-label-new', 'z1', 'w_1^{+} = 0.75', /"w_1" is another value/],
    ['other-derivative', 'dL_dw3', 'dL/dw1 at w = 0.0006', /may give "dL_dw1"/],
    ['prime', 'dL_dyhat', "L' = 0.291", /prime|another quantity/],
    ['change-of-own', 'a1', 'Δa1 = 0.01', /no name of this problem/],
  ])('but not %s', (_, field, text, why) => expect(refusal(text, 'backprop', field)).toMatch(why));
});

describe('readNumberAnswer reads what people type and programs print', () => {
  const typed: [id: string, string, string, string, string[]][] = [
    ['glued', 'z1', 'x1w1 + x2w2 = 1.368', 'x1*w1 + x2*w2 = 1.368', []],
    ['sig', 'a1', 'sig(1.368) = 0.7971', 'sigmoid(1.368) = 0.7971', []],
    ['arrow', 'z1', '0.675+0.693 → 1.368', '0.675 + 0.693 = 1.368', []],
    ['arrow-plain', 'z1', '0.675+0.693 -> 1.368', '0.675 + 0.693 = 1.368', []],
    ['arrow-implies', 'z1', '0.675+0.693 => 1.368', '0.675 + 0.693 = 1.368', []],
    ['arrow-label', 'z1', 'z1 ⇒ 1.368', '1.368', []],
    ['ellipsis', 'a1', '0.7971…', '≈ 0.7971', ['We ignored "…".']],
    ['points', 'a1', '0.7971...', '≈ 0.7971', ['We ignored "...".']],
    ['dots', 'a1', '0.7971\\dots', '≈ 0.7971', ['We ignored "\\dots".']],
    ['remark', 'a1', 'a1 = 0.7971 (4 d.p.)', '≈ 0.7971', ['We ignored "(4 d.p.)".']],
    ['remark-words', 'z1', '1.368 (approx)', '≈ 1.368', ['We ignored "(approx)".']],
    ['bold', 'z1', '**1.368**', '1.368', []],
    ['bold-label', 'z1', '**z1** = **1.368**', '1.368', []],
    ['code', 'a1', '`0.7971`', '0.7971', []],
    ['quotes', 'a1', '"0.7971"', '0.7971', []],
    ['numpy', 'a1', 'np.float64(0.7971)', '0.7971', ['We ignored "np.float64".']],
    ['tensor', 'a1', 'tensor(0.7971)', '0.7971', ['We ignored "tensor".']],
    ['bare-fraction', 'a1', '\\frac1{1+e^{-1.368}} = 0.7971', '1/(1 + exp(-1.368)) = 0.7971', []],
    ['raised-label', 'a1', 'a^{(1)}_1 = 0.7971', '0.7971', []],
    ['ten-apart', 'dL_dw3', '6.2 10^-4', '0.00062', ['read as 0.00062: a product sign is missing']],
    ['hat', 'dL_dyhat', '2 (y^ - y) = 0.0618', '2*(yhat - y) = 0.0618', ['"y^" was read as yhat']],
    ['hat-label', 'dL_dyhat', 'dL/dy^ = 2(y^-y) = 0.0618', '2*(yhat - y) = 0.0618', ['"y^" was read as yhat']],
  ];
  it.each(typed)('%s', (_, field, text, how, notes) => {
    const reading = read(text, 'backprop', field);
    expect([reading.read, reading.notes]).toEqual([how, notes]);
    expect(reading.steps.every((step) => step.agrees)).toBe(true);
  });

  it.each([
    ['arrow-between-numbers', 'z1', '1.368 → 0.7971', /arrow/],
    ['arrow-to-more-places', 'z1', '0.24 -> 0.2394', /arrow/],
    ['arrow-statements', 'z1', 'z1 = 1.368 => a1 = 0.7971', /gives "a1"/],
    ['arrow-to-arithmetic', 'z1', 'z1 = 1.368 → sigmoid(1.368) = 0.7971', /arrow/],
    ['negative', 'z1', '0.5 (negative)', /"negative"/],
    ['million', 'z1', '6.8 (million)', /"million"/],
    ['name', 'z1', '0.0618 (yhat)', /remark or a factor/],
    ['whole', 'z1', 'int(0.7971)', /"int"/],
    ['fraction-of-three', 'z1', '\\frac123', /denominator/],
    ['ten-apart-whole', 'z1', '62 10^-4', /two numbers/],
    ['hat-or-power', 'L', 'y^-2', /hat or a power/],
    ['hat-unknown', 'L', 'x1^ - y', /hat or a power/],
    ['hat-or-power-bracket', 'L', 'y^(1-y^)', /hat or a power/],
    ['unfinished', 'a1', '0.7971 -', /missing after "-"/],
    ['quote', 'a1', '"0.7971', /quotation mark/],
  ])('but not %s', (_, field, text, why) => expect(refusal(text, 'backprop', field)).toMatch(why));

  it('holds what stands before an arrow against what stands after it', () => {
    expect(read('0.675+0.693 → 1.386', 'backprop', 'z1').steps.map((step) => step.agrees)).toEqual([false]);
  });

  it('claims no more digits of a root or a power than are of use', () => {
    const { value, read: how } = read('10^-3.2', 'backprop', 'z1');
    expect([value.places, value.significant, how]).toEqual([15, 12, '10^(-3.2)']);
    expect(value.value.toFixed(20)).toBe('0.00063095734448019325');
  });
});

describe('one comma', () => {
  it.each(['1,368', 'z1 = 1,368', '-1,368', '1{,}368', '1,368%', '0.675 + 0.693 = 1,368'])(
    'is in doubt where places are asked for: %s',
    (text) => expect(refusal(text, 'backprop', 'z1')).toMatch(/may be a decimal comma or separate thousands/),
  );
  it.each([
    ['1,368', '1368'],
    ['total = 1,368', '1368'],
  ])('separates thousands in a count: %s', (text, value) => {
    expect(read(text, 'lenet', 'total').value.value.toFixed()).toBe(value);
    expect(read(text, 'lenet', 'total').notes).toEqual(['read as 1368: the comma separates thousands']);
  });
  it('beside another comma or a point is in no doubt', () => {
    expect(read('1,154,560', 'backprop', 'z1').value.value.toFixed()).toBe('1154560');
    expect(read('1,368.5', 'backprop', 'z1').value.value.toFixed()).toBe('1368.5');
  });
});

describe('counts', () => {
  it.each([
    ['1 154 560', '1154560', ['read as 1154560: the spaces separate thousands']],
    ['6.8 million', '6800000', []],
    ['61 thousand parameters', '61000', ['We ignored "parameters".']],
    ['1 151 280 + 2560 = 1 153 840', '1153840', [expect.any(String), expect.any(String)]],
  ])('may be written %s', (text, value, notes) => {
    const reading = read(text, 'lenet', 'total');
    expect(reading.value.value.toFixed()).toBe(value);
    expect(reading.notes).toEqual(notes);
  });
  it.each(['1 154 56', '12 345 678 9', '0 154 560', '1 154 560.5', '1.15 mil', '6x6(x20)', '6x6 (x20)'])(
    'may not be written %s',
    (text) => expect(answer(text, 'lenet', 'total').kind).toBe('unreadable'),
  );
  it('are what spaces are for: %s', () => expect(refusal('1 154 560', 'backprop', 'z1')).toMatch(/two numbers/));
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
    ['divided-by-zero', '5/(3-3)', /divides by 0/],
    ['root-of-negative', 'sqrt(-1)', /no value/],
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
    // Once "of" matched two ways in the pattern of a phrase: each further one doubled the time.
    ['words', `${'of '.repeat(60)}1`, /"of" is neither/],
    // And so did the filler between two indices, which could end the one or begin the other.
    ['indices', `da${'_\\text{1}'.repeat(60)}`, /is neither/],
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
      const start = cpuTime();
      expect(['unreadable', 'blank']).toContain(answer(value).kind);
      expect(cpuTime() - start).toBeLessThan(500);
    }
  });
});
