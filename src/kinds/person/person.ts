import type { PersonField } from '../../working/field.ts';
import { type Kind, type MarkingPlace, noNumbers } from '../kind.ts';

/** An answer of a form that only a person can mark. */
export const person: Kind<PersonField, undefined> = {
  kind: 'person',
  noun: 'an answer',
  read: () => ({ kind: 'read', value: undefined }),
  numbers: noNumbers,
  mark: (_read, field, place) => {
    const points = rubricOf(field, place);
    return {
      verdict: 'review',
      earns: 0,
      waits: 1,
      says: 'A person reads this answer; nothing is lost until then.',
      ...(points.length > 0 && { notes: points.map((point) => `To look for: ${point}.`) }),
    };
  },
  about: () => ({}),
};

/** What the person looks for, where the paper may show it. */
const rubricOf = ({ rubric }: PersonField, { working, policy }: MarkingPlace): readonly string[] => {
  const points = rubric === undefined ? undefined : working.data?.get(rubric);
  return policy.solutionShown && Array.isArray(points) ? points.map((point) => String(point).replace(/\.$/, '')) : [];
};
