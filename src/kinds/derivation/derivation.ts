import { askedOf } from '../../derived/asked-formula.ts';
import { compare } from '../../formulas/compare.ts';
import { type AnswerValue, isBlank } from '../../reading/value.ts';
import type { DerivationField } from '../../working/field.ts';
import type { Working } from '../../working/working.ts';
import { slipsIn } from '../formula/explain.ts';
import { aboutFormula } from '../formula/formula.ts';
import { differenceText } from '../formula/mark.ts';
import { type Kind, noNumbers, type Outcome, type Reading, type ReadingPlace } from '../kind.ts';
import { linesIn } from '../text.ts';
import { type Step, stepsOf } from './steps.ts';

/** The lines of a derivation: each is held against what is asked for and against the line before it. */
export const derivation: Kind<DerivationField, readonly Step[]> = {
  kind: 'derivation',
  noun: 'a derivation',
  read(value: AnswerValue, field, { working }: ReadingPlace): Reading<readonly Step[]> {
    if (isBlank(value)) return { kind: 'blank' };
    const steps = stepsOf(linesIn(value), askedOf(field, working));
    if (steps.some(({ kind }) => kind !== 'unread' && kind !== 'claim')) return { kind: 'read', value: steps };
    const [first] = steps;
    return {
      kind: 'unreadable',
      reason: first?.kind === 'unread' ? first.reason : 'there is no formula of what is asked',
    };
  },
  numbers: noNumbers,
  mark: (steps, field, { working }): Outcome => outcomeOf(steps, field, working),
  about: aboutFormula,
};

function outcomeOf(steps: readonly Step[], field: DerivationField, working: Working): Outcome {
  const understood = steps.filter((step) => step.kind !== 'unread' && step.kind !== 'claim');
  const read = understood.map((step) => step.read).join(' = ');
  const notes = steps.flatMap((step, i) => noteOf(step, i, steps));
  const last = steps.filter(({ kind }) => kind !== 'claim').at(-1);
  const about = { read, ...(notes.length > 0 && { notes }) };
  if (!last || last.kind === 'unread' || last.kind === 'claim')
    return {
      ...about,
      verdict: 'review',
      earns: 0,
      waits: 1,
      says: 'The last line could not be read; a person will look.',
    };
  if (last.kind === 'right' || last.kind === 'repaired') return { ...about, verdict: 'correct', earns: 1 };
  const wrong = understood.filter(({ kind }) => kind === 'slip');
  const [first] = wrong;
  if (!first)
    return {
      ...about,
      verdict: 'review',
      earns: 0,
      waits: 1,
      says: 'The lines do not arrive at what is asked for; a person will look.',
    };
  const earns = (understood.length - wrong.length) / understood.length;
  const slips =
    first.before === undefined
      ? []
      : slipsIn(first.tree, { ...askedOf(field, working), right: [first.before] }, field.name, working, {});
  const asked = askedOf(field, working);
  const compared = compare(first.tree, first.before ?? asked.right[0], asked.names);
  const differ =
    compared.kind === 'different' && compared.at !== undefined
      ? ` ${differenceText(compared).replace('the right one', first.before ? 'the line before' : 'the right one')}`
      : '';
  const says = `${slips[0]?.says ?? `Line ${steps.indexOf(first) + 1} does not follow from the line before it.`}${differ}`;
  return { ...about, verdict: slips.length > 0 ? 'slip' : 'wrong', earns, says, ...(slips.length > 0 && { slips }) };
}

/** What is said of a line and costs nothing by itself. */
function noteOf(step: Step, i: number, steps: readonly Step[]): string[] {
  if (step.kind === 'unread') return [`Line ${i + 1} could not be read and was passed over: ${step.reason}.`];
  if (step.kind === 'claim') return [claimText(step, i + 1)];
  if (step.kind !== 'slip') return [];
  const repair = steps.findIndex((later, at) => at > i && later.kind === 'repaired');
  return repair < 0 ? [] : [`Line ${i + 1} does not follow; line ${repair + 1} is right again.`];
}

function claimText({ trial, read }: Extract<Step, { kind: 'claim' }>, line: number): string {
  if (trial.kind === 'refuted')
    return `Line ${line}, \`${read}\`, does not hold for all numbers: at ${trial.at} the left side is ${trial.left}, and the right ${trial.right}.`;
  if (trial.kind === 'unknown') return `Whether line ${line} holds could not be tried: ${trial.why}.`;
  return `Line ${line} held wherever it was tried, which proves nothing; it was not marked.`;
}
