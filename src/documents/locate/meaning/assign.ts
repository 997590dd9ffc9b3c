import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import { type Findings, openSlots } from '../findings.ts';
import { answerIn, type Text } from '../shape.ts';
import { arraysIn } from './arrays.ts';
import { type Result, resultsOf } from './results.ts';
import { clearest, isGeneral, isOfAnother, type Said } from './score.ts';
import { spoken } from './spoken.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

const kinds = new Set(['number', 'accuracy', 'shape', 'reported']);

/** The cells of an array are told by where they stand in it. */
const isCell = ({ name, problem }: Slot): boolean =>
  problem.working.lines.some((line) => line.name === name && line.array !== undefined);

interface Match {
  readonly slot: Slot;
  readonly result: Result;
  readonly answer: Text;
  readonly score: number;
  /** Only the words behind the number say it. */
  readonly isUnit: boolean;
}

/** What words say of numbers that no label gave to a field: each goes to the field that they say by far the best. */
export function byMeaning(findings: Findings): Candidate[] {
  const open = new Set(openSlots(findings));
  const vocabularyAt = vocabularies(findings, (slot) => kinds.has(slot.field.kind) && !isCell(slot));
  const matches = resultsOf(findings, (block) => vocabularyAt(block).knows).flatMap((result) => {
    const match = best(result, vocabularyAt(result.block));
    return match && open.has(match.slot) ? [match] : [];
  });
  return [
    ...matches.map((match) => candidate(match, findings)),
    ...arraysIn(
      findings,
      vocabularies(findings, ({ field }) => field.kind === 'cells'),
    ),
  ];
}

/** The vocabulary of the fields of some sort that a block may answer. */
function vocabularies({ scopes, slots }: Findings, isOf: (slot: Slot) => boolean): (block: number) => Vocabulary {
  const known = new Map<string, Vocabulary>();
  return (block) => {
    const problems = scopes[block]?.problems ?? [];
    const key = problems.map(({ id }) => id).join(' ');
    const vocabulary =
      known.get(key) ?? vocabularyOf(slots.filter((slot) => problems.includes(slot.problem) && isOf(slot)));
    known.set(key, vocabulary);
    return vocabulary;
  };
}

/** The field that a result's words say, where they say no other nearly as well. */
function best(result: Result, vocabulary: Vocabulary): Match | undefined {
  const { label, after, title, topic, around } = result;
  const titles: Said[] = [title, topic].flatMap((text) =>
    text === undefined ? [] : [{ label: text, around: [label, ...around] }],
  );
  const said: Said[] = [{ label: `${label} ${after}`, around }, ...clauseOf(label, after, around), ...titles];
  if (isPronoun(label, after, vocabulary)) return undefined;
  for (const one of said) {
    const match = clearest(one, vocabulary);
    const isOwn =
      !titles.includes(one) || (match && !isOfAnother(match.slot, `${clausesOf(label).at(-1)} ${after}`, vocabulary));
    const answer = match && isOwn && isFit(match.slot, result) ? answerIn(match.slot, result) : undefined;
    const isUnit = !titles.includes(one) && !spoken(label).some((word) => vocabulary.knows(word) && !isGeneral(word));
    if (match && answer) return { ...match, result, answer, isUnit };
  }
  return undefined;
}

/** "It has 5 parameters": of what, only the sentence before says. */
const isPronoun = (label: string, after: string, vocabulary: Vocabulary): boolean =>
  /^\W*(?:it|they|these|this|er|sie|es)\s(?:has|have|hat|haben|needs?)\b/i.test(label) &&
  spoken(`${label} ${after}`).every((word) => !vocabulary.knows(word) || isGeneral(word));

const clausesOf = (label: string): string[] => label.split(/[,;:]\s|\s(?:so|that is|i\.e\.|which|hence|thus)\s/iu);

/** The last clause of a label by itself: "608 parameters" of "we have 8 filters, that is 608 parameters". */
function clauseOf(label: string, after: string, around: readonly string[]): Said[] {
  const clauses = clausesOf(label);
  const last = clauses.at(-1) ?? '';
  return clauses.length < 2 ? [] : [{ label: `${last} ${after}`, around: [clauses.slice(0, -1).join(' '), ...around] }];
}

/** A whole number is no accuracy, unless it is of a hundred. */
const isFit = ({ field }: Slot, { sides }: Result): boolean =>
  field.kind !== 'accuracy' || /[.,%]/.test(sides.at(-1)?.text ?? '');

function candidate({ slot, result, answer, isUnit }: Match, { blocks, scopes }: Findings): Candidate {
  const { block, order, label, shown } = result;
  return {
    slot,
    ...answer,
    source: blocks[block]?.source ?? 0,
    by: isUnit ? 'unit' : result.by,
    label: `${label} … ${result.after}`.trim(),
    scope: scopes[block]?.by ?? 'anywhere',
    order,
    block,
    shown,
    printed: false,
  };
}
