import { createRequire } from 'node:module';
import type { ReferenceBand, ReferenceSetting } from '../../src/working/reference-band.ts';

const load = createRequire(import.meta.url);

/** What the reference runs of a task gave under one of its settings; read when it is first asked for. */
export const band = (task: string, run: string) => (): ReferenceBand => {
  const { bands } = load(`./${task}.json`) as { bands: Record<string, ReferenceBand> };
  const found = bands[run];
  if (!found) throw new Error(`there is no band "${run}" of ${task}`);
  return found;
};

/** The readings of a question: a run of the task for the recipe as stated, and by their words those for what it leaves open. */
export const readings = (
  task: string,
  run: string,
  others: Readonly<Record<string, string>> = {},
): ReferenceSetting[] => [
  { band: band(task, run) },
  ...Object.entries(others).map(([when, other]) => ({ when, band: band(task, other) })),
];
