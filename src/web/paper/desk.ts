import { randomUUID } from 'node:crypto';
import type { HintLevel } from '../../marking/self-check/level.ts';
import type { AnswerValue } from '../../records/answer-value.ts';
import type { Engine, Told } from '../engine.ts';
import type { Store } from '../store/store.ts';
import type { AnswerEvent, Attempt, CheckEvent, CheckedEvent } from './events.ts';
import type { PaperState } from './state.ts';
import { stateIn } from './states.ts';
import { hashOf, paperText } from './text.ts';

/** Something that the student wrote. `base`: the number of the answer that stood there when it was written, as far as the page knew. */
export interface Change {
  readonly id: string;
  readonly problem: string;
  readonly field: string;
  readonly value: AnswerValue;
  readonly base: number;
  /** The changes that the same page made to the field before: what it wrote itself it has seen. */
  readonly priors?: readonly string[];
}

/** A field in which another answer stands than the page knew when the student wrote there. */
export interface Conflict {
  readonly problem: string;
  readonly field: string;
  readonly value: AnswerValue;
  readonly seq: number;
}

export interface Changed {
  readonly state: PaperState;
  readonly conflicts: readonly Conflict[];
}

/** How much help there is before handing in. */
export interface CheckRules {
  /** The highest level of hints. */
  readonly hints: HintLevel;
  /** How many checks there are; as many as one likes unless said. */
  readonly checks?: number;
}

/** A check that was asked for and whose answer was lost (the server died) holds its place only for so long. */
const patience = 60_000;

/** The paper of one student: what was written, checked and handed in. */
export class Desk {
  readonly assignment: string;
  readonly student: string;
  private readonly store: Store;
  private readonly engine: Engine;
  /** Is told of every paper that changed. */
  private readonly changed: (text: string) => void;

  constructor(
    of: { readonly assignment: string; readonly student: string },
    tools: { readonly store: Store; readonly engine: Engine; readonly changed?: (text: string) => void },
  ) {
    this.assignment = of.assignment;
    this.student = of.student;
    this.store = tools.store;
    this.engine = tools.engine;
    this.changed = tools.changed ?? (() => {});
  }

  get stream(): string {
    return `paper/${this.assignment}/${this.student}`;
  }

  async state(): Promise<PaperState> {
    return stateIn(this.store, this.stream);
  }

  text(state: PaperState): string {
    return paperText(this.assignment, this.student, state);
  }

  /** Writes the file anew, where there is one: somebody may have removed it. */
  keep(state: PaperState): void {
    this.changed(this.text(state));
  }

  /** Keeps what was written. What was written over an answer that the student had not seen is kept aside, and told. */
  async change(changes: readonly Change[]): Promise<Changed> {
    for (;;) {
      const before = await this.state();
      const events = changes.map((change) => eventOf(change, before));
      const { ok } = await this.store.append(this.stream, events, before.seq);
      if (!ok) continue;
      const state = await this.state();
      if (state.seq !== before.seq) this.changed(this.text(state));
      return { state, conflicts: conflictsOf(changes, before) };
    }
  }

  /** Checks the paper as it stands. The same answers at the same level are told the same again, and do not count twice. */
  async check(hints: HintLevel, rules: CheckRules): Promise<Told<Attempt>> {
    if (hints > rules.hints) return { ok: false, says: `Hints go up to level ${rules.hints} here.` };
    const begun = await this.begin(hints, rules);
    if (!begun.ok || begun.value.attempt.told) return begun.ok ? { ok: true, value: begun.value.attempt } : begun;
    const { attempt, text } = begun.value;
    const found = await this.engine.check({ assignment: this.assignment, student: this.student, text }, hints);
    const told = found.ok ? found.value : { failed: found.says };
    const event: CheckedEvent = { id: randomUUID(), at: now(), type: 'checked', of: attempt.id, told };
    await this.store.append(this.stream, [event]);
    const done = (await this.state()).attempts.find(({ id }) => id === attempt.id) as Attempt;
    return found.ok ? { ok: true, value: done } : found;
  }

  private async begin(
    hints: HintLevel,
    rules: CheckRules,
  ): Promise<Told<{ readonly attempt: Attempt; readonly text: string }>> {
    for (;;) {
      const state = await this.state();
      const text = this.text(state);
      const hash = hashOf(text);
      const same = state.attempts.findLast((one) => one.hash === hash && one.hints === hints && one.told);
      if (same) return { ok: true, value: { attempt: same, text } };
      const used = countedIn(state).length;
      if (rules.checks !== undefined && used >= rules.checks)
        return { ok: false, says: `All ${rules.checks} checks of this paper are used. Your answers are kept.` };
      const event: CheckEvent = { id: randomUUID(), at: now(), type: 'check', hints, hash };
      const { ok } = await this.store.append(this.stream, [event], state.seq);
      if (ok) return { ok: true, value: { attempt: event, text } };
    }
  }
}

/** The checks that count: those that were answered, and those under way. */
export const countedIn = ({ attempts }: PaperState): Attempt[] =>
  attempts.filter(({ told, failed, at }) => told || (failed === undefined && Date.now() - Date.parse(at) < patience));

const now = (): string => new Date().toISOString();

const currentOf = ({ problem, field }: Change, { answers }: PaperState) => answers.get(problem)?.get(field);

/** Did somebody write there since, and something else? */
function isAside(change: Change, before: PaperState): boolean {
  const current = currentOf(change, before);
  if (!current || current.id === change.id || change.priors?.includes(current.id)) return false;
  return current.seq > change.base && !isSame(current.value, change.value);
}

export const isSame = (a: AnswerValue, b: AnswerValue): boolean => JSON.stringify(a) === JSON.stringify(b);

function eventOf(change: Change, before: PaperState): AnswerEvent {
  const { id, problem, field, value } = change;
  return { id, at: now(), type: 'answer', problem, field, value, ...(isAside(change, before) && { aside: true }) };
}

const conflictsOf = (changes: readonly Change[], before: PaperState): Conflict[] =>
  changes.flatMap((change) => {
    const current = currentOf(change, before);
    if (!current || !isAside(change, before)) return [];
    return [{ problem: change.problem, field: change.field, value: current.value, seq: current.seq }];
  });
