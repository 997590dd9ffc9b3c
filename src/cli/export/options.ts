import { formats, sheetFormats } from '../../exports/index.ts';
import { exit, Stop } from '../exit.ts';

/** What the command line says of exports. */
export interface ExportOptions {
  readonly format: string;
  readonly roster?: string | undefined;
  readonly canvas?: string | undefined;
  readonly moodle?: string | undefined;
  readonly column?: string | undefined;
}

/** The formats of a report itself. */
export const reportFormats = ['html', 'md', 'json', 'csv'] as const;
const known: readonly string[] = [...reportFormats, ...Object.keys(formats), ...sheetFormats];

/** The formats that were asked for; a sheet to be filled in asks for its own. Throws for one that there is not. */
export function formatNames({ format, canvas, moodle }: ExportOptions): ReadonlySet<string> {
  const names = format.split(',').map((name) => name.trim().toLowerCase());
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new Stop(exit.usage, `there is no format "${stranger}"; there are ${known.join(', ')}`);
  if (names.includes('canvas') && canvas === undefined)
    throw new Stop(
      exit.usage,
      'Canvas takes only a gradebook that it gave out itself: export one there and name it with --canvas FILE',
    );
  return new Set([...names, ...(canvas === undefined ? [] : ['canvas']), ...(moodle === undefined ? [] : ['moodle'])]);
}
