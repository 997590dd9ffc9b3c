import type { Decimal } from '../exact/decimal.ts';
import { type Interval, point } from '../exact/interval.ts';
import { half } from '../exact/rounding.ts';
import { children, type Expression, symbol, withChildren } from '../expressions/tree.ts';

interface Values {
  readonly places?: number;
  valueOf(name: string): Decimal;
}

/** Arithmetic whose rounded numbers may be off by half a unit of their last place. */
export interface Loosened {
  readonly tree: Expression;
  /** The most places that a number in it has, but no fewer than those stated. */
  readonly places: number;
  inputs(name: string): Interval;
}

const usual = 4;

/** A number looks rounded if it has the stated places or more; one with fewer (a weight such as 0.75) is taken as exact. */
export function loosened(tree: Expression, values: Values): Loosened {
  const least = values.places ?? usual;
  const windows = new Map<string, Interval>();
  let places = least;
  const walk = (node: Expression): Expression => {
    if (node.kind !== 'number') return children(node).length > 0 ? withChildren(node, children(node).map(walk)) : node;
    const written = node.text.split('.')[1]?.length ?? 0;
    if (written < least || node.text.includes('e')) return node;
    places = Math.max(places, written);
    const value = Number(node.text);
    windows.set(node.text, { lo: value - half(written), hi: value + half(written) });
    return symbol(node.text);
  };
  const loose = walk(tree);
  return { tree: loose, places, inputs: (name) => windows.get(name) ?? point(values.valueOf(name).toNumber()) };
}
