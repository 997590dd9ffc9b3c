import { zipSync } from 'fflate';
import { type About, formats, moodleCsv, scoreOf } from '../../../exports/index.ts';
import type { Result } from '../../../records/result.ts';
import { studentFileName } from '../../../report/file-name.ts';
import { visibleRecord } from '../../../report/text/visible.ts';
import { version } from '../../../version.ts';

/** What can be taken elsewhere, by its name. Canvas fills in only what it gave out itself, which the command does. */
export const exportNames = ['records', 'moodle', ...Object.keys(formats)];

type Of = Omit<About, 'gradcheck' | 'at'>;

/** The results in a format, as one file; undefined where there is no such format. */
export async function exported(
  format: string,
  of: Of,
  results: readonly Result[],
): Promise<{ readonly name: string; readonly bytes: Buffer } | undefined> {
  if (!exportNames.includes(format)) return undefined;
  const about = { ...of, gradcheck: version, at: new Date().toISOString() };
  const files = await written(format, about, results.map(visibleRecord));
  const [only, ...more] = files;
  const stem = studentFileName(about.assignment);
  if (only && more.length === 0 && format !== 'records')
    return { name: `${stem}-${only[0].split('/').at(-1)}`, bytes: only[1] };
  return { name: `${stem}-${format}.zip`, bytes: Buffer.from(zipSync(Object.fromEntries(files))) };
}

async function written(format: string, about: About, results: readonly Result[]): Promise<[string, Buffer][]> {
  if (format === 'records') return results.map((result) => [`${studentFileName(result.student)}.json`, jsonOf(result)]);
  if (format === 'moodle') {
    const { assignment, title, outOf, roster } = about;
    const scores = results.map(scoreOf);
    return [
      ['moodle.csv', Buffer.from(moodleCsv({ assignment, title, outOf, scores, ...(roster && { roster }) }).text)],
    ];
  }
  const files = new Map<string, Buffer[]>();
  const writer = (await (formats[format] as (typeof formats)[string])()).start(about, (file, piece) => {
    files.set(file, [...(files.get(file) ?? []), Buffer.from(piece)]);
  });
  for (const result of results) writer.add(result);
  writer.end();
  return [...files].map(([name, pieces]) => [name, Buffer.concat(pieces)]);
}

const jsonOf = (result: Result): Buffer => Buffer.from(`${JSON.stringify(result, null, 2)}\n`);
