import { convolutionWeights, denseWeights, positions } from '../../src/exact/counting.ts';
import type { Proof } from '../../src/working/proof.ts';
import { needed, tensorCounts } from '../tensor-counts.ts';

/** The blocks by the rows of the published table: 1×1, 3×3 reduce, 3×3, 5×5 reduce, 5×5, after the pooling. */
const table = {
  inception3a: [64, 96, 128, 16, 32, 32],
  inception3b: [128, 128, 192, 32, 96, 64],
  inception4a: [192, 96, 208, 16, 48, 64],
  inception4b: [160, 112, 224, 24, 64, 64],
  inception4c: [128, 128, 256, 24, 64, 64],
  inception4d: [112, 144, 288, 32, 64, 64],
  inception4e: [256, 160, 320, 32, 128, 128],
  inception5a: [256, 160, 320, 32, 128, 128],
  inception5b: [384, 192, 384, 48, 128, 128],
};
const columns = ['conv1x1', 'reduce3x3', 'conv3x3', 'reduce5x5', 'conv5x5', 'project'];
const windows = [1, 1, 3, 1, 5, 1];

/** How a convolution's weights are counted. */
type Count = (depth: number, filters: number, window: number) => number;

function blocks(givens: Record<string, unknown>, from: number, count: Count) {
  const found: Record<string, string> = {};
  let depth = from;
  let total = 0;
  for (const [name, row] of Object.entries(table)) {
    const filters = row.map((n, i) => Number(givens[`${name}.${columns[i]}.filters`] ?? n));
    const [one = 0, reduce3 = 0, three = 0, reduce5 = 0, five = 0, project = 0] = filters;
    const sources = [depth, depth, reduce3, depth, reduce5, depth];
    const each = filters.map((n, i) => count(sources[i] ?? 0, n, windows[i] ?? 0));
    columns.forEach((column, i) => {
      found[`${name}.${column}`] = String(each[i]);
    });
    const sum = each.reduce((all, n) => all + n, 0);
    depth = one + three + five + project;
    found[name] = String(sum);
    found[`${name}.depth`] = String(depth);
    total += sum;
  }
  return { found, depth, total };
}

function whole(
  givens: Record<string, unknown>,
  count: Count,
  dense: (side: number, depth: number, units: number) => number,
) {
  const n = (name: string, usual: number): number => Number(givens[name] ?? usual);
  const first = count(n('input.depth', 3), n('conv1.filters', 64), 7);
  const reduce = count(n('conv1.filters', 64), 64, 1);
  const second = count(64, 192, 3);
  const { found, depth, total } = blocks(givens, 192, count);
  const half = (side: number, window: number, padding: number) => positions(side, window, 2, padding);
  const sides = [half(n('input.size', 224), 7, 3)];
  for (let i = 0; i < 4; i++) sides.push(half(sides.at(-1) ?? 0, 3, 1));
  const last = positions(sides.at(-1) ?? 0, 7);
  const linear = dense(last, depth, n('linear.units', 1000));
  return {
    ...found,
    conv1: String(first),
    'conv2.reduce': String(reduce),
    'conv2.conv': String(second),
    conv2: String(reduce + second),
    linear: String(linear),
    total: String(first + reduce + second + total + linear),
    'conv2.depth': '192',
    'conv2.conv.size': String(sides[1]),
    ...Object.fromEntries(sides.map((side, i) => [`${i === 0 ? 'conv1' : `pool${i}`}.size`, String(side)])),
    'pool5.size': String(last),
  };
}

const counting = (givens: Record<string, unknown>): Record<string, string> =>
  whole(givens, convolutionWeights, (side, depth, units) => denseWeights({ side, depth }, units));

function tensors(givens: Record<string, unknown>): Record<string, string> | undefined {
  const one = (kind: 'conv2d' | 'dense', shape: number[], options: Record<string, number>): number =>
    Number(tensorCounts(shape, [{ name: 'it', kind, options }])?.it);
  if (!tensorCounts([1], [])) return undefined;
  return whole(
    givens,
    (depth, filters, kernelSize) => one('conv2d', [kernelSize, kernelSize, depth], { filters, kernelSize }),
    (side, depth, units) => one('dense', [side * side * depth], { units }),
  );
}

export default [
  { method: 'counting weight by weight', values: counting },
  { method: 'the weights of the built layers', needs: needed, values: tensors },
] satisfies readonly Proof[];
