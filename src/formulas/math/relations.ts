import type { CompareOp } from '../tree.ts';

/** The signs between two sides of a condition. */
export const relations: Readonly<Record<string, CompareOp>> = {
  '<': '<',
  '>': '>',
  '\\lt': '<',
  '\\gt': '>',
  '\\leq': '<=',
  '\\le': '<=',
  '\\leqslant': '<=',
  '\\geq': '>=',
  '\\ge': '>=',
  '\\geqslant': '>=',
  '!=': '!=',
  '\\neq': '!=',
  '\\ne': '!=',
  '=': '=',
};
