import type { Grid } from '../exact/rounding.ts';
import { type Compiled, compile } from '../expressions/compile.ts';
import { Graph } from '../expressions/graph.ts';
import type { Expression } from '../expressions/tree.ts';
import type { Line, Working } from '../working/working.ts';
import type { Mutant } from './mutant.ts';

/** Lines that are worked one after the other, as they are or with a slip in them. */
export class Worked {
  private readonly graph: Graph;
  private readonly find: () => number;
  private node = -1;
  private slot = -1;
  private hanging: readonly number[] = [];

  constructor(graph: Graph, find: () => number) {
    this.graph = graph;
    this.find = find;
  }

  /** The last line's value from the numbers at hand; NaN where it is no value at all. */
  value(): number {
    if (this.node < 0) this.node = this.find();
    return this.graph.value(this.node);
  }

  /** The same, where only the number in one slot is another than the value was worked from. */
  again(slot: number): number {
    this.value();
    if (this.slot !== slot) {
      this.slot = slot;
      this.hanging = this.graph.hangingOn(slot, this.node);
    }
    return this.graph.valueAgain(this.node, this.hanging);
  }
}

/** What a slip changes. */
type Changes = Pick<Mutant, 'trees' | 'fractions'>;

/**
 * Some lines with everything that slips make of them, as one graph: a network has a hundred lines and some ten thousand
 * mutants, which have most of it in common. A mutant enters it when it is first worked.
 */
export class Program {
  private readonly graph = new Graph();
  private readonly working: Working;
  private readonly lines: readonly Line[];
  private readonly slot: ReadonlyMap<string, number>;
  private readonly asTheyAre = new Map<string, number>();
  /** By line, the places of the lines that hang on it, and its own. */
  private readonly below = new Map<string, readonly number[]>();

  constructor(working: Working, lines: readonly Line[], slot: ReadonlyMap<string, number>) {
    this.working = working;
    this.lines = lines;
    this.slot = slot;
    for (const line of lines) this.asTheyAre.set(line.name, this.node(line.formula, this.asTheyAre, working.counts));
  }

  /** From here on everything is worked from these numbers. */
  begin(values: Float64Array): void {
    this.graph.begin(values);
  }

  /** The lines with one slip in them, or as they are. */
  with(mutant?: Changes): Worked {
    const asTheyAre = (): number => this.asTheyAre.get(this.lines.at(-1)?.name ?? '') as number;
    return new Worked(this.graph, mutant ? () => this.last(mutant) : asTheyAre);
  }

  /**
   * Counts are exact, so that of lines which a slip does not reach the numbers at hand are taken; others are worked
   * from the top, because unwritten values are known as intervals only.
   */
  private last({ trees, fractions }: Changes): number {
    const { counts } = this.working;
    const reached = new Map<string, number>();
    let result = 0;
    for (const i of this.toWork(trees)) {
      const { name, formula } = this.lines[i] as Line;
      result = this.node(trees.get(name) ?? formula, reached, counts && !fractions);
      reached.set(name, result);
    }
    return result;
  }

  /** The places of the changed lines, of those that hang on them, and of the last, in order. */
  private toWork(trees: ReadonlyMap<string, Expression>): readonly number[] {
    const places = new Set([this.lines.length - 1]);
    for (const name of trees.keys()) for (const place of this.hangingOn(name)) places.add(place);
    return [...places].sort((a, b) => a - b);
  }

  private hangingOn(name: string): readonly number[] {
    const known = this.below.get(name);
    if (known) return known;
    const touched = new Set([name]);
    const places = this.lines.flatMap((line, i) => {
      if (line.name !== name && !line.inputs.some((input) => touched.has(input))) return [];
      touched.add(line.name);
      return [i];
    });
    this.below.set(name, places);
    return places;
  }

  private node(tree: Expression, reached: ReadonlyMap<string, number>, checked: boolean): number {
    const before = (name: string): number | undefined => (this.working.counts ? undefined : this.asTheyAre.get(name));
    const symbol = (name: string): number =>
      reached.get(name) ?? before(name) ?? this.graph.input(this.slot.get(name) as number);
    const node = this.graph.of(tree, symbol);
    return checked ? this.graph.count(node) : node;
  }
}

/** The compiled trees of each structure. */
const compiled = new WeakMap<ReadonlyMap<string, number>, WeakMap<Expression, Compiled>>();

/** A formula as a function of the numbers in these slots. */
export function compiledOf(tree: Expression, slot: ReadonlyMap<string, number>): Compiled {
  const known = compiled.get(slot) ?? new WeakMap<Expression, Compiled>();
  compiled.set(slot, known);
  const run = known.get(tree) ?? compile(tree, (name) => slot.get(name) as number);
  known.set(tree, run);
  return run;
}

/** Half up, at the places of the grid. */
function nearest(x: number, grid: Grid): number {
  const places = grid(Math.abs(x));
  if (places === undefined) return x;
  const scale = 10 ** places;
  return (Math.sign(x) * Math.floor(Math.abs(x) * scale + 0.5 + 1e-9)) / scale;
}

/**
 * The last of some lines, worked in these values with the results on the way rounded, which are written into them; NaN
 * where it is no number.
 */
export function workedBy(
  lines: readonly Line[],
  slot: ReadonlyMap<string, number>,
  trees: ReadonlyMap<string, Expression>,
  values: Float64Array,
  grid: Grid,
): number {
  let result = Number.NaN;
  for (const line of lines) {
    result = compiledOf(trees.get(line.name) ?? line.formula, slot)(values);
    values[slot.get(line.name) as number] = nearest(result, grid);
  }
  return result;
}
