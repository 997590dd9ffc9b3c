import { Decimal } from '../../exact/decimal.ts';
import { nothingReported } from '../../reported/reported.ts';
import { countIn } from '../../reported/runs/count.ts';
import { judgeRuns } from '../../reported/runs/judge.ts';
import { attained } from '../../reported/share.ts';
import type { Figure } from '../../reported/window.ts';
import type { AccuracyField } from '../../working/field.ts';
import { type Kind, type MarkingPlace, noNumbers, type Outcome } from '../kind.ts';
import { type ReadAccuracy, readAccuracy } from './read.ts';

/**
 * A reported accuracy. It is not run again: it must be a count out of the test set at the digits written, and is held
 * against what reference runs gave. One that nothing contradicts earns its points; else a person asks how it came about.
 */
export const accuracy: Kind<AccuracyField, ReadAccuracy> = {
  kind: 'accuracy',
  noun: 'an accuracy',
  read: readAccuracy,
  said: ({ read }) => read,
  numbers: noNumbers,
  reports: ({ figure }, { name }) => ({ ...nothingReported, figures: new Map([[name, figure]]) }),
  otherwise: turned,
  mark: markAccuracy,
  about: () => ({}),
};

function markAccuracy(reading: ReadAccuracy, field: AccuracyField, place: MarkingPlace): Outcome {
  const { read, value } = reading;
  const testSize = countIn(field.testSize, place.reported, place.working.givens);
  const impossible = testSize === undefined ? undefined : unattained(reading.figure, testSize);
  const noted = reading.notes.length > 0 ? { notes: reading.notes } : {};
  if (impossible) return { read, value, verdict: 'inconsistent', earns: 0, waits: 1, says: impossible, ...noted };
  const { accuracy: reported, notes, verdict, says } = againstRuns(reading, field, place, testSize);
  const waits = verdict === 'implausible' || !(reported >= 0 && reported <= 1) ? 1 : 0;
  return { read, value, verdict, earns: 1 - waits, waits, says, ...(notes.length > 0 && { notes }) };
}

const percent = (share: number): string => `${Number((100 * share).toFixed(4))} %`;

/** Why no count out of n is written so. */
function unattained(figure: Figure, n: number): string | undefined {
  const { counts, near } = attained(figure, n);
  if (counts.length > 0 || figure.exact || figure.value.gt(1) || figure.value.isNegative()) return undefined;
  const sides = near.map(({ count }) => `${count} of ${n} is ${percent(count / n)}`).join(', ');
  return `No number of right answers out of ${n} gives ${percent(figure.value.toNumber())}: ${sides}. Was it averaged over batches, or measured on another number of images?`;
}

/** `2 %` may be anything; `2.0 %` was measured. */
const isBareDigit = ({ value, places }: Figure): boolean => value.times(new Decimal(10).pow(places)).lt(10);

/** The error in place of the accuracy. A bare digit, or what is no share, is none. */
function turned({ figure }: ReadAccuracy, { name }: AccuracyField) {
  const { value } = figure;
  if (isBareDigit(figure) || value.lte(0) || value.gte(0.5)) return undefined;
  const accuracy = { ...figure, value: value.neg().plus(1) };
  const note = `${percent(value.toNumber())} was read as the error: an accuracy of ${percent(accuracy.value.toNumber())}.`;
  return { reported: { ...nothingReported, figures: new Map([[name, accuracy]]) }, note };
}

/** Within two standard deviations of guessing among so many classes; where nobody says how many, any share may be. */
const isChance = (share: number, n: number, classes: number | undefined): boolean =>
  classes === undefined || Math.abs(share - 1 / classes) <= 2 * Math.sqrt(((1 / classes) * (1 - 1 / classes)) / n);

interface Held extends Pick<Outcome, 'verdict'> {
  readonly says: string;
  readonly accuracy: number;
  readonly notes: string[];
}

function againstRuns({ figure, notes }: ReadAccuracy, field: AccuracyField, place: MarkingPlace, n?: number): Held {
  const said = figure.value.toNumber();
  if (!field.runs || n === undefined) {
    const isShare = said >= 0 && said <= 1;
    const says = isShare
      ? 'Nothing in the paper contradicts it.'
      : `An accuracy lies between 0 % and 100 %. How is ${percent(said)} to be read?`;
    return { accuracy: said, notes: [...notes], verdict: isShare ? 'consistent' : 'implausible', says };
  }
  const trainSize = countIn(field.trainSize, place.reported, place.working.givens);
  const at = trainSize === undefined ? {} : { trainSize };
  const { runs, of = 'test' } = field;
  const half = figure.exact ? 0 : 0.5 * 10 ** -figure.places;
  const judge = (value: number) => judgeRuns(runs, [{ of, measure: 'accuracy', value, half, images: n }], at);
  const held = judge(said);
  if (held.verdict === 'consistent' || said > 0.5)
    return { accuracy: said, notes: [...notes], verdict: held.verdict, says: held.says };
  // An error in the place of an accuracy, unless it may be what guessing gives, or is a bare digit.
  const classes = countIn(field.classes, place.reported, place.working.givens);
  if (isChance(said, n, classes) || isBareDigit(figure))
    return { accuracy: said, notes: [...notes], verdict: held.verdict, says: held.says };
  const turned = judge(1 - said);
  if (turned.verdict === 'implausible')
    return { accuracy: said, notes: [...notes], verdict: held.verdict, says: held.says };
  const note = `${percent(said)} was read as the error: an accuracy of ${percent(1 - said)}.`;
  return { accuracy: 1 - said, notes: [...notes, note], verdict: turned.verdict, says: turned.says };
}
