import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Band, BandFile } from '../../trainer/band.ts';
import type { Beside } from '../../trainer/page/bands.ts';
import type { TrainingRecord } from '../../trainer/record.ts';
import type { Spec } from '../../trainer/spec.ts';
import { exit, Stop } from '../exit.ts';

const shipped = (task: string) => fileURLToPath(new URL(`../../../problems/bands/${task}.json`, import.meta.url));

/** `97%`, `97` and `0.97` alike, as a share of 1. */
function shareOf(text: string): number {
  const [, digits] = /^(\d{1,3}(?:\.\d{1,12})?)\s?%?$/.exec(text.trim()) ?? [];
  const number = Number(digits);
  const share = text.includes('%') || number > 1 ? number / 100 : number;
  if (digits !== undefined && share <= 1) return share;
  throw new Stop(exit.usage, `--reported ${text}: write an accuracy, such as 97% or 0.97`);
}

/** What a run's results hang on; how many epochs it was to have only where the rate follows them. */
function settingsOf({ seed: _, epochs, ...rest }: Omit<Spec, 'seed'> & { seed?: number }): string {
  const hangs = rest.schedule && 'cosine' in rest.schedule;
  return JSON.stringify(Object.entries({ ...rest, ...(hangs && { epochs }) }).sort());
}

/** The shipped band of a run: only where nothing but the seed is another, or the run ends sooner. */
function bandOf({ task, run, spec }: TrainingRecord): Band | undefined {
  const file = shipped(task);
  if (!existsSync(file)) return undefined;
  const { bands } = JSON.parse(readFileSync(file, 'utf8')) as BandFile;
  const band = bands[run];
  return band && settingsOf(band.spec) === settingsOf(spec) && spec.epochs <= band.spec.epochs ? band : undefined;
}

/** What a page shows beside the runs: the band behind them, and what somebody reported. */
export function besideOf(reported: readonly string[] = []): Beside {
  const kept = new Map<TrainingRecord, Band | undefined>();
  const remembered = (record: TrainingRecord) => {
    if (!kept.has(record)) kept.set(record, bandOf(record));
    return kept.get(record);
  };
  return { bandOf: remembered, reported: reported.map(shareOf) };
}
