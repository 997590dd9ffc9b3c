import { call, type Expression, number, power, product, sum } from '../../expressions/tree.ts';
import { ShapeFault } from '../array.ts';
import { type CellField, holds } from '../field.ts';

const isNumber = (tree: Expression, text?: string): boolean =>
  tree.kind === 'number' && (text === undefined || tree.text === text);

const plus = (of: Expression, negative = false) => ({ negative, of });
const times = (of: Expression, inverse = false) => ({ inverse, of });
const minus = (a: Expression, b: Expression): Expression =>
  isNumber(b, '0') ? a : sum([...(isNumber(a, '0') ? [] : [plus(a)]), plus(b, true)]);

/**
 * Formulas of single numbers. A formula over arrays that is evaluated in them becomes one formula for each cell, so that
 * all that is known of scalars (intervals, rounding, slips) holds for the cells.
 */
export const expressions: CellField<Expression> = {
  number,
  add: (a, b) => (isNumber(a, '0') ? b : isNumber(b, '0') ? a : sum([plus(a), plus(b)])),
  negate: (a) => sum([plus(a, true)]),
  multiply: (a, b) => (isNumber(a, '1') ? b : isNumber(b, '1') ? a : product([times(a), times(b)])),
  divide: (a, b) => (isNumber(b, '1') ? a : product([times(a), times(b, true)])),
  power,
  call: (fn, args) => call(fn, ...args),
  compare: (op, a, b) => {
    if (a.kind === 'number' && b.kind === 'number')
      return number(holds(op, Math.sign(Number(a.text) - Number(b.text))) ? '1' : '0');
    if (op === '>') return call('step', minus(a, b));
    if (op === '<') return call('step', minus(b, a));
    if (op === '<=') return minus(number('1'), call('step', minus(a, b)));
    if (op === '>=') return minus(number('1'), call('step', minus(b, a)));
    throw new ShapeFault('only indices can be compared for equality in a working');
  },
  choose: (when, then, otherwise) => {
    if (when.kind === 'number') return when.text === '0' ? otherwise() : then();
    const [yes, no] = [then(), otherwise()];
    const first = product([times(when), times(yes)]);
    return isNumber(no, '0') ? first : sum([plus(first), plus(product([times(minus(number('1'), when)), times(no)]))]);
  },
  extreme: (op, a, b) => call(op, ...(a.kind === 'call' && a.fn.name === op ? a.args : [a]), b),
};
