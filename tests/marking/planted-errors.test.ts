import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import backpropProofs from '../../problems/backprop-by-hand/proof.ts';
import { problems } from '../../problems/index.ts';
import chain from '../../problems/sigmoid-chain/problem.ts';
import chainProofs from '../../problems/sigmoid-chain/proof.ts';
import { variantsOf } from '../../src/derived/variants.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { readKey } from '../../src/records/key.ts';
import { checksOfKey } from '../../src/verification/key-checks.ts';
import { casesDebt } from '../../src/verification/lint/cases.ts';
import { type Debt, lint } from '../../src/verification/lint/lint.ts';
import { slipsDebt } from '../../src/verification/lint/marks.ts';
import { statementDebt } from '../../src/verification/lint/statement.ts';
import { answersDebt, proofDebt, variantDebt } from '../../src/verification/lint/working.ts';
import { prove } from '../../src/verification/prove.ts';
import type { Problem } from '../../src/working/problem.ts';
import type { Proof } from '../../src/working/proof.ts';
import { planted } from '../support/planted.ts';

const REVERSE = 'reverse-mode differentiation';
const DIFFERENCES = 'central differences at 60 digits';
const proofsOf = (problem: Problem): readonly Proof[] => (problem === backprop ? backpropProofs : chainProofs);

describe('an error planted in a working is caught by its second methods, at its own line', () => {
  it.each([
    // [error, problem, line, planted formula, caught by, first in variant (0: the published givens)]
    ['a difference the wrong way round', backprop, 'dL_dyhat', '2*(y - yhat)', [REVERSE, DIFFERENCES], 0],
    ['a factor left out', backprop, 'dL_dw3', 'dL_dyhat*dyhat_dz3*da2_dz2*x3', [REVERSE, DIFFERENCES], 0],
    ['a weight for an input', backprop, 'z2', 'w3*w3 + x4*w4', [REVERSE], 0],
    ['another function', backprop, 'a2', 'tanh(z2)', [REVERSE], 0],
    ["another neuron's output", backprop, 'da2_dz2', 'a1*(1 - a1)', [REVERSE, DIFFERENCES], 0],
    ['a 2 too many, in the twelfth digit', backprop, 'L', '(y - yhat)^2*1.000000000002', [REVERSE], 0],
    ['uphill for downhill', chain, 'w2_new', 'w2 + eta*dL_df*df_dw2', [REVERSE, DIFFERENCES], 0],
    ['one that the published givens hide: w1 is 0', chain, 'h', 'sigmoid(x1*w1*w1)', [REVERSE], 1],
    ['one that the published givens hide: x2 is 0', chain, 'f', 'sigmoid(h*w2 - x2)', [REVERSE], 1],
  ] as const)('%s', (_, problem, line, formula, caughtBy, variant) => {
    const { methods } = prove(planted(problem, line, formula), proofsOf(problem), variantsOf(problem, 'planted', 5));
    const caught = methods.flatMap(({ disagreement: d }) =>
      d ? [{ by: d.method, line: d.line, variant: d.variant }] : [],
    );
    expect(caught.filter((one) => one.line === line)).toEqual(caughtBy.map((by) => ({ by, line, variant })));
  });
});

describe('an error planted in an answer key is caught by the solver', () => {
  const published = (names: readonly string[]) =>
    loadAssignment({ id: 'published', title: 'Published', problems: names.map((problem) => ({ problem })) }, problems);
  const right = { z1: '1.368', yhat: '0.6455', dL_dyhat: '0.2910', dL_dw3: '0.0006' };
  const checked = (fields: object) => {
    const reading = readKey(JSON.stringify({ keys: { 'backprop-by-hand': fields } }, null, 2), 'k.json');
    if (!reading.ok) throw new Error('the key cannot be read');
    return checksOfKey(reading.key, published(['backprop-by-hand']), []).filter(({ status }) => status === 'failed');
  };

  it('where there is none, nothing is', () => expect(checked(right)).toEqual([]));
  it('nor where a value is not rounded on the way', () => expect(checked({ ...right, yhat: '0.6454' })).toEqual([]));

  it.each([
    ['a last digit that no rounding gives', { ...right, yhat: '0.6457' }, 'key-value-wrong', '/yhat', 5, '0.6455'],
    [
      'a last digit that only odd rounding gives',
      { ...right, dL_dyhat: '0.2907' },
      'key-value-wrong',
      '/dL_dyhat',
      6,
      '0.2910',
    ],
    ['the sign of an exponent', { ...right, a1: '0.202943' }, 'key-value-wrong', '/a1', 8, 'sign of the exponent'],
    ['a point moved', { ...right, z1: '13.68' }, 'key-value-wrong', '/z1', 4, 'decimal point'],
    ['a missing answer', { z1: '1.368' }, 'key-value-missing', '', 3, 'dL_dw3'],
    ['a misspelt name', { ...right, dL_dyht: '0.2910' }, 'key-name-unknown', '/dL_dyht', 8, 'did you mean "dL_dyhat"?'],
    ['an empty list', { ...right, z1: [] }, 'key-value-unreadable', '/z1', 4, 'there is no value'],
    ['a number beyond all bounds', { ...right, z1: '1e999999' }, 'key-value-unreadable', '/z1', 4, 'could not be read'],
    ['words', { ...right, z1: 'small' }, 'key-value-unreadable', '/z1', 4, 'number'],
  ])('%s', (_, fields, rule, pointer, line, words) => {
    const [found, ...others] = checked(fields);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule, place: { file: 'k.json', line, pointer: `/keys/backprop-by-hand${pointer}` } });
    expect(found?.says).toContain(words);
  });
});

describe('an error planted in what belongs to a problem is caught by lint', () => {
  const read = (name: string): string => readFileSync(`problems/backprop-by-hand/${name}`, 'utf8');
  const subject = {
    problem: backprop,
    proofs: backpropProofs,
    statement: read('statement.md'),
    cases: read('cases.json'),
  };
  const errors = (change: Partial<typeof subject>, owed?: readonly Debt[]): string[] =>
    lint({ ...subject, ...change }, owed).flatMap(({ level, says }) => (level === 'error' ? [says] : []));

  it('where there is none, nothing is', () => expect(errors({})).toEqual([]), 20_000);

  it.each([
    [
      'a placeholder',
      statementDebt,
      { statement: subject.statement.replace('{{x1}}', '{{x9}}') },
      '{{x9}}, which is no given',
    ],
    [
      'a given not shown',
      statementDebt,
      { statement: subject.statement.replace('{{y}}', '0.5') },
      'does not show the given "y"',
    ],
    [
      'the rounding',
      statementDebt,
      { statement: subject.statement.replace('{{rounding}}', '') },
      'does not say how to round',
    ],
    ['a working', proofDebt, { problem: planted(backprop, 'a2', 'tanh(z2)') }, 'first differ in "a2"'],
    ['no second method', proofDebt, { proofs: [] }, 'no second method proves "dL_dw3"'],
    [
      'a case',
      casesDebt,
      { cases: subject.cases.replace('"dL_dw3": "0.0003"', '"dL_dw3": "0.0006"') },
      'the case "one-digit-proves-nothing" fails',
    ],
    ['a domain', variantDebt, { problem: { ...backprop, domains: { x1: { oneOf: ['0'] } } } }, 'no fit variant'],
    [
      'an answer that hangs on no given',
      answersDebt,
      { problem: planted(backprop, 'dL_dw3', '2*3') },
      '"dL_dw3" hangs on no given',
    ],
    [
      'an answer worth nothing',
      slipsDebt,
      { problem: { ...backprop, asks: { yhat: { points: 0 } } } },
      'a slip in "a1" costs nothing',
    ],
  ] as const)(
    '%s',
    (_, debt, change, says) => {
      const found = errors(change as Partial<typeof subject>, [debt]);
      expect(found.filter((one) => one.includes(says))).not.toEqual([]);
    },
    20_000,
  );
});
