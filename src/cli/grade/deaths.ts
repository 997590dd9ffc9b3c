/** How a worker ended before it answered. */
export interface Death {
  readonly by: 'time' | 'memory' | 'crash';
  /** How, in words. */
  readonly says: string;
}

/** A signal that somebody sent to all processes of the run: it says nothing about the paper at hand. */
const asked: readonly (string | null)[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** How a process died, or undefined where somebody ended it. */
export function deathOf(code: number | null, signal: string | null, talk: string): Death | undefined {
  if (asked.includes(signal)) return undefined;
  // Where memory is short the system kills without a word.
  const memory = /heap out of memory|invalid table size|Allocation failed/i.test(talk) || signal === 'SIGKILL';
  const error = talk.split('\n').find((line) => /^\w*Error\b/.test(line));
  const says = error ?? (signal ? `its process was killed by ${signal}` : `its process ended with code ${code}`);
  return { by: memory ? 'memory' : 'crash', says };
}
