import { type Passage, slice, trimmed } from '../../passage.ts';
import { lineEnds } from '../segments.ts';

const abbreviated = /(?:^|[\s(])(?:i\.e|e\.g|eq|fig|approx|resp|cf|vs|no|nr|ca|incl|excl|bzw|z\.b|d\.h)$/i;

/** The sentences of a paragraph; a line of a list is one by itself. */
export function sentencesOf(passage: Passage): Passage[] {
  const { text } = passage;
  const sentences: Passage[] = [];
  let start = 0;
  const cut = (to: number): void => {
    const one = trimmed(slice(passage, start, to));
    if (one.text !== '') sentences.push(one);
    start = to;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '\n' && lineEnds(text, start, i, 'prose')) cut(i);
    else if (c === ';') cut(i + 1);
    else if (
      '.!?'.includes(c) &&
      /^[.!?]["')\ue001\ue003]*(?:\s|$)/.test(text.slice(i, i + 6)) &&
      !isShort(text.slice(start, i))
    )
      cut(i + 1);
  }
  cut(text.length);
  return sentences;
}

/** Is it an abbreviation, or the number of an item? */
const isShort = (before: string): boolean =>
  abbreviated.test(before.slice(-20)) || /^[\s\ue000-\ue003]*[([]?(?:\d{1,2}|[a-z]|[ivx]{1,4})$/i.test(before);
