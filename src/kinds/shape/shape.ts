import type { ShapeField } from '../../working/field.ts';
import type { Kind, Outcome } from '../kind.ts';
import { fromLines, misshapen } from './mark.ts';
import { assigned, linesOf, numbersOf } from './numbers.ts';
import { type ReadNumbers, readShape } from './read.ts';

/** The shape of an output: its numbers are lines of the working, and are judged as these. */
export const shape: Kind<ShapeField, ReadNumbers> = {
  kind: 'shape',
  noun: 'a shape',
  read: readShape,
  said: ({ read }) => read,
  numbers: ({ numbers }, field) => linesOf(numbers, field),
  mark({ numbers, read }, field, { working, judged }, given): Outcome {
    const found = assigned(numbers, field).ok
      ? fromLines(linesOf(numbers, field), given, judged, working)
      : misshapen(field, numbers, working);
    return { read, earns: found.verdict === 'correct' || found.verdict === 'carried' ? 1 : 0, ...found };
  },
  about: (field, working) => ({ expected: numbersOf(field, working).join('×') }),
};
