import { listOf } from '../../../kinds/index.ts';
import { classNames } from '../../../reported/classes.ts';
import { formsOf } from '../../../reported/sentences.ts';
import type { ClaimsField } from '../../../working/field.ts';
import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import { cutEnd, unwrapped } from '../ends.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { blocksOf, whole } from './place.ts';

const parting = /[.;:,]\s+(?:and\s+)?|\s(?:and|where|that)\s|\s\(|\n/g;
const leading =
  /^(?:(?:firstly|secondly|thirdly|first|second|also|and|but|so|often|that|in particular|an interesting thing is that|we see that|note that|we can see that)[,\s]+)+/i;
const most = { sentence: 600, pieces: 24 };

/** The sentences of a problem's part that are in one of its forms, each a claim. */
export function claimsOf(slot: Slot, field: ClaimsField, findings: Findings): Candidate[] {
  const matrix = slot.problem.working.fields?.find((one) => one.name === field.of);
  if (matrix?.kind !== 'matrix') return [];
  const { labels, aliases, groups } = matrix;
  const classes = classNames({
    labels: listOf(labels, slot.problem.working),
    ...(aliases && { aliases }),
    ...(groups && { groups }),
  });
  const isClaim = (text: string): boolean => formsOf(text, field.forms, classes).length > 0;
  const prose = blocksOf(slot, findings).filter(({ block }) => block.kind === 'prose');
  const found = prose.flatMap((one) =>
    sentencesOf(unmarked(one.block.passage.text)).flatMap((sentence) =>
      claimsIn(sentence, isClaim).map((claim) => ({ one, claim })),
    ),
  );
  const [first] = found;
  if (!first) return [];
  const lines = [...new Set(found.map(({ claim }) => claim))];
  return [whole(slot, lines, first.one, 'sentence', 'what is said of the matrix', findings)];
}

const sentencesOf = (text: string): string[] =>
  unwrapped(text)
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => sentence.length <= most.sentence);

/** The longest pieces of a sentence between its commas and "and"s that are claims. */
function claimsIn(sentence: string, isClaim: (text: string) => boolean): string[] {
  const cuts = [...sentence.matchAll(parting)].slice(0, most.pieces);
  const starts = [0, ...cuts.map(({ index, 0: found }) => index + found.length)];
  const ends = [...cuts.map(({ index }) => index), sentence.length];
  const claims: string[] = [];
  for (let from = 0; from < starts.length; from++)
    for (let to = ends.length - 1; to >= from; to--) {
      const text = cutEnd(sentence.slice(starts[from], ends[to]), /[.\s]/).replace(leading, '');
      if (!isClaim(text)) continue;
      claims.push(text);
      from = to;
      break;
    }
  return claims;
}
