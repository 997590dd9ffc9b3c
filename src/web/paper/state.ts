import type { SelfCheck } from '../../marking/self-check/self-check.ts';
import { type Standing, standings } from '../../marking/self-check/standing.ts';
import type { AnswerValue } from '../../records/answer-value.ts';
import type { Asked } from '../../records/located.ts';
import type { Stored } from '../store/store.ts';
import type { Attempt, CheckEvent, CheckedEvent, PaperEvent } from './events.ts';

/** An answer as it stands, and the number of the event that wrote it. */
export interface Written {
  readonly value: AnswerValue;
  readonly seq: number;
  /** Of the event. */
  readonly id: string;
}

/** A paper as it stands after all that happened to it. */
export interface PaperState {
  /** The number of the last event. */
  readonly seq: number;
  /** By problem and field. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Written>>;
  readonly attempts: readonly Attempt[];
  readonly givens?: unknown;
  readonly asked: readonly Asked[];
  readonly handedIn?: { readonly at: string; readonly hash: string };
}

const nothing: PaperState = { seq: 0, answers: new Map(), attempts: [], asked: [] };

/** What follows from the events of a paper; with `before`, from those that came after that. */
export function stateOf(events: readonly Stored[], before: PaperState = nothing): PaperState {
  const answers = new Map([...before.answers].map(([problem, fields]) => [problem, new Map(fields)]));
  const attempts = new Map(before.attempts.map((one) => [one.id, one]));
  let { asked, givens, handedIn } = before;
  for (const { seq, event } of events as readonly { seq: number; event: PaperEvent }[]) {
    if (event.type === 'answer' && !event.aside)
      fieldsOf(answers, event.problem).set(event.field, { value: event.value, seq, id: event.id });
    else if (event.type === 'check') attempts.set(event.id, begun(event));
    else if (event.type === 'checked') finish(attempts, event);
    else if (event.type === 'handed-in') handedIn = { at: event.at, hash: event.hash };
    else if (event.type === 'begun') {
      givens = event.givens ?? givens;
      asked = event.asked ?? [];
    }
  }
  const seq = events.at(-1)?.seq ?? before.seq;
  const rest = { ...(givens !== undefined && { givens }), ...(handedIn && { handedIn }) };
  return { seq, answers, attempts: [...attempts.values()], asked, ...rest };
}

function fieldsOf(answers: Map<string, Map<string, Written>>, problem: string): Map<string, Written> {
  const known = answers.get(problem) ?? new Map<string, Written>();
  answers.set(problem, known);
  return known;
}

const begun = ({ id, at, hints, hash }: CheckEvent): Attempt => ({ id, at, hints, hash });

function finish(attempts: Map<string, Attempt>, { of, told }: CheckedEvent): void {
  const attempt = attempts.get(of);
  if (!attempt) return;
  const found = 'failed' in told ? told : { right: told.right, counts: countsOf(told), told };
  attempts.set(of, { ...attempt, ...found });
}

/** How many lines stand how, over all problems. */
export function countsOf({ problems }: SelfCheck): Partial<Record<Standing, number>> {
  const total = (standing: Standing) => problems.reduce((sum, { counts }) => sum + (counts[standing] ?? 0), 0);
  return Object.fromEntries(standings.map((one) => [one, total(one)] as const).filter(([, n]) => n > 0));
}
