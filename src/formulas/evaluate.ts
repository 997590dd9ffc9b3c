import { limits } from '../exact/limits.ts';
import { type Cells, mapped, paired, scalar, TooMuch, transposed } from './array.ts';
import { differentiated } from './differentiate.ts';
import { type Evaluator, type Indices, type Setting, shaped } from './evaluation/evaluator.ts';
import { foldOf, reduced, softmaxOf } from './evaluation/folds.ts';
import { cellAt, eachOf, sliceOf } from './evaluation/indices.ts';
import { casesOf, diagonalOf, matrixOf, repeated, reshaped } from './evaluation/layout.ts';
import { callOf, powerOf, productOf } from './evaluation/operations.ts';
import type { CellField } from './field.ts';
import type { Formula } from './tree.ts';

/** Evaluates a formula over a field. Throws `ShapeFault` where two shapes do not go together. */
export const evaluate = <T>(tree: Formula, setting: Setting<T>): Cells<T> =>
  new Evaluation(setting).value(tree, setting.fixed ?? new Map());

class Evaluation<T> implements Evaluator<T> {
  readonly setting: Setting<T>;
  readonly field: CellField<T>;
  private work = 0;

  constructor(setting: Setting<T>) {
    this.setting = setting;
    this.field = setting.field;
  }

  value(tree: Formula, at: Indices): Cells<T> {
    const result = this.node(tree, at);
    this.spend(result.cells.length);
    return result;
  }

  spend(work: number): void {
    this.work += work;
    if (this.work > limits.cells) throw new TooMuch('this takes too much work');
  }

  cellwise(a: Cells<T>, b: Cells<T>, op: (x: T, y: T) => T, tree: Formula): Cells<T> {
    return shaped(this, tree, [a, b], () => paired(a, b, this.setting.wide ?? false, op));
  }

  private node(tree: Formula, at: Indices): Cells<T> {
    const { field } = this;
    switch (tree.kind) {
      case 'number':
        return scalar(field.number(tree.text));
      case 'symbol':
        return this.symbol(tree.name, at);
      case 'sum':
        return tree.terms
          .map(({ negative, of }) => {
            const term = this.value(of, at);
            return negative ? mapped(term, field.negate) : term;
          })
          .reduce((a, b) => this.cellwise(a, b, field.add, tree));
      case 'product':
        return productOf(this, tree, at);
      case 'power':
        return powerOf(this, tree, at);
      case 'call':
        return callOf(this, tree, at);
      case 'cellwise': {
        const ops = { '*': field.multiply, '/': field.divide, '^': field.power };
        return this.cellwise(this.value(tree.left, at), this.value(tree.right, at), ops[tree.op], tree);
      }
      case 'compare': {
        const [left, right] = [this.value(tree.left, at), this.value(tree.right, at)];
        return this.cellwise(left, right, (a, b) => field.compare(tree.op, a, b), tree);
      }
      case 'transpose':
        return transposed(this.value(tree.of, at));
      case 'matrix':
        return matrixOf(this, tree, at);
      case 'at':
        return cellAt(this, tree, at);
      case 'slice':
        return sliceOf(this, tree, at);
      case 'reshape':
        return reshaped(this, tree, at);
      case 'repeat':
        return repeated(this, tree, at);
      case 'each':
        return eachOf(this, tree, at);
      case 'fold':
        return foldOf(this, tree, at);
      case 'reduce':
        return reduced(this, tree, this.value(tree.of, at));
      case 'diagonal':
        return diagonalOf(this, tree.of, at);
      case 'softmax':
        return softmaxOf(this, this.value(tree.of, at), tree.axis);
      case 'cases':
        return casesOf(this, tree, at);
      case 'derivative':
        return this.value(differentiated(tree.of, tree.by), at);
    }
  }

  private symbol(name: string, at: Indices): Cells<T> {
    const { field, setting } = this;
    if (name.startsWith('#')) return scalar(field.number(`${setting.sizes?.get(name.slice(1)) ?? 'NaN'}`));
    const index = at.get(name);
    return index === undefined ? setting.lookup(name) : scalar(field.number(`${index}`));
  }
}
