import { dirname, join, relative, resolve } from 'node:path';
import { isDocument } from '../../documents/names.ts';
import { complaintText } from '../../records/complaint.ts';
import type { Asked } from '../../records/located.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { type CourseOptions, openCatalogue } from '../open-catalogue.ts';
import { packageFolder } from '../package-files.ts';
import { exists } from '../read.ts';
import { readLocated } from '../read-located.ts';
import { print, talk } from '../talk.ts';
import { writeWhole } from '../write.ts';

export interface ReadOptions extends CourseOptions {
  readonly file: string;
  readonly assignment?: string | undefined;
  readonly draft: boolean;
  readonly out?: string | undefined;
}

/** `gradcheck read`: what a document answers, as a submission. What is not surely placed is told, and asked in it. */
export async function readWriteUp(options: ReadOptions): Promise<ExitCode> {
  const { file, assignment, draft, out } = options;
  if (exists(file) && !isDocument(file))
    throw new Stop(exit.usage, `${file}: a write-up is a .md, .tex, .ipynb, .html or .docx file`);
  if (out !== undefined && exists(out))
    throw new Stop(exit.usage, `${out} is there already, perhaps with answers; choose another name`);
  const { reading } = await readLocated(file, assignment, await openCatalogue(options));
  for (const complaint of reading.complaints) talk(complaintText(complaint));
  if (!reading.ok) return exit.incomplete;
  const { hash: _, ...submission } = reading.submission;
  const text = JSON.stringify(
    { $schema: schemaFrom(out), ...submission, ...(draft && { draft: reading.grounds }) },
    null,
    2,
  );
  if (out === undefined) print(text);
  else writeWhole(out, `${text}\n`);
  for (const asked of submission.asked ?? []) talk(askedText(asked));
  return submission.asked ? exit.no : exit.done;
}

const askedText = ({ problem, field, candidates, why }: Asked): string =>
  `${problem}/${field}: ${why}${candidates.map((one) => `\n  ${one}`).join('')}`;

/** The schema of submissions, from the folder of the file that names it; what is printed is kept where it was asked for. */
function schemaFrom(out = 'printed.json'): string {
  const schema = join(packageFolder, 'src/records/schemas/submission.schema.json');
  return relative(dirname(resolve(out)), schema).replaceAll('\\', '/');
}
