import type { Reported } from '../reported.ts';

/** The first of these names that the paper or the question gives a number of images. */
export function countIn(
  names: string | readonly string[] | undefined,
  reported: Reported,
  givens: ReadonlyMap<string, string>,
): number | undefined {
  for (const name of typeof names === 'string' ? [names] : (names ?? [])) {
    const own = reported.figures.get(name)?.value.toNumber() ?? reported.values.get(name);
    const count = own ?? (givens.has(name) ? Number(givens.get(name)) : undefined);
    if (count !== undefined && Number.isInteger(count) && count > 0) return count;
  }
  return undefined;
}
