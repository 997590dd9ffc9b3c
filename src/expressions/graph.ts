import type { Fn } from './functions/fn.ts';
import type { Expression } from './tree.ts';

const longest = 8;
/** Parts below this are packed, two of them and the sort, into one whole number: a text as key takes five times as long. */
const packed = 2 ** 24;
const sorts = { number: 0, input: 1, sum: 2, product: 3, power: 4, call: 5, count: 6 } as const;

/**
 * Many formulas as one graph in float64: what they share is one node, and is worked once. Ten thousand slips of a
 * working differ from it, and from one another, in a few nodes each.
 *
 * A node is a number from 0; what it is made of has smaller ones. Nodes are worked in order, up to the one asked for.
 */
export class Graph {
  private readonly known = new Map<string | number, number>();
  private readonly numbers = new Map<string, number>();
  private readonly inputNodes: (number | undefined)[] = [];
  private readonly sort: number[] = [];
  /** The nodes that each is made of, times 2, and 1 more where a term is subtracted or a factor divided by. */
  private readonly parts: number[] = [];
  private readonly start: number[] = [0];
  private readonly functions: (Fn['float'] | undefined)[] = [];
  private results = new Float64Array(64);
  private inputs: Float64Array = new Float64Array(0);
  private done = 0;
  private readonly again = new Map<number, Map<number, readonly number[]>>();

  /** The node of a formula; `symbol` gives that of each name. */
  of(tree: Expression, symbol: (name: string) => number): number {
    switch (tree.kind) {
      case 'number':
        return this.number(tree.text);
      case 'symbol':
        return symbol(tree.name);
      case 'power':
        return this.node(sorts.power, [2 * this.of(tree.base, symbol), 2 * this.of(tree.exponent, symbol)]);
      case 'call':
        return this.node(
          sorts.call,
          tree.args.map((arg) => 2 * this.of(arg, symbol)),
          tree.fn,
        );
      case 'sum':
        return this.node(
          sorts.sum,
          tree.terms.map(({ negative, of }) => 2 * this.of(of, symbol) + Number(negative)),
        );
      case 'product':
        return this.node(
          sorts.product,
          tree.factors.map(({ inverse, of }) => 2 * this.of(of, symbol) + Number(inverse)),
        );
    }
  }

  /** The node of the number at this place of the inputs. */
  input(slot: number): number {
    const node = this.inputNodes[slot] ?? this.add(sorts.input, [slot]);
    this.inputNodes[slot] = node;
    return node;
  }

  /** A node that is another one where that is a count, and no number where it is negative or broken. */
  count(node: number): number {
    return this.node(sorts.count, [2 * node]);
  }

  /** From here on the formulas are worked from these numbers. */
  begin(inputs: Float64Array): void {
    this.inputs = inputs;
    this.done = 0;
  }

  value(node: number): number {
    while (this.done <= node) {
      this.results[this.done] = this.worked(this.done);
      this.done++;
    }
    return this.results[node] as number;
  }

  /** The value of a node that was worked before, now that those of its parts that hang on an input are others. */
  valueAgain(node: number, hanging: readonly number[]): number {
    for (let i = 0; i < hanging.length; i++) {
      const one = hanging[i] as number;
      this.results[one] = this.worked(one);
    }
    return this.results[node] as number;
  }

  private number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const node = this.add(sorts.number, []);
    this.results[node] = Number(text);
    this.numbers.set(text, node);
    return node;
  }

  private node(sort: number, parts: readonly number[], fn?: Fn): number {
    // Nothing has a long sum in common with another: totals differ in one of a hundred terms.
    if (parts.length > longest) return this.add(sort, parts, fn);
    const key = keyOf(sort, parts, fn);
    const known = this.known.get(key);
    if (known !== undefined && this.functions[known] === fn?.float) return known;
    const node = this.add(sort, parts, fn);
    this.known.set(key, node);
    return node;
  }

  private add(sort: number, parts: readonly number[], fn?: Fn): number {
    const node = this.sort.length;
    this.sort.push(sort);
    for (let i = 0; i < parts.length; i++) this.parts.push(parts[i] as number);
    this.start.push(this.parts.length);
    this.functions.push(fn?.float);
    if (node >= this.results.length) {
      const wider = new Float64Array(2 * node);
      wider.set(this.results);
      this.results = wider;
    }
    return node;
  }

  private worked(node: number): number {
    const { parts, results } = this;
    const from = this.start[node] as number;
    const to = this.start[node + 1] as number;
    const part = parts[from] as number;
    switch (this.sort[node]) {
      case sorts.input:
        return this.inputs[part] as number;
      case sorts.sum: {
        let total = 0;
        for (let i = from; i < to; i++) {
          const one = parts[i] as number;
          const value = results[one >> 1] as number;
          total += one & 1 ? -value : value;
        }
        return total;
      }
      case sorts.product: {
        let total = 1;
        for (let i = from; i < to; i++) {
          const one = parts[i] as number;
          const value = results[one >> 1] as number;
          total = one & 1 ? total / value : total * value;
        }
        return total;
      }
      case sorts.power:
        return (results[part >> 1] as number) ** (results[(parts[from + 1] as number) >> 1] as number);
      case sorts.call:
        return this.applied(node, from, to);
      case sorts.count: {
        const value = results[part >> 1] as number;
        return Number.isInteger(value) && value >= 0 ? value : Number.NaN;
      }
      default:
        return results[node] as number;
    }
  }

  private applied(node: number, from: number, to: number): number {
    const float = this.functions[node] as Fn['float'];
    const at = (i: number): number => this.results[(this.parts[i] as number) >> 1] as number;
    if (to - from === 1) return float(at(from));
    return float(...Array.from({ length: to - from }, (_, i) => at(from + i)));
  }

  /** What a node is made of, and itself, as far as it hangs on one place of the inputs; in order. */
  hangingOn(slot: number, node: number): readonly number[] {
    const bySlot = this.again.get(slot) ?? new Map<number, readonly number[]>();
    this.again.set(slot, bySlot);
    const known = bySlot.get(node);
    if (known) return known;
    const found = new Map<number, boolean>();
    const hangs = (one: number): boolean => {
      const seen = found.get(one);
      if (seen !== undefined) return seen;
      const parts = this.parts.slice(this.start[one], this.start[one + 1]);
      const does =
        this.sort[one] === sorts.input ? parts[0] === slot : parts.map((part) => hangs(part >> 1)).some(Boolean);
      found.set(one, does);
      return does;
    };
    hangs(node);
    const list = [...found].flatMap(([one, does]) => (does ? [one] : [])).sort((a, b) => a - b);
    bySlot.set(node, list);
    return list;
  }
}

/** Equal for nodes that are equal. */
function keyOf(sort: number, parts: readonly number[], fn?: Fn): string | number {
  const [first = 0, second = packed - 1] = parts;
  if (!fn && parts.length <= 2 && first < packed - 1 && second < packed) return (first * packed + second) * 8 + sort;
  return `${sort}${fn?.name ?? ''} ${parts.join()}`;
}
