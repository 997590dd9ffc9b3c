import { chance } from '../exact/chance.ts';
import { type Mark, proved } from '../records/result.ts';
import { capital, counted } from './text/counted.ts';

/**
 * Bits that equal wrong answers of a class have one cause, against each being an accident: the first says which number it
 * is, and of the other wrong answers some unknown share may come from the same cause. An e-value, as a slip's evidence is.
 */
export function commonCause(equal: number, wrong: number, chanceOfOne: number): number {
  const [others, all] = [equal - 1, Math.max(wrong, equal) - 1];
  const q = Math.min(chanceOfOne, 0.5);
  // The share of the cause is any of so many, each as likely; what it does not bring about is an accident.
  const logs = Array.from({ length: shares }, (_, i) => {
    const share = (i + 0.5) / shares;
    return others * Math.log2((share + (1 - share) * q) / q) + (all - others) * Math.log2(1 - share);
  });
  const most = Math.max(...logs);
  return most + Math.log2(logs.reduce((sum, bits) => sum + 2 ** (bits - most), 0) / shares);
}

const shares = 400;

/** How likely a wrong number is by accident; without the key as likely as it can be. */
function chanceOf({ value = '', expected = '' }: Mark): number | undefined {
  const written = Number(value);
  if (value === '' || !Number.isFinite(written)) return undefined;
  const truth = expected !== '' && Number.isFinite(Number(expected)) ? Number(expected) : written;
  return chance(written, 10 ** -(value.split('.')[1]?.length ?? 0), truth);
}

/**
 * What a class adds to a wrong answer, so that a person can decide for all of them; undefined where it adds nothing. No
 * mark hangs on it.
 */
export function pooledText(mark: Mark, equal: number, wrong: number): string | undefined {
  const q = chanceOf(mark);
  const bits = q === undefined ? 0 : commonCause(equal, wrong, q);
  if (bits < proved) return undefined;
  const said = `${counted(equal, 'paper')} of ${wrong} with a wrong answer here have this number, which ${bitsText(bits)} against accidents: they have one cause, which may also be the question or one another.`;
  const [slip] = mark.verdict === 'wrong' ? (mark.slips ?? []) : [];
  const ofSlip = Number(slip?.evidence ?? Number.NaN) + bits;
  return slip && ofSlip >= proved
    ? `${capital(said)} Of the slips that we know this fits best: ${slip.says}`
    : capital(said);
}

const mostBits = 100;
const bitsText = (bits: number): string =>
  bits > mostBits ? `is over ${mostBits} bits of evidence` : `is ${bits.toFixed(1)} bits of evidence`;
