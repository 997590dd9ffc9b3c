import { distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant by `written`, or undefined where none is near or two are equally near. Case and
 * punctuation count little.
 */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const word = bare(written);
  const ranked = names.map((name) => ({ name, away: distance(word, bare(name)) })).sort((a, b) => a.away - b.away);
  const [best, second] = ranked;
  const near = word.length < 4 ? Math.max(0, word.length - 1) : Math.floor(word.length / 3) + 1;
  return best && best.away <= near && best.away !== second?.away ? best.name : undefined;
}

/** The mend for an unknown name: the nearest right one, or all of them where they are few. */
export function didYouMean(written: string, names: readonly string[]): string {
  const best = nearest(written, names);
  if (best !== undefined) return `did you mean "${best}"?`;
  const shown = names.slice(0, 20).join(', ');
  return names.length === 0 ? 'there are none' : `there are ${shown}${names.length > 20 ? ', …' : ''}`;
}

/** Levenshtein takes time in proportion to the length, and no real name is long. */
const bare = (name: string) =>
  name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s_./∂-]/g, '');
