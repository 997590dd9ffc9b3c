import { unmarked } from '../../passage.ts';
import type { Candidate } from '../candidates.ts';
import { cutEnd, unwrapped } from '../ends.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { blocksOf, names, takes, whole } from './place.ts';

const longest = 300;
const verb = /\s(?:is|are|were|was)\s(?:the\s)?|:\s/;

/** The classes that a sentence names before or behind its verb: "Cats and dogs are confused most". */
export function pairsOf(slot: Slot, findings: Findings): Candidate[] {
  return blocksOf(slot, findings).flatMap((one) => {
    if (one.block.kind !== 'prose') return [];
    return unwrapped(unmarked(one.block.passage.text))
      .split(/(?<=[.!?;])\s+/)
      .flatMap((sentence, i, all) => {
        if (sentence.length > longest || !names(slot, sentence)) return [];
        const sides = cutEnd(sentence, /[.!?;\s]/).split(verb);
        const found = sides.filter((side) => takes(slot, side));
        const [only] = found;
        // "There are several ties for the most confused pair." And the next sentence names them.
        const next = cutEnd(all[i + 1] ?? '', /[.!?;\s]/);
        const said =
          found.length === 0 && next !== '' && next.length <= longest && takes(slot, next) ? next : undefined;
        const text = found.length === 1 ? only?.trim() : said;
        return text === undefined ? [] : [whole(slot, text, one, 'sentence', slot.name, findings)];
      });
  });
}
