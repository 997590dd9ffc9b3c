import type { ChoiceField } from '../../working/field.ts';
import type { Block } from '../document.ts';
import { type Passage, slice, trimmed, unmarked } from '../passage.ts';
import type { Candidate, Evidence } from './candidates.ts';
import { cutEnd } from './ends.ts';
import type { Slot } from './fields.ts';
import { type Findings, openSlots } from './findings.ts';
import { bareLabel } from './labels.ts';
import { amountsIn } from './said.ts';
import { counts, numberless } from './sentences.ts';
import { answerIn, clean, type Text } from './shape.ts';
import type { Statement } from './statements.ts';
import { wholesOf } from './whole/index.ts';
import { covers, wordsOf } from './words.ts';

/** What has no label of its own and yet only one place: found when everything that has a label is. A template labels all. */
export function byContext(findings: Findings): Candidate[] {
  const open = openSlots(findings);
  return open.flatMap((slot) => {
    const found = wholesOf(slot, findings);
    if (slot.field.kind === 'choice') return found.length > 0 ? found : choicesOf(slot, slot.field, findings);
    return found.length > 0
      ? found
      : [...paragraphsOf(slot, open, findings), ...resultsOf(slot, findings), ...printedFor(slot, findings)];
  });
}

const inScope = (slot: Slot, { blocks, scopes }: Findings): (readonly [Block, number])[] =>
  blocks.map((block, i) => [block, i] as const).filter(([, i]) => scopes[i]?.problems.includes(slot.problem));

function candidate(
  slot: Slot,
  { text, at }: Text,
  i: number,
  by: Evidence,
  label: string,
  { blocks, scopes, statements }: Findings,
  shown = false,
): Candidate {
  const order = statements.findIndex(({ block }) => block === i);
  const scope = scopes[i]?.by ?? 'anywhere';
  return {
    slot,
    text,
    source: blocks[i]?.source ?? 0,
    at,
    by,
    label,
    scope,
    order,
    block: i,
    shown,
    printed: blocks[i]?.kind === 'code',
  };
}

/** "VGG-16 has the most": a clause with a word of the field and one of its options. */
function choicesOf(slot: Slot, field: ChoiceField, findings: Findings): Candidate[] {
  const options = Object.entries(field.options).map(([name, others]) => [name, ...others].map((one) => wordsOf(one)));
  return inScope(slot, findings).flatMap(([block, i]) => {
    if (block.kind !== 'prose') return [];
    return clausesOf(block.passage).flatMap((clause) => {
      const words = wordsOf(clause.text);
      const own = slot.phrases.some((phrase) => covers(phrase, words));
      const said = options.filter((names) => names.some((name) => covers(name, words)));
      if (!own || said.length !== 1 || !isStated(clause.text)) return [];
      return [candidate(slot, { text: clean(clause.text), at: clause.at[0] ?? 0 }, i, 'sentence', slot.name, findings)];
    });
  });
}

/** With a verb, or so short that the verb of the clause before is meant: "and VGG-16 the most". */
const isStated = (text: string): boolean =>
  /[:=]|\b(?:has|have|is|are|was|had|with)\b/i.test(text) ||
  (text.length < 40 && /\sthe\s\p{L}+$/u.test(cutEnd(text, /\W/)));

function clausesOf(passage: Passage): Passage[] {
  const cuts = [...passage.text.matchAll(/[.,;:\n](?=\s)|\sand\s|\swhile\s|\bwe see\b|\bwhereas\b|\bbut\b/gi)];
  const starts = [0, ...cuts.map(({ index, 0: found }) => index + found.length)];
  return starts
    .map((from, i) => trimmed(slice(passage, from, cuts[i]?.index ?? passage.text.length)))
    .filter(({ text }) => text !== '');
}

/** A paragraph that speaks of one field only and has one number of its shape: `See MNIST_100. It gave an accuracy of 0.97.` */
function paragraphsOf(slot: Slot, open: readonly Slot[], findings: Findings): Candidate[] {
  // A paragraph is full of counts, and few of them are what it speaks of.
  if (slot.field.kind === 'number' || slot.field.kind === 'formula') return [];
  const phrases = slot.phrases.filter(isSpoken);
  return inScope(slot, findings).flatMap(([block, i]) => {
    if (block.kind !== 'prose' || block.passage.text.length > 600) return [];
    const words = wordsOf(block.passage.text);
    const here = findings.slots.filter(
      ({ problem, phrases: own }) =>
        findings.scopes[i]?.problems.includes(problem) &&
        own.some((phrase) => isSpoken(phrase) && covers(phrase, words)),
    );
    if (here.length !== 1 || here[0] !== slot || !open.includes(slot) || phrases.length === 0) return [];
    const fitting = amountsIn(block.passage).flatMap(({ side, before, after }) => {
      const isName = slot.phrases.some((phrase) => phrase.includes(unmarked(side.text).trim()));
      const answer =
        !isName && speaksOf(slot, before) && !counts(slot, after)
          ? answerIn(slot, { sides: [side], parting: ['is'] })
          : undefined;
      return answer ? [answer] : [];
    });
    const [only, second] = fitting;
    return only && !second ? [candidate(slot, only, i, 'sentence', slot.name, findings)] : [];
  });
}

/** Several words, one of which is more than a letter or a number. */
const isSpoken = (phrase: readonly string[]): boolean =>
  phrase.length > 1 && phrase.some((word) => word.length > 1 && !/^\d/.test(word));

/** Do the words before a number lead to it? "an accuracy of". */
function speaksOf(slot: Slot, before: string): boolean {
  const words = wordsOf(before.split(/[.;!?]\s/).at(-1) ?? '');
  return words.some(
    (word) => word === slot.field.kind || slot.phrases.some((phrase) => phrase.includes(word) && !/^\d/.test(word)),
  );
}

/** The one answer that a question asks for: its result, boxed, or called the answer, or standing alone behind its number. */
function resultsOf(slot: Slot, findings: Findings): Candidate[] {
  const asked = findings.slots.filter(({ problem, asked: isAsked }) => problem === slot.problem && isAsked);
  if (!slot.asked || asked.length !== 1) return [];
  return findings.statements.flatMap((statement) => {
    const scope = findings.scopes[statement.block];
    if (scope?.problems.length !== 1 || scope.problems[0] !== slot.problem || scope.by === 'anywhere') return [];
    if (!isResult(statement)) return [];
    const sides = statement.relation === '' ? [afterLabel(statement.lead)] : statement.sides;
    const answer = answerIn(slot, { sides, parting: ['=', ...statement.parting.slice(1)] });
    return answer ? [candidate(slot, answer, statement.block, 'only', 'the result', findings, statement.shown)] : [];
  });
}

const called = /^(?:(?:the|my|our|final|so|hence|thus|therefore)\s)*(?:answer|ans|result|solution)\b/i;

/** Is it shown as a result, called one, or nothing but a number behind the number of the question? */
function isResult(statement: Statement): boolean {
  const label = bareLabel(statement.lead.text);
  if (called.test(unmarked(label))) return true;
  if (statement.shown && statement.relation === '=' && label === '') return true;
  return (
    statement.relation === '' &&
    statement.first &&
    statement.kind !== 'heading' &&
    numberless(statement.lead).text !== trimmed(statement.lead).text &&
    /^[\s\ue000-\ue003]*[-+]?\d[\d,.]*(?:\s*%)?$/.test(label.replace(/(?<![\s\ue001-\ue003.])[\s\ue001-\ue003.]+$/, ''))
  );
}

function afterLabel(lead: Passage): Passage {
  const label = bareLabel(lead.text);
  const from = lead.text.indexOf(label);
  return from > 0 ? slice(lead, from) : lead;
}

/** A field of text takes the code that stands behind its label: a log, a program. */
function printedFor(slot: Slot, findings: Findings): Candidate[] {
  if (slot.field.kind !== 'log') return [];
  const blocks = inScope(slot, findings);
  const start = blocks.findIndex(
    ([block]) =>
      (block.kind === 'prose' || block.kind === 'heading') &&
      block.passage.text.length < 200 &&
      slot.phrases.some((phrase) => covers(phrase, wordsOf(block.passage.text))),
  );
  if (start < 0) return [];
  const run = [];
  for (const [block, i] of blocks.slice(start + 1)) {
    if (block.kind !== 'code' && !(block.kind === 'table' && run.length === 0)) break;
    run.push([block, i] as const);
  }
  const [first] = run;
  if (!first) return [];
  const text = run.map(([{ passage }]) => unmarked(passage.text).trim()).join('\n');
  return [candidate(slot, { text, at: first[0].passage.at[0] ?? 0 }, first[1], 'sentence', slot.name, findings)];
}
