import type { Claim, Fit, Moment } from './fit.ts';
import type { Range } from './ranges.ts';

export const percent = (share: number) => `${Number((100 * share).toFixed(2))} %`;

/** A number as its kind is written. */
export const written = ({ measure }: Pick<Claim, 'measure'>, value: number): string =>
  measure === 'accuracy' ? percent(value) : String(Number(value.toPrecision(3)));

const sets = { train: 'training', validation: 'validation', test: 'test' };

/** "a validation loss of 0.63" */
export const claimWords = (claim: Claim): string =>
  `a ${sets[claim.of]} ${claim.measure} of ${written(claim, claim.value)}`;

export const claimList = (claims: readonly Claim[]): string => claims.map(claimWords).join(' with ');

const span = (claim: Claim, { low, high }: Range) => `${written(claim, low)} to ${written(claim, high)}`;

/** Epochs that follow one another as one stretch. */
export function momentWords(moments: readonly Moment[]): string {
  const epochs = moments.filter((moment) => moment !== 'kept');
  const stretches: [number, number][] = [];
  for (const epoch of epochs) {
    const last = stretches.at(-1);
    if (last && last[1] + 1 === epoch) last[1] = epoch;
    else stretches.push([epoch, epoch]);
  }
  if (stretches.length === 0) return 'for the weights that are kept';
  const parts = stretches.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  return `after ${parts.join(', ')} epochs`;
}

/** What the runs of one reading gave, number by number. */
export function runsWords({ ranges, seeds }: Fit, claims: readonly Claim[]): string {
  const parts = claims.flatMap((claim, i) => {
    const found = ranges[i];
    if (!found) return [];
    const between = `between ${span(claim, found.runs).replace(' to ', ' and ')}`;
    const wider = `with the sampling error of ${claim.images} ${sets[claim.of]} images, ${span(claim, found.range)}`;
    return [claims.length > 1 ? `a ${sets[claim.of]} ${claim.measure} ${between} (${wider})` : `${between}; ${wider}`];
  });
  return `${seeds} reference runs ${claims.length > 1 ? 'gave' : 'lie'} ${parts.join(' and ')}`;
}
