import { setImmediate } from 'node:timers/promises';
import { talk } from '../talk.ts';

/** Was the run interrupted? The first Ctrl-C lets the paper at hand be finished; the second ends the process. */
export function interruption(): () => boolean {
  let interrupted = false;
  process.once('SIGINT', () => {
    interrupted = true;
    talk('\nInterrupted. What was graded is kept; run the same command again to go on.');
  });
  return () => interrupted;
}

/** Lets the process take notice of a signal. */
export const breathe = (): Promise<void> => setImmediate();
