import type { ChoiceField } from '../../working/field.ts';
import { type Kind, noNumbers, type Outcome } from '../kind.ts';
import { readChoice } from './read.ts';

/** An answer that names one of a few things. */
export const choice: Kind<ChoiceField, string> = {
  kind: 'choice',
  noun: 'a choice',
  read: (value, { options }) => readChoice(value, options),
  said: (option) => option,
  numbers: noNumbers,
  mark(option, field): Outcome {
    const right = rightOf(field);
    if (right.length === 0) return { read: option, verdict: 'consistent', earns: 1 };
    if (right.includes(option)) return { read: option, verdict: 'correct', earns: 1 };
    return { read: option, verdict: 'wrong', earns: 0, says: because(field) };
  },
  about(field) {
    const right = rightOf(field);
    return right.length > 0 ? { expected: right.join(' or ') } : {};
  },
};

/** The options with the greatest or the least number. */
function rightOf({ of, pick }: ChoiceField): string[] {
  const numbers = Object.entries(of?.() ?? {});
  const best = Math[pick === 'least' ? 'min' : 'max'](...numbers.map(([, n]) => n));
  return numbers.filter(([, n]) => n === best).map(([option]) => option);
}

const grouped = (n: number): string => n.toLocaleString('en-US');

/** The numbers, greatest first: "VGG-16 has 138,357,544 parameters, AlexNet 60,965,224, GoogLeNet 6,998,552." */
function because({ of, what = '' }: ChoiceField): string {
  const [first, ...rest] = Object.entries(of?.() ?? {}).sort(([, a], [, b]) => b - a);
  if (!first) return '';
  const others = rest.map(([option, n]) => `${option} ${grouped(n)}`);
  return `${[`${first[0]} has ${grouped(first[1])} ${what}`.trim(), ...others].join(', ')}.`;
}
