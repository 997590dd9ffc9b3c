import type { PaperLimits } from '../../batch/entry.ts';
import type { Assignment } from '../../records/assignment.ts';
import type { Engine, Told } from '../../web/engine.ts';
import { Stop } from '../exit.ts';
import type { Death } from '../grade/deaths.ts';
import { Workers } from '../grade/workers.ts';
import type { WebAnswers, WebTask } from './tasks.ts';

export interface EngineOptions {
  readonly assignments: readonly Assignment[];
  /** The configuration of the course, where there is one. */
  readonly config: string | undefined;
  readonly count: number;
  readonly limits: PaperLimits;
  readonly signal: AbortSignal;
}

/** Reads and marks in the processes that `grade` uses, each paper with its own limits. */
export function engineOf({ assignments, config, count, limits, signal }: EngineOptions): Engine {
  const setup = { assignments, adjustments: [], selfContained: false, ...(config && { config }) };
  const workers = new Workers({ setup, limits, count, signal });
  const ask = <T extends WebTask['type']>(task: WebTask & { type: T }) => answered<T>(workers, task, limits);
  return {
    sheet: (of) => ask({ type: 'sheet', ...of }),
    read: (of) => ask({ type: 'read', ...of }),
    check: (paper, hints) => ask({ type: 'check', ...paper, hints }),
    mark: (paper) => ask({ type: 'mark', ...paper }),
    author: (of) => ask({ type: 'author', ...of }),
    locate: (of) => ask({ type: 'locate', ...of }),
    end: () => workers.end(),
  };
}

async function answered<T extends WebTask['type']>(
  workers: Workers,
  task: WebTask & { type: T },
  limits: PaperLimits,
): Promise<WebAnswers[T]> {
  try {
    const outcome = await workers.run(task);
    if ('answer' in outcome) return outcome.answer as WebAnswers[T];
    return { ok: false, says: saysOf(outcome.death, limits) } as Told<never> as WebAnswers[T];
  } catch (error) {
    if (error instanceof Stop) return { ok: false, says: error.message } as Told<never> as WebAnswers[T];
    throw error;
  }
}

function saysOf({ by, says }: Death, { seconds, memory }: PaperLimits): string {
  if (by === 'time') return `This took longer than ${seconds} s, so it was stopped. Your answers are kept.`;
  if (by === 'memory') return `This took more than ${memory} MB of memory, so it was stopped. Your answers are kept.`;
  return `Gradcheck itself failed on this paper (${says}); please report it. Your answers are kept.`;
}
