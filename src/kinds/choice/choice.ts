import type { ChoiceField } from '../../working/field.ts';
import { type Kind, noNumbers, type Outcome } from '../kind.ts';
import { readChoice } from './read.ts';

/** An answer that names one of a few things. */
export const choice: Kind<ChoiceField, string> = {
  kind: 'choice',
  noun: 'a choice',
  read: (value, { options }) => readChoice(value, options),
  numbers: noNumbers,
  mark(option, { right, because }, { policy }): Outcome {
    if (option === right) return { read: option, verdict: 'correct', earns: 1 };
    const says = policy.solutionShown ? because : `It is not ${option}; compare the counts.`;
    return { read: option, verdict: 'wrong', earns: 0, says };
  },
  about: ({ right }) => ({ expected: right }),
};
