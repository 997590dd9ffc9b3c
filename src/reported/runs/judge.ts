import type { ReferenceSetting } from '../../working/reference-band.ts';
import { type Claim, type Fit, fitOf } from './fit.ts';
import type { Range } from './ranges.ts';
import { claimList, momentWords, percent, runsWords, written } from './words.ts';

/** What is known of how a result came about; the less, the wider the range. */
export interface Circumstances {
  /** Epochs of training, where they are stated. */
  readonly epochs?: number;
  /** Images that were trained on, where they are stated. */
  readonly trainSize?: number;
}

export interface RunsJudgement {
  readonly verdict: 'consistent' | 'implausible';
  /** What honest runs by the stated recipe support of the first number, sampling error included. */
  readonly range: Range | undefined;
  readonly says: string;
}

const largestTest = 10_000_000;

const questions = {
  above: 'Was it measured on images that the network was not trained on, and how were they chosen?',
  below: 'Which settings gave it: epochs, learning rate, first weights, scale of the pixels?',
  together: 'Are they numbers of one run, taken at one time?',
};

const isShare = ({ measure, value }: Claim) => (measure === 'accuracy' ? value >= 0 && value <= 1 : value >= 0);

/** How the reported numbers lie to the stated recipe's: all below, all above, or each possible but not together. */
function side(stated: Fit, claims: readonly Claim[]): keyof typeof questions {
  const outside = claims.flatMap((claim, i): ('above' | 'below')[] => {
    const range = stated.ranges[i]?.range;
    if (!range || (claim.value >= range.low && claim.value <= range.high)) return [];
    const better = claim.measure === 'accuracy' ? claim.value > range.high : claim.value < range.low;
    return [better ? 'above' : 'below'];
  });
  return outside[0] ?? 'together';
}

/** Other readings that fit, as what to ask about: "with momentum 0.9, after 3 to 5 epochs". */
const readings = (others: readonly Fit[]): string =>
  others.map(({ when = 'as stated', fitting }) => `${when} (${momentWords(fitting)})`).join(' or ');

function againstAll(fits: readonly Fit[], claims: readonly Claim[], at: Circumstances): string {
  const [stated] = fits as [Fit];
  const where = side(stated, claims);
  const gave = runsWords(stated, claims);
  const { train } = stated.band.spec.split;
  const more = where === 'above' && (at.trainSize ?? 0) > train;
  const caveat = more ? ` They were trained on ${train} images; more images explain part of a difference.` : '';
  const rest = fits.slice(1).map(({ when }) => when);
  const nor = rest.length > 0 ? ` Neither do runs ${rest.join(' or ')} give it.` : '';
  const what = claims.length === 1 ? written(claims[0] as Claim, (claims[0] as Claim).value) : claimList(claims);
  const start =
    where === 'together'
      ? `The reference runs never give ${what} at one time: ${gave}.`
      : `${what} ${claims.length === 1 ? 'lies' : 'lie'} ${where} what the reference runs support: ${gave}.`;
  return `${start}${caveat}${nor} ${questions[where]}`;
}

/**
 * Holds the reported numbers of one run against reference runs, all of them at one moment: first by the recipe as stated,
 * then by every other reading that the question allows. What fits one of them is not called implausible.
 * @throws RangeError when there are too few seeds or no images: faults of ours or of the caller.
 */
export function judgeRuns(
  settings: readonly ReferenceSetting[],
  claims: readonly Claim[],
  at: Circumstances = {},
): RunsJudgement {
  const odd = claims.find(({ images }) => !Number.isInteger(images) || images < 1 || images > largestTest);
  if (odd) throw new RangeError(`a test set of ${odd.images} images`);
  const fits = settings.map((setting) => fitOf(setting, claims, at.epochs));
  const [stated] = fits as [Fit];
  const range = stated.ranges[0]?.range;
  const absurd = claims.find((claim) => !isShare(claim));
  if (absurd) {
    const says =
      absurd.measure === 'accuracy'
        ? `An accuracy lies between 0 % and 100 %. How is ${percent(absurd.value)} to be read?`
        : `A loss is not negative. How is ${absurd.value} to be read?`;
    return { verdict: 'implausible', range, says };
  }
  const what = claims.length === 1 ? written(claims[0] as Claim, (claims[0] as Claim).value) : claimList(claims);
  if (stated.fitting.length > 0) {
    return { verdict: 'consistent', range, says: `${runsWords(stated, claims)}. Nothing contradicts ${what}.` };
  }
  const others = fits.slice(1).filter(({ fitting }) => fitting.length > 0);
  if (others.length > 0) {
    const says = `The recipe as stated does not give ${what}: ${runsWords(stated, claims)}. It is what runs give ${readings(others)}. Which was it?`;
    return { verdict: 'consistent', range, says };
  }
  return { verdict: 'implausible', range, says: againstAll(fits, claims, at) };
}
