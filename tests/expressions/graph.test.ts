import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../../src/expressions/compile.ts';
import { Graph } from '../../src/expressions/graph.ts';
import { parseFormula } from '../../src/expressions/plain.ts';
import { tree } from '../support/trees.ts';

const names = ['x', 'w1', 'dL_dw3', 'C1.kernel', 'ŷ'];
const slot = (name: string): number => names.indexOf(name);
const value = fc.double({ min: -4, max: 4, noNaN: true });
const numbers = fc.array(value, { minLength: names.length, maxLength: names.length });

it('many formulas in one graph have the values that each has by itself, whichever is asked for first', () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), numbers, numbers, (trees, first, second) => {
      const graph = new Graph();
      const nodes = trees.map((one) => graph.of(one, (name) => graph.input(slot(name))));
      for (const inputs of [first, second]) {
        graph.begin(Float64Array.from(inputs));
        const worked = nodes.map((_, i) => graph.value(nodes.at(-1 - i) as number)).reverse();
        expect(worked).toEqual(trees.map((one) => compile(one, slot)(inputs)));
      }
    }),
  );
});

it('with another number in one place only what hangs on it is worked again, to the same value', () => {
  fc.assert(
    fc.property(tree, numbers, value, fc.nat(names.length - 1), (formula, inputs, other, at) => {
      const graph = new Graph();
      const node = graph.of(formula, (name) => graph.input(slot(name)));
      const values = Float64Array.from(inputs);
      graph.begin(values);
      graph.value(node);
      values[at] = other;
      expect(graph.valueAgain(node, graph.hangingOn(at, node))).toBe(compile(formula, slot)(values));
    }),
  );
});

it.each([
  ['7', 7],
  ['0', 0],
  ['-1', Number.NaN],
  ['7/2', Number.NaN],
])('%s as a count is %d', (text, value) => {
  const graph = new Graph();
  const node = graph.count(graph.of(parseFormula(text), () => 0));
  graph.begin(new Float64Array(0));
  expect(graph.value(node)).toBe(value);
});
