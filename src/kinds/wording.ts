import { distance } from '../exact/interval.ts';
import { half } from '../exact/rounding.ts';
import type { Explanation } from '../slips/explain.ts';
import {
  code,
  listed,
  lowered,
  type Message,
  names,
  partsOf,
  ref,
  say,
  sentences,
  withoutStop,
} from '../working/message.ts';
import { mostReadings, readings } from './told.ts';
import { atPlaces } from './values.ts';
import type { Wordable } from './wordable.ts';

/** The one sentence or two beside a mark; undefined where the mark needs none. */
export function says(it: Wordable): Message | undefined {
  switch (it.judgement.verdict) {
    case 'correct':
      return undefined;
    case 'carried':
      return carriedText(it);
    case 'rounding':
      return say`Right but for the rounding: ${it.judgement.habit ?? ''}.`;
    case 'slip':
      return slipText(it);
    case 'wrong':
      return wrongText(it);
  }
}

function carriedText({ judgement, uses }: Wordable): Message {
  const { roots, remarks } = judgement;
  if (remarks.includes('degenerate'))
    return say`It follows from your ${listed(roots)}, but with that value nearly any working gives the same number, so this line shows nothing by itself.`;
  if (remarks.includes('charged-here'))
    return say`It follows from your ${listed(roots)}. The slip there is charged here, because that line carries no points.`;
  if (remarks.includes('same-slip'))
    return say`The same slip as in ${listed(roots)}; it is charged once, there. Full points.`;
  if (remarks.includes('recomputed'))
    return say`Follows from your numbers above ${listed(roots)}: there the number was only written down wrongly. Full points.`;
  if (remarks.includes('mixed'))
    return say`Follows if one of the numbers it uses is taken right and the rest from your ${listed(roots)}. Full points.`;
  const by = uses.filter((name) => !roots.includes(name));
  if (by.length === 0) return say`Follows exactly from your ${listed(roots)}. Full points.`;
  return say`Follows exactly from your ${listed(roots)}, by way of ${listed(by)}. Full points; the slip is charged once, there.`;
}

/** What was done comes first, then what hangs on it; several readings are a list, the likeliest first. */
function slipText(it: Wordable): Message {
  if (it.judgement.remarks.includes('repaired')) return repairedText(it);
  const fitting = readings(it.judgement.explained?.explanations ?? []);
  const [first] = fitting;
  if (!first) return '';
  const own = it.judgement.follows ? ' The numbers it uses are your own.' : '';
  if (fitting.length === 1) return say`${placed(it, first)}${tail(it, first)}${own}`;
  const list = fitting
    .slice(0, mostReadings)
    .map((one, i) => say`${i > 0 ? '; ' : ''}(${'abc'[i] ?? ''}) ${lowered(withoutStop(one.wording.says))}`);
  const more =
    fitting.length > 3 ? 'Several readings fit, among them' : `${fitting.length === 2 ? 'Two' : 'Three'} readings fit`;
  return say`${more}: ${list.flatMap(partsOf)}. The number alone cannot tell which.${own}`;
}

/** Where it happened, if that is another line than the one marked. */
function placed({ judgement }: Wordable, { step, wording }: Explanation): Message {
  const elsewhere = step !== judgement.line.name && wording.place !== 'said';
  return elsewhere && !names(wording.says, step) ? say`In ${ref(step)}: ${lowered(wording.says)}` : wording.says;
}

/** What the slip comes to: "0.202943 is σ(−1.368)". */
function tail({ shown, judgement }: Wordable, { formula, step, value }: Explanation): Message {
  if (formula === shown.text) return '';
  if (formula) return say` ${shown.text} is ${code(formula)}.`;
  if (step !== judgement.line.name) return ` With it the result is ${atPlaces(value, shown.places)}, as you have.`;
  return '';
}

/** A later line is right again, so that this number was only written down wrongly. */
function repairedText({ judgement }: Wordable): Message {
  const says = judgement.explained?.explanations[0]?.wording.says ?? '';
  const again = 'A later line is right again, so this';
  return judgement.verdict === 'slip'
    ? sentences(says, `${again} looks like a copying slip.`)
    : sentences(says, `${again} may be a copying slip; ${chance}`);
}

const chance = 'with so few digits it could also be coincidence.';

function wrongText(it: Wordable): Message {
  const { judgement, shown, allShown } = it;
  if (judgement.remarks.includes('repaired')) return repairedText(it);
  const affected = judgement.follows ? ' It does not follow from your own numbers above.' : '';
  const all = judgement.explained?.explanations ?? [];
  const fits = all.filter(({ bits }) => bits >= 0);
  const [first] = fits;
  if (first)
    return say`${placed(it, first)} That gives exactly your number; ${chance}${alsoFit(fits.length - 1)}${affected}`;
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
