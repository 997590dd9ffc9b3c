import { exit, Stop } from '../exit.ts';

export interface GradeOptions {
  readonly paths: string[];
  readonly assignment?: string | undefined;
  readonly out?: string | undefined;
  readonly adjustments?: string | undefined;
  readonly format: string;
  readonly fresh: boolean;
  readonly ascii: boolean;
}

const formats = ['html', 'md', 'json', 'csv'] as const;
export type Format = (typeof formats)[number];

/** The formats that were asked for. All but Markdown are always written, since one report needs the other. */
export function formatsOf({ format }: GradeOptions): ReadonlySet<Format> {
  const names = format.split(',').map((name) => name.trim().toLowerCase());
  const stranger = names.find((name) => !formats.some((known) => known === name));
  if (stranger !== undefined)
    throw new Stop(exit.usage, `there is no format "${stranger}"; there are ${formats.join(', ')}`);
  return new Set(names as Format[]);
}
