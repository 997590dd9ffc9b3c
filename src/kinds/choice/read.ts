import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { Reading } from '../kind.ts';
import { linesIn } from '../text.ts';

/** The option that an answer names. */
export type ChoiceReading = Reading<string>;

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const negated = /\b(?:not|no|neither|nor|except|but|than|isn|n't)\b/iu;

/**
 * Finds the one option that a text names, by its name or another one for it; a sentence such as "GoogLeNet is the
 * deepest" will do. More than one name, or a sentence that may deny or compare, is for a person to read.
 */
export function readChoice(value: AnswerValue, options: Readonly<Record<string, readonly string[]>>): ChoiceReading {
  if (isBlank(value)) return { kind: 'blank' };
  const names = Object.keys(options).join(', ');
  const said = linesIn(value).join(' ');
  if (said.length > 500) return unreadable(`it is not one of ${names}`);
  const text = plain(said);
  const found = Object.entries(options).filter(([name, others]) =>
    [name, ...others].some((one) => text.includes(plain(one))),
  );
  const [first] = found;
  if (!first) return unreadable(`it names none of ${names}`);
  if (found.length > 1) return unreadable(`it names ${found.map(([name]) => name).join(' and ')}; write one`);
  if (negated.test(said)) return unreadable('it may say that it is another one; write the name alone');
  return { kind: 'read', value: first[0] };
}

const unreadable = (reason: string): ChoiceReading => ({ kind: 'unreadable', reason });
