import type { ReferenceBand, ReferenceSeed, ReferenceSetting } from '../../working/reference-band.ts';
import { accuracyRange, lossRange, type Range } from './ranges.ts';

/** One reported number of a run. */
export interface Claim {
  readonly of: 'train' | 'validation' | 'test';
  readonly measure: 'accuracy' | 'loss';
  /** An accuracy as a share of 1, a loss in nats. */
  readonly value: number;
  /** Half a unit of the last written place. */
  readonly half?: number;
  /** Images that it was measured on. */
  readonly images: number;
}

/** When a number was taken: of the weights that were kept, or after an epoch. */
export type Moment = 'kept' | number;

/** One reading of the question, and where in its runs all claims are met together. */
export interface Fit {
  readonly when?: string;
  readonly seeds: number;
  readonly band: ReferenceBand;
  /** The moments that were looked at, and those that fit. */
  readonly moments: readonly Moment[];
  readonly fitting: readonly Moment[];
  /** For each claim the values of the runs and the range around them, over the moments looked at; none where nothing was measured. */
  readonly ranges: readonly ({ readonly runs: Range; readonly range: Range } | undefined)[];
}

const fewestSeeds = 3;

/** What a seed had at a moment; a run that stopped early has no later epochs, and would report what it kept. */
function valueAt(seed: ReferenceSeed, { of, measure }: Claim, moment: Moment): number | undefined {
  const values = seed[of]?.[measure] ?? [];
  const kept = values[seed.chosen - 1];
  if (moment !== 'kept') return values[moment - 1] ?? kept;
  return of === 'test' && measure === 'accuracy' ? seed.accuracy : kept;
}

function rangeAt(band: ReferenceBand, claim: Claim, moment: Moment): { runs: Range; range: Range } | undefined {
  const values = band.seeds.map((seed) => valueAt(seed, claim, moment));
  if (values.some((value) => value === undefined)) return undefined;
  const all = values as number[];
  const runs = { low: Math.min(...all), high: Math.max(...all) };
  const measuredOn = band.spec.split[claim.of] ?? claim.images;
  const range =
    claim.measure === 'accuracy' ? accuracyRange(all, claim.images) : lossRange(all, claim.images, measuredOn);
  return { runs, range };
}

const joined = (a: Range, b: Range): Range => ({ low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) });

/** Between one epoch and the next a run has values between theirs. */
function rangeFrom(band: ReferenceBand, claim: Claim, moment: Moment, last: Moment | undefined) {
  const here = rangeAt(band, claim, moment);
  const next = moment === 'kept' || moment === last ? undefined : rangeAt(band, claim, moment + 1);
  return here && next ? { runs: joined(here.runs, next.runs), range: joined(here.range, next.range) } : here;
}

/** The weights that were kept, and every epoch after which a run can end: as stated, else any. */
function momentsOf({ seeds, spec }: ReferenceBand, stated: number | undefined): Moment[] {
  const longest = Math.max(...seeds.map(({ test }) => test.accuracy.length));
  if (stated !== undefined) return stated >= longest ? ['kept', longest] : [stated];
  const first = Math.min(longest, 1 + (spec.patience ?? 0));
  return ['kept', ...Array.from({ length: longest - first + 1 }, (_, i) => first + i)];
}

const meets = ({ value, half = 0 }: Claim, { low, high }: Range): boolean =>
  value + half >= low && value - half <= high;

/**
 * Where the runs of one reading meet all claims at one moment. What was not measured speaks neither for nor against.
 * @throws RangeError when the band has too few seeds: a fault of ours.
 */
export function fitOf({ when, band: load }: ReferenceSetting, claims: readonly Claim[], epochs?: number): Fit {
  const band = load();
  const seeds = band.seeds.length;
  if (seeds < fewestSeeds) throw new RangeError(`a band of ${seeds} seeds; ${fewestSeeds} are needed`);
  const moments = momentsOf(band, epochs);
  const last = moments.at(-1);
  const range = (claim: Claim, moment: Moment) =>
    epochs === undefined ? rangeFrom(band, claim, moment, last) : rangeAt(band, claim, moment);
  const at = moments.map((moment) => claims.map((claim) => range(claim, moment)));
  const fitting = moments.filter((_, m) =>
    claims.every((claim, i) => {
      const found = at[m]?.[i];
      return !found || meets(claim, found.range);
    }),
  );
  const ranges = claims.map((_, i) =>
    at
      .flatMap((row) => row[i] ?? [])
      .reduce<Fit['ranges'][number]>(
        (all, one) => (all ? { runs: joined(all.runs, one.runs), range: joined(all.range, one.range) } : one),
        undefined,
      ),
  );
  return { ...(when !== undefined && { when }), seeds, band, moments, fitting, ranges };
}
