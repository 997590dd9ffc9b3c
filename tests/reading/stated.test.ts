import { describe, expect, it } from 'vitest';
import { withoutStatements } from '../../src/reading/stated.ts';

const sayings = [
  { id: 'weights-only', ways: ['biases ignored', 'without biases', 'ignoring biases', 'weights only'] },
  { id: 'mac', ways: ['1 MAC = 1 FLOP', 'multiply-add as one operation'] },
  { ways: ['1 MAC = 2 FLOPs', 'rounded to # places', 'rounded'] },
];

/** By the text as it is written: the conventions that it states, and what is left of it. */
const cases: readonly (readonly [text: string, ids: readonly (string | undefined)[], left: string])[] = [
  ['61470 (biases ignored)', ['weights-only'], '61470'],
  ['61,470, the biases are ignored', ['weights-only'], '61,470'],
  ['without bias: 61470', ['weights-only'], '61470'],
  ['61470 without bias', ['weights-only'], '61470'],
  ['We ignored all biases. 61470', ['weights-only'], '61470'],
  ['total number of parameters without biases = 61470', ['weights-only'], '= 61470'],
  ['578560 (counting 1 MAC = 1 FLOP)', ['mac'], '578560'],
  ['multiply-add counted as one operation: 578560', ['mac'], '578560'],
  ['1153840 (1 MAC = 2 FLOPs)', [undefined], '1153840'],
  ['0.7971 (rounded to 4 places)', [undefined], '0.7971'],
  ['61470 (weights only), rounded', ['weights-only', undefined], '61470'],
  ['61470 (not without bias)', [], '61470 (not without bias)'],
  ['61470 (biases not ignored)', [], '61470 (biases not ignored)'],
  ['61470 (biases ignored in C1 only)', [], '61470 (biases ignored in C1 only)'],
  ['I would never say biases ignored', [], 'I would never say biases ignored'],
  ['not ignoring biases', [], 'not ignoring biases'],
  ['578560 (1 MAC = 3 FLOPs)', [], '578560 (1 MAC = 3 FLOPs)'],
  ['rounded(0.5)*2', [], 'rounded(0.5)*2'],
  ['2*rounded', [], '2*rounded'],
  ['0.5 + 0.5', [], '0.5 + 0.5'],
];

describe('conventions that are stated in words', () => {
  it.each(cases)('%s', (text, ids, left) => {
    const found = withoutStatements(text, sayings);
    expect(found.statements.map(({ id }) => id)).toEqual(ids);
    expect(found.text.trim()).toBe(left);
    expect(found.text).toHaveLength(text.length);
  });
});
