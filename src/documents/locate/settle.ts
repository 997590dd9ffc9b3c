import { Decimal } from '../../exact/decimal.ts';
import type { AnswerValue } from '../../reading/value.ts';
import { type Candidate, confidences } from './candidates.ts';
import type { Slot } from './fields.ts';
import { valueOfText } from './shape.ts';
import { wordsOf } from './words.ts';

/** An answer that was surely placed. */
export interface Placed {
  readonly slot: Slot;
  readonly value: AnswerValue;
  readonly from: Candidate;
  readonly confidence: number;
  readonly why: string;
}

/** What was found for a field and cannot be placed: nobody but a person can say which it is. */
export interface Open {
  readonly slot: Slot;
  readonly candidates: readonly Candidate[];
  readonly why: string;
}

/** Decides for every field which of the candidates is its answer. What contradicts itself is asked. */
export function settle(candidates: readonly Candidate[]): { placed: Placed[]; open: Open[] } {
  const bySlot = new Map<Slot, Candidate[]>();
  for (const candidate of candidates) bySlot.set(candidate.slot, [...(bySlot.get(candidate.slot) ?? []), candidate]);
  const settled = [...bySlot].map(([slot, all]) => settleOne(slot, strongest(all)));
  return {
    placed: settled.flatMap((one) => ('value' in one ? [one] : [])),
    open: settled.flatMap((one) => ('value' in one ? [] : [one])),
  };
}

/** A template's place before all; a label in the text before what a program printed, and before weaker signs. */
function strongest(all: readonly Candidate[]): readonly Candidate[] {
  const filled = all.filter(({ by }) => by === 'template');
  if (filled.length > 0) return filled;
  const sure = all.filter(({ by }) => by === 'symbol' || by === 'words' || by === 'row' || by === 'beside');
  const near = all.filter(({ by }) => by === 'within' || by === 'meaning' || by === 'context' || by === 'under');
  const best = sure.length > 0 ? sure : near.length > 0 ? near : all;
  const written = best.filter(({ printed }) => !printed);
  return ofOwnColumn(written.length > 0 ? written : best);
}

/** Of the cells of one row that which its column says: under "test accuracy", and not under "epochs". */
function ofOwnColumn(all: readonly Candidate[]): readonly Candidate[] {
  const [first, second] = all;
  if (!first || !second || all.some(({ by, block }) => by !== 'row' || block !== first.block)) return all;
  const { phrases, field } = first.slot;
  const own = new Set([...phrases.flat(), field.kind]);
  const said = all.map(({ label }) => new Set(wordsOf(label).filter((word) => own.has(word))).size);
  const best = all.filter((_, i) => said[i] === Math.max(...said));
  return best.length === 1 ? best : all;
}

function settleOne(slot: Slot, all: readonly Candidate[]): Placed | Open {
  const ordered = [...all].sort((a, b) => a.order - b.order);
  const last = ordered.at(-1) as Candidate;
  const [first] = ordered;
  if (last.by === 'template' && ordered.every(({ by }) => by === 'template')) return fromTemplate(slot, ordered);
  const row = workedRow(ordered);
  if (row)
    return { slot, value: row.map(({ text }) => text), from: last, confidence: confidences.row, why: reasonOf(last) };
  const values = ordered.map(({ text }) => valueOfText(slot, text));
  const placed = (value: AnswerValue, from: Candidate): Placed => ({
    slot,
    value,
    from,
    confidence: confidences[from.by],
    why: reasonOf(from),
  });
  if (first && ordered.every(({ text }) => text === last.text)) return placed(last.lines ?? last.text, last);
  if (sameValues(values)) return placed(longest(ordered).text, longest(ordered));
  if (agree(values) || isResult(ordered))
    return placed(
      ordered.map(({ text }) => text),
      last,
    );
  return { slot, candidates: ordered, why: `"${last.label}" stands ${ordered.length} times, with different answers` };
}

/** A row of a table that shows the work in one column and what it comes to in the next. */
function workedRow(ordered: readonly Candidate[]): readonly Candidate[] | undefined {
  const [work, result, more] = ordered;
  const isRow = work?.by === 'row' && result?.by === 'row' && work.block === result.block && !more;
  return isRow && /[-+*/×·^]|\\(?:times|cdot)/.test(work.text.slice(1)) && isNumeral(result.text)
    ? [work, result]
    : undefined;
}

const isNumeral = (text: string): boolean => /^[-−]?\d[\d.,\s]*%?$/.test(text);

/** Work and answer stand in places of their own. */
function fromTemplate(slot: Slot, filled: readonly Candidate[]): Placed | Open {
  const texts = [...new Set(filled.map(({ text }) => text).filter((text) => text !== ''))];
  const from = filled.find(({ text }) => text !== '') ?? (filled[0] as Candidate);
  if (texts.length > 1)
    return {
      slot,
      candidates: filled.filter(({ text }) => text !== ''),
      why: `the place of "${slot.name}" is filled in twice`,
    };
  const lines = [...filled.flatMap(({ work = [] }) => work), ...texts];
  const [only = ''] = lines;
  return {
    slot,
    value: lines.length === 1 ? only : lines,
    from,
    confidence: 1,
    why: 'the place that the template keeps for it',
  };
}

const longest = (all: readonly Candidate[]): Candidate =>
  all.reduce((best, one) => (one.text.length > best.text.length ? one : best));

const sameValues = (values: readonly (Decimal | undefined)[]): boolean =>
  values.every((value) => value !== undefined && values[0] !== undefined && value.eq(values[0]));

/** Is each a rounding of the one before? */
const agree = (values: readonly (Decimal | undefined)[]): boolean =>
  values.every(
    (value, i) =>
      i === 0 || (value !== undefined && values[i - 1] !== undefined && isRounded(values[i - 1] as Decimal, value)),
  );

const isRounded = (from: Decimal, to: Decimal): boolean => {
  const places = to.decimalPlaces();
  if (places > from.decimalPlaces()) return false;
  return [Decimal.ROUND_HALF_UP, Decimal.ROUND_DOWN].some((mode) => from.toDecimalPlaces(places, mode).eq(to));
};

/** Lines of work, of which only the last is shown as the result. */
const isResult = (ordered: readonly Candidate[]): boolean => {
  const last = ordered.at(-1);
  return (
    last?.shown === true &&
    !ordered.slice(0, -1).some(({ shown }) => shown) &&
    ordered.every(({ by }) => by === 'symbol' || by === 'words')
  );
};

const scopes: Readonly<Record<Candidate['scope'], string>> = {
  template: 'in the part that the template keeps for its problem',
  question: 'under the number of its question',
  heading: 'under a heading that names its problem',
  content: 'in the part that speaks of its problem',
  anywhere: 'a label that no other field has',
};

function reasonOf({ by, label, scope }: Candidate): string {
  const said = label.replace(/\s+/g, ' ').slice(0, 80);
  if (by === 'row') return `the row "${said}" of a table, ${scopes[scope]}`;
  if (by === 'under') return `the first result in the part about "${said}", ${scopes[scope]}`;
  if (by === 'unit') return `followed by "${said}", ${scopes[scope]}`;
  return `labelled "${said}", ${scopes[scope]}`;
}
