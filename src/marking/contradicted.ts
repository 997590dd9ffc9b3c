import type { MarkingPlace, Outcome } from '../kinds/index.ts';
import { contradictions } from '../reported/check.ts';
import { type Reported, together } from '../reported/reported.ts';
import { ref, say } from '../working/message.ts';
import { disagreements, type PaperPlace, statedOf } from './elsewhere.ts';

/** Another quantity that may stand in the place of an answer, an error for an accuracy. */
interface Otherwise {
  readonly reported: Reported;
  readonly note: string;
}

interface Field {
  readonly name: string;
  readonly asked: boolean;
}

/** An answer that the paper's other numbers contradict is so, whatever it is worth by itself. */
export function contradicted(outcome: Outcome, field: Field, place: PaperPlace, otherwise?: Otherwise): Outcome {
  const within = contradictedHere(outcome, field.name, place, otherwise);
  const found = disagreements(field, statedOf(place.working, place.reported), place.elsewhere);
  if (found.length === 0 || within.verdict === 'inconsistent') return within;
  if (otherwise && within.notes?.includes(otherwise.note)) return within;
  const here = found.filter(({ isHere }) => isHere).map(({ says }) => says);
  const notes = [...(within.notes ?? []), ...found.filter(({ isHere }) => !isHere).map(({ says }) => says)];
  const noted = { ...within, ...(notes.length > 0 && { notes }) };
  return here.length === 0 ? noted : { ...noted, verdict: 'inconsistent', earns: 0, waits: 1, says: here.join(' ') };
}

function contradictedHere(
  outcome: Outcome,
  field: string,
  { working, reported, answered }: MarkingPlace,
  otherwise?: Otherwise,
): Outcome {
  const checks = (working.checks ?? []).filter(({ of }) => of === field);
  const lacks = checks.find(({ needs }) => needs !== undefined && answered.get(needs)?.reading.kind !== 'read')?.needs;
  if (lacks !== undefined && outcome.verdict === 'consistent') {
    const says = say`It is held against your ${ref(lacks)}, and there is none that could be read. A person will look; nothing is lost until then.`;
    return { ...outcome, verdict: 'review', earns: 0, waits: 1, says };
  }
  const given = (name: string): number | undefined =>
    working.givens.has(name) ? Number(working.givens.get(name)) : undefined;
  const all = contradictions(checks, reported, given);
  const honest = all.filter(({ isHonest }) => isHonest).map(({ says }) => says);
  const found = all.filter(({ isHonest }) => !isHonest);
  if (found.length === 0)
    return honest.length === 0 ? outcome : { ...outcome, notes: [...(outcome.notes ?? []), ...honest] };
  const isOther = otherwise && contradictions(checks, together([reported, otherwise.reported]), given).length === 0;
  if (isOther && outcome.verdict === 'consistent')
    return { ...outcome, notes: [...(outcome.notes ?? []), otherwise.note] };
  const waits = found.every(({ check }) => check.charged) ? 0 : 1;
  const says = found.slice(0, 3).map((one) => one.says);
  return { ...outcome, verdict: 'inconsistent', earns: 0, waits, says: says.join(' ') };
}
