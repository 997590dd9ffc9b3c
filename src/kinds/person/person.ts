import type { PersonField } from '../../working/field.ts';
import { type Kind, noNumbers } from '../kind.ts';

/** An answer of a form that only a person can mark. */
export const person: Kind<PersonField, undefined> = {
  kind: 'person',
  noun: 'an answer',
  read: () => ({ kind: 'read', value: undefined }),
  numbers: noNumbers,
  mark: () => ({
    verdict: 'review',
    earns: 0,
    waits: 1,
    says: 'A person reads this answer; nothing is lost until then.',
  }),
  about: () => ({}),
};
