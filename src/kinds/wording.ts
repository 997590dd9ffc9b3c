import type { Shown } from '../derived/agreement.ts';
import type { Judgement, Remark } from '../derived/judgement.ts';
import type { Explanation } from '../derived/slips/explain.ts';
import { Decimal } from '../exact/decimal.ts';
import { distance, type Interval } from '../exact/interval.ts';
import { half } from '../exact/rounding.ts';
import type { Slip } from '../records/result.ts';

/** What a line's own words may refer to. */
export interface Wordable {
  readonly judgement: Judgement;
  readonly shown: Shown;
  /** Is every number that it uses there to see? */
  readonly allShown: boolean;
  readonly places: number | undefined;
  /** Lines that it uses directly and that hang on a wrong one. */
  readonly uses: readonly string[];
}

const code = (name: string): string => `\`${name}\``;

/** `a`, `b` and `c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2
    ? names.map(code).join('')
    : `${names.slice(0, -1).map(code).join(', ')} and ${code(names.at(-1) ?? '')}`;

/** The one sentence or two beside a mark; undefined where the mark needs none. */
export function says(it: Wordable): string | undefined {
  switch (it.judgement.verdict) {
    case 'correct':
      return undefined;
    case 'carried':
      return carriedText(it);
    case 'rounding':
      return `Right but for the rounding: ${it.judgement.habit}.`;
    case 'slip':
      return slipText(it);
    case 'wrong':
      return wrongText(it);
  }
}

function carriedText({ judgement, uses }: Wordable): string {
  const { roots, remarks } = judgement;
  if (remarks.includes('degenerate'))
    return `It follows from your ${listed(roots)}, but with that value nearly any working gives the same number, so this line shows nothing by itself.`;
  if (remarks.includes('charged-here'))
    return `It follows from your ${listed(roots)}. The slip there is charged here, because that line carries no points.`;
  if (remarks.includes('same-slip'))
    return `The same slip as in ${listed(roots)}; it is charged once, there. Full points.`;
  if (remarks.includes('recomputed'))
    return `Follows from your numbers above ${listed(roots)}: there the number was only written down wrongly. Full points.`;
  if (remarks.includes('mixed'))
    return `Follows if one of the numbers it uses is taken right and the rest from your ${listed(roots)}. Full points.`;
  const by = uses.filter((name) => !roots.includes(name));
  if (by.length === 0) return `Follows exactly from your ${listed(roots)}. Full points.`;
  return `Follows exactly from your ${listed(roots)}, by way of ${listed(by)}. Full points; the slip is charged once, there.`;
}

/** What was done comes first, then what hangs on it; several readings are a list, the likeliest first. */
function slipText(it: Wordable): string {
  if (it.judgement.remarks.includes('repaired')) return repairedText(it);
  const [first, ...others] = it.judgement.explained?.explanations ?? [];
  if (!first) return '';
  const rest = others.filter((other) => other.share > 0.02);
  const own = it.judgement.follows ? ' The numbers it uses are your own.' : '';
  const named = `${placed(it, first)}${tail(it, first)}`;
  if (rest.length === 0) return `${named}${own}`;
  const list = [first, ...rest.slice(0, 2)].map((one, i) => `(${'abc'[i]}) ${lowered(withoutStop(one.wording.says))}`);
  const more =
    rest.length > 2 ? 'Several readings fit, among them' : `${rest.length === 1 ? 'Two' : 'Three'} readings fit`;
  return `${more}: ${list.join('; ')}. The number alone cannot tell which.${own}`;
}

const withoutStop = (text: string): string => (text.endsWith('.') ? text.slice(0, -1) : text);

/** Where it happened, if that is another line than the one marked. */
function placed({ judgement }: Wordable, { step, wording }: Explanation): string {
  const elsewhere = step !== judgement.line.name && wording.place !== 'said';
  return elsewhere && !wording.says.includes(code(step)) ? `In ${code(step)}: ${lowered(wording.says)}` : wording.says;
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What the slip comes to: "0.202943 is σ(−1.368)". */
function tail({ shown, judgement }: Wordable, { formula, step, value }: Explanation): string {
  if (formula === shown.text) return '';
  if (formula) return ` ${shown.text} is ${code(formula)}.`;
  if (step !== judgement.line.name) return ` With it the result is ${atPlaces(value, shown.places)}, as you have.`;
  return '';
}

/** A later line is right again, so that this number was only written down wrongly. */
function repairedText({ judgement }: Wordable): string {
  const says = judgement.explained?.explanations[0]?.wording.says ?? '';
  const again = 'A later line is right again, so this';
  return judgement.verdict === 'slip'
    ? `${says} ${again} looks like a copying slip.`
    : `${says} ${again} may be a copying slip; ${chance}`;
}

const chance = 'with so few digits it could also be coincidence.';

function wrongText(it: Wordable): string {
  const { judgement, shown, allShown } = it;
  if (judgement.remarks.includes('repaired')) return repairedText(it);
  const affected = judgement.follows ? ' It does not follow from your own numbers above.' : '';
  const all = judgement.explained?.explanations ?? [];
  const fits = all.filter(({ bits }) => bits >= 0);
  const [first] = fits;
  if (first)
    return `${placed(it, first)} That gives exactly your number; ${chance}${alsoFit(fits.length - 1)}${affected}`;
  if (near(it)) return `${near(it)}No rounding that is allowed here gives it.${affected}`;
  const own = short(shown.text);
  if (all.length === 0) return `We could not tell how ${own} came about.${affected}`;
  const more = allShown ? '' : ' Show your intermediate results, and more can be said.';
  if (all.length === 1)
    return `One slip that we know of gives ${own}, but nearly any number of so few digits has one.${more}${affected}`;
  return `${all.length} different slips would give ${own}, so the number alone cannot show which.${more}${affected}`;
}

const alsoFit = (n: number): string => (n === 0 ? '' : ` ${n} other ${n === 1 ? 'slip fits' : 'slips fit'} as well.`);

/** "0.6456 agrees to 3 places and then differs." Only where it is that near. */
function near({ judgement, shown, places }: Wordable): string {
  const legal = judgement.explained?.legal;
  if (!legal || places === undefined || places < 2 || shown.places < places) return '';
  const gap = distance(shown.value, legal);
  if (gap > half(places - 1)) return '';
  return `${shown.text} agrees to ${places - 1} places and then differs. `;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const remarks: Readonly<Partial<Record<Remark, (it: Wordable) => string>>> = {
  'more-places': ({ shown, places }) =>
    `${shown.places} places are given; ${places} were asked for, and more does no harm.`,
  'digits-beyond': (it) =>
    `At the ${it.places} places asked for this is right. The digits after that do not follow from the numbers above; it costs nothing.`,
  'cut-beyond': ({ shown }) =>
    `The digits after the ${ordinal(shown.places)} place were cut off instead of rounded; it costs nothing.`,
  hidden: ({ judgement }) =>
    `It follows from your own numbers as well: the rounding hides the difference${from(judgement)}.`,
  'not-from-own': ({ judgement }) =>
    `This is the right value, though it does not follow from your own ${listed(judgement.roots)}.`,
};

const from = ({ roots }: Judgement): string => (roots.length > 0 ? ` from ${listed(roots)}` : '');

/** Remarks that cost nothing. */
export const notes = (it: Wordable): string[] =>
  it.judgement.remarks.flatMap((remark) => {
    const text = remarks[remark]?.(it);
    return text === undefined ? [] : [text];
  });

const ordinal = (n: number): string => `${n}${{ 1: 'st', 2: 'nd', 3: 'rd' }[n] ?? 'th'}`;

/** The explanations worth listing: those that chance does not beat. */
export function slips({ judgement, shown }: Wordable): Slip[] {
  const { explanations = [] } = judgement.explained ?? {};
  return explanations
    .filter(({ bits }) => bits >= 0)
    .slice(0, 6)
    .map(({ kind, step, bits, wording, formula, value }) => ({
      kind,
      step,
      evidence: bits.toFixed(1),
      says: wording.says,
      ...(formula && { formula }),
      value: atPlaces(value, shown.places),
      hint: wording.hint,
      check: wording.check,
    }));
}

/** A value at so many places, as text. */
export function atPlaces(value: Decimal | number, places: number): string {
  const decimal = new Decimal(value);
  return places >= 0 ? decimal.toFixed(Math.min(places, 30)) : decimal.toDecimalPlaces(0).toFixed();
}

/** The middle of an interval of legal values, at so many places. */
export const middleText = ({ lo, hi }: Interval, places: number): string =>
  atPlaces(new Decimal(lo).plus(hi).div(2), places);
