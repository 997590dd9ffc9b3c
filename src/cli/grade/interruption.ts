import { talk } from '../talk.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Is aborted when somebody wants the run to end: by Ctrl-C, or as batch systems do it when a job's time is over. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** The run is over: from now on the process ends as any other. */
  done(): void;
}

export function interruption(): Interruption {
  const controller = new AbortController();
  const end = (): void => {
    if (controller.signal.aborted) return;
    talk('\nInterrupted. What was graded is kept; run the same command again to go on.');
    controller.abort();
  };
  for (const signal of signals) process.on(signal, end);
  return {
    signal: controller.signal,
    done: () => {
      for (const signal of signals) process.off(signal, end);
    },
  };
}
