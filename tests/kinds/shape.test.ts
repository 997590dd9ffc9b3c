import { describe, expect, it } from 'vitest';
import { assign, readShape } from '../../src/kinds/shape/read.ts';

describe('a shape is read', () => {
  it.each([
    ['28×28×8', [28, 28, 8]],
    ['28x28x8', [28, 28, 8]],
    ['28 X 28 X 8', [28, 28, 8]],
    ['28*28*8', [28, 28, 8]],
    ['(28, 28, 8)', [28, 28, 8]],
    ['[28,28,8]', [28, 28, 8]],
    ['$28 \\times 28 \\times 8$', [28, 28, 8]],
    ['28 by 28 by 8', [28, 28, 8]],
    ['8 filters × 28 × 28 × 3', [8, 28, 28, 3]],
    ['8 maps of 28×28', [8, 28, 28]],
    [
      ['28', '28', '8'],
      [28, 28, 8],
    ],
    ['10', [10]],
    ['28x28x8 = 6272', [28, 28, 8]],
    ['28*28*8=6272', [28, 28, 8]],
    ['28x28x8 (6272)', [28, 28, 8]],
    ['28×28×8 = 6,272', [28, 28, 8]],
    ['8 x 28 x 28 = 6272', [8, 28, 28]],
    ['28x28x8 = (28,28,8)', [28, 28, 8]],
    ['(28, 28, 8) = 28x28x8', [28, 28, 8]],
    ['8@28x28', [8, 28, 28]],
    ['28\\times28\\times8', [28, 28, 8]],
    ['$28\\times28\\times8$', [28, 28, 8]],
    ['conv(24x24x8)', [24, 24, 8]],
    ['output: 28x28x8', [28, 28, 8]],
    ['The output is 28×28×8.', [28, 28, 8]],
    ['shape = (28, 28, 8)', [28, 28, 8]],
    ['(1, 28, 28, 8)', [1, 28, 28, 8]],
    ['torch.Size([8, 28, 28])', undefined],
    ['28 x 28 (8 channels)', undefined],
    ['28x28x8 = 6270', undefined],
    ['28x28x8 = 28x28x6', undefined],
    ['28x28 = 784', [28, 28]],
    ['6272', [6272]],
    ['28 28 8', [28, 28, 8]],
    ['28x28x8 (28x28)', undefined],
  ])('%o', (given, numbers) => {
    expect(readShape(given)).toMatchObject(numbers ? { kind: 'read', value: { numbers } } : { kind: 'unreadable' });
  });

  it.each(['28.5x28x8', 'a cube', '-28x28', '28x28x8k', '1'.repeat(300), [['28']]])('or refused: %o', (given) => {
    expect(readShape(given)).toMatchObject({ kind: 'unreadable', reason: expect.stringMatching(/\w/) });
  });

  it('or blank', () => expect(readShape('–').kind).toBe('blank'));
});

describe('the numbers of a shape are told apart', () => {
  it.each([
    ['depth last', [28, 28, 8], 1, { ok: true, sides: [28], channels: 8 }],
    ['depth first', [8, 28, 28], 1, { ok: true, sides: [28], channels: 8 }],
    ['all equal', [8, 8, 8], 1, { ok: true, sides: [8], channels: 8 }],
    ['height and width', [3, 7, 2], 2, { ok: true, sides: [3, 7], channels: 2 }],
    ['a vector', [10], 0, { ok: true, sides: [], channels: 10 }],
    ['a vector with ones', [1, 1, 10], 0, { ok: true, channels: 10 }],
    ['a batch of one', [1, 28, 28, 8], 1, { ok: true, sides: [28], channels: 8 }],
    ['too few', [28, 28], 1, { ok: false, reason: 'too-few' }],
    ['too many', [8, 28, 28, 3], 1, { ok: false, reason: 'too-many' }],
    ['not square', [28, 8, 28], 1, { ok: false, reason: 'not-square' }],
  ] as const)('%s', (_, numbers, sides, expected) => {
    expect(assign(numbers, sides, true)).toMatchObject(expected);
  });
});
