import type { PaperLimits } from '../../batch/entry.ts';
import { Stop } from '../exit.ts';
import type { Death } from './deaths.ts';
import type { Answers, Setup, Task } from './tasks.ts';
import { type Answered, WorkerProcess } from './worker-process.ts';

/** What came of a task: the answer, or the death that it brought. */
export type Outcome<T extends Task> = { readonly answer: Answers[T['type']] } | { readonly death: Death };

interface Waiting {
  readonly task: Task;
  readonly resolve: (outcome: Outcome<Task>) => void;
  readonly reject: (reason: unknown) => void;
  /** Has a worker died of it already? What earlier papers left in its memory may have been the cause. */
  again?: boolean;
}

interface Staff {
  readonly process: WorkerProcess;
  at?: Waiting;
}

export interface Pool {
  readonly setup: Setup;
  readonly count: number;
  readonly limits: PaperLimits;
  /** Ends them when the run is interrupted. */
  readonly signal: AbortSignal;
}

/** The run was ended while tasks were under way. */
export class Ended extends Error {}

/** Processes that take tasks, each with its own limits of time and memory; one that dies is replaced. */
export class Workers {
  readonly pool: Pool;
  private readonly staff = new Set<Staff>();
  private readonly queue: Waiting[] = [];
  private ended = false;

  constructor(pool: Pool) {
    this.pool = pool;
    pool.signal.addEventListener('abort', () => void this.end(), { once: true });
    this.ended = pool.signal.aborted;
  }

  /** Does a task; rejects with `Stop` where the run cannot go on, and with `Ended` where it was ended. */
  run<T extends Task>(task: T): Promise<Outcome<T>> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(new Ended());
      this.queue.push({ task, resolve: resolve as Waiting['resolve'], reject });
      this.assign();
    });
  }

  /** Kills every worker, whatever it is doing; resolves when they are gone. */
  async end(): Promise<void> {
    this.ended = true;
    const open = [...this.queue.splice(0), ...[...this.staff].flatMap(({ at }) => at ?? [])];
    const gone = [...this.staff].map(({ process }) => process.kill());
    this.staff.clear();
    for (const { reject } of open) reject(new Ended());
    await Promise.all(gone);
  }

  private assign(): void {
    while (this.queue.length > 0) {
      const free = [...this.staff].find(({ at }) => !at) ?? this.hire();
      const next = free && this.queue.shift();
      if (!free || !next) return;
      free.at = next;
      free.process.start(next.task);
    }
  }

  private hire(): Staff | undefined {
    if (this.staff.size >= this.pool.count) return undefined;
    const { setup, limits } = this.pool;
    const listener = {
      answered: (message: Answered) => this.answered(one, message),
      died: (death: Death | undefined) => this.died(one, death),
    };
    const one: Staff = { process: new WorkerProcess(setup, limits, listener) };
    this.staff.add(one);
    return one;
  }

  private answered(one: Staff, message: Answered): void {
    const { at } = one;
    delete one.at;
    if ('answer' in message) at?.resolve(message);
    else at?.reject(new Stop(message.stop.code, message.stop.message));
    this.assign();
  }

  private died(one: Staff, death: Death | undefined): void {
    if (!this.staff.delete(one)) return;
    const { at } = one;
    const settled = death && (death.by === 'time' || at?.again);
    if (at && settled) at.resolve({ death });
    else if (at) this.queue.unshift(death ? { ...at, again: true } : at);
    this.assign();
  }
}
