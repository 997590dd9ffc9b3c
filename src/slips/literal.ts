import { type Expression, number, sum } from '../expressions/tree.ts';

/** A number as a tree: a negative one is a sum of one subtracted term. */
export const literal = (text: string): Expression =>
  text.startsWith('-') ? sum([{ negative: true, of: number(text.slice(1)) }]) : number(text);
