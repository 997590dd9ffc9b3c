import { limits } from '../exact/limits.ts';
import { exp as exponential } from '../expressions/functions/exp.ts';
import {
  assembled,
  type Cells,
  cell,
  isScalar,
  made,
  mapped,
  paired,
  product,
  ShapeFault,
  scalar,
  TooMuch,
  transposed,
  type Wide,
} from './array.ts';
import { differentiated } from './differentiate.ts';
import type { CellField } from './field.ts';
import { print } from './print.ts';
import { type Axis, below, type FoldOp, type Formula } from './tree.ts';

/** What a formula is evaluated in. */
export interface Setting<T> {
  readonly field: CellField<T>;
  /** Throws for a name that it does not know. */
  readonly lookup: (name: string) => Cells<T>;
  readonly wide?: Wide;
  /** The value of each index that has one here, and what the others run up to. */
  readonly fixed?: ReadonlyMap<string, number>;
  readonly runs?: ReadonlyMap<string, number>;
  /** The size that each name of one has. */
  readonly sizes?: ReadonlyMap<string, number>;
  /** How shapes are called in a complaint: 3×2 as `m×n`. */
  readonly shapeText?: (rows: number, columns: number) => string;
}

const mostCells = limits.cells;

/** Evaluates a formula over a field. Throws `ShapeFault` where two shapes do not go together. */
export const evaluate = <T>(tree: Formula, setting: Setting<T>): Cells<T> =>
  new Evaluation(setting).value(tree, setting.fixed ?? new Map());

type Indices = ReadonlyMap<string, number>;

class Evaluation<T> {
  private readonly setting: Setting<T>;
  private readonly field: CellField<T>;
  private work = 0;

  constructor(setting: Setting<T>) {
    this.setting = setting;
    this.field = setting.field;
  }

  value(tree: Formula, at: Indices): Cells<T> {
    const result = this.node(tree, at);
    this.work += result.cells.length;
    if (this.work > mostCells) throw new TooMuch('this takes too much work');
    return result;
  }

  private node(tree: Formula, at: Indices): Cells<T> {
    const { field } = this;
    switch (tree.kind) {
      case 'number':
        return scalar(field.number(tree.text));
      case 'symbol': {
        if (tree.name.startsWith('#'))
          return scalar(field.number(`${this.setting.sizes?.get(tree.name.slice(1)) ?? 'NaN'}`));
        const index = at.get(tree.name);
        return index === undefined ? this.setting.lookup(tree.name) : scalar(field.number(`${index}`));
      }
      case 'sum': {
        const terms = tree.terms.map(({ negative, of }) => {
          const term = this.value(of, at);
          return negative ? mapped(term, field.negate) : term;
        });
        return terms.reduce((a, b) => this.cellwise(a, b, field.add, tree));
      }
      case 'product':
        return this.product(tree, at);
      case 'power':
        return this.power(tree, at);
      case 'call':
        return this.call(tree, at);
      case 'cellwise': {
        const ops = { '*': field.multiply, '/': field.divide, '^': field.power };
        return this.cellwise(this.value(tree.left, at), this.value(tree.right, at), ops[tree.op], tree);
      }
      case 'transpose':
        return transposed(this.value(tree.of, at));
      case 'matrix':
        return this.matrix(tree, at);
      case 'at':
        return this.at(tree, at);
      case 'each':
        return this.each(tree, at);
      case 'fold':
        return this.fold(tree, at);
      case 'reduce':
        return this.reduce(tree, this.value(tree.of, at));
      case 'diagonal':
        return this.diagonal(tree.of, at);
      case 'softmax':
        return this.softmax(this.value(tree.of, at), tree.axis);
      case 'compare':
        return this.cellwise(
          this.value(tree.left, at),
          this.value(tree.right, at),
          (a, b) => field.compare(tree.op, a, b),
          tree,
        );
      case 'cases':
        return this.cases(tree, at);
      case 'derivative':
        return this.value(differentiated(tree.of, tree.by), at);
    }
  }

  private cellwise(a: Cells<T>, b: Cells<T>, op: (x: T, y: T) => T, tree: Formula): Cells<T> {
    return this.shaped(tree, [a, b], () => paired(a, b, this.setting.wide ?? false, op));
  }

  /** Says which shapes do not go together, and in what. */
  private shaped<U>(tree: Formula, operands: readonly Cells<T>[], work: () => U): U {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ShapeFault) || error.message !== '') throw error;
      const shapes = operands.length > 0 ? ` ${operands.map((one) => this.shapeText(one)).join(' and ')}` : '';
      throw new ShapeFault(`in \`${print(tree)}\` the shapes${shapes} do not go together`);
    }
  }

  private shapeText({ rows, columns }: Cells<T>): string {
    return this.setting.shapeText?.(rows, columns) ?? `${rows}×${columns}`;
  }

  private product(tree: Extract<Formula, { kind: 'product' }>, at: Indices): Cells<T> {
    let total: Cells<T> | undefined;
    for (const { inverse, of } of tree.factors) {
      const factor = this.value(of, at);
      if (inverse) {
        if (!isScalar(factor)) throw new ShapeFault(`\`${print(of)}\` is no scalar, and nothing can be divided by it`);
        const by = factor.cells[0] as T;
        total = mapped(total ?? scalar(this.field.number('1')), (x) => this.field.divide(x, by));
      } else {
        const before = total;
        this.work += before ? before.rows * before.columns * factor.columns : 0;
        total = before ? this.shaped(tree, [before, factor], () => product(before, factor, this.field)) : factor;
      }
    }
    return total ?? scalar(this.field.number('1'));
  }

  private power(tree: Extract<Formula, { kind: 'power' }>, at: Indices): Cells<T> {
    const [base, exponent] = [this.value(tree.base, at), this.value(tree.exponent, at)];
    if (!isScalar(base) || !isScalar(exponent))
      throw new ShapeFault(`in \`${print(tree)}\` a power is taken of something that is no scalar`);
    return scalar(this.field.power(base.cells[0] as T, exponent.cells[0] as T));
  }

  private call(tree: Extract<Formula, { kind: 'call' }>, at: Indices): Cells<T> {
    const [first, ...more] = tree.args.map((arg) => this.value(arg, at));
    if (!first) return scalar(this.field.call(tree.fn, []));
    if (more.length === 0) return mapped(first, (x) => this.field.call(tree.fn, [x]));
    const pack = (a: Cells<T[]>, b: Cells<T>): Cells<T[]> =>
      this.shaped(tree, [], () =>
        paired<T[] | T, T[]>(a, b, this.setting.wide ?? false, (x, y) => [...(x as T[]), y as T]),
      );
    return mapped(
      more.reduce(
        pack,
        mapped(first, (x) => [x]),
      ),
      (args) => this.field.call(tree.fn, args),
    );
  }

  private matrix(tree: Extract<Formula, { kind: 'matrix' }>, at: Indices): Cells<T> {
    const isZero = (block: Formula): boolean => block.kind === 'number' && Number(block.text) === 0;
    const rows = tree.rows.map((row) => row.map((block) => ({ of: this.value(block, at), fills: isZero(block) })));
    return this.shaped(tree, [], () => assembled(rows));
  }

  private at(tree: Extract<Formula, { kind: 'at' }>, at: Indices): Cells<T> {
    const of = this.value(tree.of, at);
    const [first = 0, second] = tree.indices.map((index) => this.index(index, at));
    const vector = of.columns === 1 || of.rows === 1;
    if (second === undefined && !vector)
      throw new ShapeFault(`\`${print(tree.of)}\` is a matrix and needs two indices`);
    const [row, column] = second !== undefined ? [first, second] : of.columns === 1 ? [first, 1] : [1, first];
    if (row < 1 || row > of.rows || column < 1 || column > of.columns)
      throw new ShapeFault(`\`${print(tree)}\` lies outside: \`${print(tree.of)}\` is ${this.shapeText(of)}`);
    return scalar(cell(of, row - 1, column - 1));
  }

  private each({ rows, columns, of }: Extract<Formula, { kind: 'each' }>, at: Indices): Cells<T> {
    const last = (index: string | undefined): number =>
      index === undefined ? 1 : (this.setting.runs?.get(index) ?? 1);
    return made(last(rows), last(columns), (row, column) => {
      const inside = new Map(at);
      if (rows !== undefined) inside.set(rows, row + 1);
      if (columns !== undefined) inside.set(columns, column + 1);
      const value = this.value(of, inside);
      if (!isScalar(value)) throw new ShapeFault(`\`${print(of)}\` is no scalar, as a cell must be`);
      return value.cells[0] as T;
    });
  }

  private index(tree: Formula, at: Indices): number {
    if (tree.kind === 'number') return Number(tree.text);
    if (tree.kind === 'sum')
      return tree.terms.reduce((total, { negative, of }) => total + (negative ? -1 : 1) * this.index(of, at), 0);
    if (tree.kind === 'product' && tree.factors.every(({ inverse }) => !inverse))
      return tree.factors.reduce((total, { of }) => total * this.index(of, at), 1);
    const known = tree.kind === 'symbol' ? at.get(tree.name) : undefined;
    if (known === undefined) throw new ShapeFault(`\`${print(tree)}\` is no index here`);
    return known;
  }

  private fold(tree: Extract<Formula, { kind: 'fold' }>, at: Indices): Cells<T> {
    const last = tree.to ? this.bound(tree.to, at) : this.length(tree.of, tree.index, at);
    const values: Cells<T>[] = [];
    for (let i = 1; i <= last; i++) {
      const inside = new Map([...at, [tree.index, i]]);
      if (!tree.where || this.condition(tree.where, inside)) values.push(this.value(tree.of, inside));
    }
    const empty = { sum: '0', product: '1' } as const;
    if (values.length === 0 && tree.op !== 'max' && tree.op !== 'min') return scalar(this.field.number(empty[tree.op]));
    return values.reduce((a, b) => this.cellwise(a, b, this.operation(tree.op), tree));
  }

  /** Conditions of a fold hold between indices, which are known. */
  private condition(where: Formula, at: Indices): boolean {
    if (where.kind !== 'compare') throw new ShapeFault('this condition is no relation between indices');
    const [a, b] = [this.index(where.left, at), this.index(where.right, at)];
    return where.op === '!='
      ? a !== b
      : where.op === '='
        ? a === b
        : where.op.includes('=') && a === b
          ? true
          : where.op.startsWith('<')
            ? a < b
            : a > b;
  }

  private bound(to: Formula, at: Indices): number {
    if (to.kind === 'symbol' && to.name.startsWith('#')) return this.setting.sizes?.get(to.name.slice(1)) ?? Number.NaN;
    if (to.kind === 'number') return Number(to.text);
    const known = to.kind === 'symbol' ? at.get(to.name) : undefined;
    if (known !== undefined) return known;
    throw new ShapeFault(`it is not clear how far the index runs: \`${print(to)}\` is no size`);
  }

  /** How far an index runs: the length of every array along it, which must be one. */
  private length(tree: Formula, index: string, at: Indices): number {
    const lengths = new Set<number>();
    const walk = (node: Formula): void => {
      if (node.kind === 'at')
        node.indices.forEach((one, i) => {
          if (one.kind !== 'symbol' || one.name !== index) return;
          const { rows, columns } = this.value(node.of, at);
          lengths.add(node.indices.length === 1 ? Math.max(rows, columns) : i === 0 ? rows : columns);
        });
      if (node.kind === 'fold' && node.index === index) return;
      for (const child of below(node)) walk(child);
    };
    walk(tree);
    const [only] = lengths;
    if (lengths.size !== 1 || only === undefined)
      throw new ShapeFault(`it is not clear how far the index \`${index}\` runs`);
    return only;
  }

  private operation(op: FoldOp): (a: T, b: T) => T {
    const { field } = this;
    if (op === 'sum') return field.add;
    if (op === 'product') return field.multiply;
    const { extreme } = field;
    if (extreme) return (a, b) => extreme(op, a, b);
    return (a, b) =>
      field.choose(
        field.compare(op === 'max' ? '>=' : '<=', a, b),
        () => a,
        () => b,
      );
  }

  private reduce({ op, axis, flat, first }: Extract<Formula, { kind: 'reduce' }>, a: Cells<T>): Cells<T> {
    const operation = this.operation(op === 'mean' ? 'sum' : op);
    const list = (cells: readonly T[]): T => {
      const total = cells.reduce(operation);
      return op === 'mean' ? this.field.divide(total, this.field.number(`${cells.length}`)) : total;
    };
    if (axis === undefined || a.flat || (first && a.rows === 1)) return scalar(list(a.cells));
    const lines = axis === 0 ? transposed(a) : a;
    const cells = Array.from({ length: lines.rows }, (_, i) =>
      list(lines.cells.slice(i * lines.columns, (i + 1) * lines.columns)),
    );
    if (flat) return { rows: 1, columns: cells.length, cells, flat };
    return axis === 0 ? { rows: 1, columns: cells.length, cells } : { rows: cells.length, columns: 1, cells };
  }

  private diagonal(of: Formula, at: Indices): Cells<T> {
    const { rows, columns, cells } = this.value(of, at);
    if (rows !== 1 && columns !== 1) throw new ShapeFault(`\`${print(of)}\` is no vector to stand on a diagonal`);
    const size = cells.length;
    return made(size, size, (row, column) => (row === column ? (cells[row] as T) : this.field.number('0')));
  }

  private softmax(a: Cells<T>, axis: Axis | undefined): Cells<T> {
    const { field } = this;
    const exp = mapped(a, (x) => field.call(exponential, [x]));
    if (axis === undefined && a.rows > 1 && a.columns > 1)
      throw new ShapeFault('the softmax of a matrix needs the axis along which it is taken');
    const along = a.flat || a.rows === 1 ? 1 : (axis ?? 0);
    const total = this.reduce(
      { kind: 'reduce', op: 'sum', axis: along, of: { kind: 'number', text: '0' } },
      { ...exp, flat: false },
    );
    return { ...paired(exp, total, true, field.divide), ...(a.flat && { flat: true }) };
  }

  private cases(tree: Extract<Formula, { kind: 'cases' }>, at: Indices): Cells<T> {
    const values = tree.cases.map(({ of, when }) => ({ of: this.value(of, at), when: when && this.value(when, at) }));
    const all = values.flatMap(({ of, when }) => (when ? [of, when] : [of])).find((one) => !isScalar(one)) ?? scalar(0);
    const pick = (one: Cells<T>, row: number, column: number): T =>
      isScalar(one) ? (one.cells[0] as T) : cell(one, row, column);
    const from = (i: number, row: number, column: number): T => {
      const here = values[i];
      if (!here) return this.field.number('NaN');
      const then = (): T => pick(here.of, row, column);
      return here.when ? this.field.choose(pick(here.when, row, column), then, () => from(i + 1, row, column)) : then();
    };
    return made(all.rows, all.columns, (row, column) => from(0, row, column));
  }
}
