import type { Format } from './format.ts';

export { canvasCsv } from './canvas.ts';
export type { About, Sink, Writer } from './format.ts';
export { moodleCsv, moodleWorksheet } from './moodle.ts';
export { type Score, scoreOf } from './score.ts';
export type { Filled, Filling } from './sheets.ts';

/** The formats that need nothing but the results. Each loads what it needs when it is asked for. */
export const formats: Readonly<Record<string, () => Promise<Format>>> = {
  gradescope: async () => (await import('./gradescope.ts')).gradescope,
  github: async () => (await import('./github.ts')).github,
  junit: async () => (await import('./junit.ts')).junit,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  parquet: async () => (await import('./parquet.ts')).parquet,
};

/** Those that fill in what a course system gave out, or are written for it. */
export const sheetFormats = ['canvas', 'moodle'] as const;
