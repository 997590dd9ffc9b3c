import { copyFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { Catalogue } from '../../collections/catalogue.ts';
import { formTemplate } from '../../documents/templates/form.ts';
import { latexTemplate } from '../../documents/templates/latex.ts';
import { markdownTemplate } from '../../documents/templates/markdown.ts';
import { notebookTemplate } from '../../documents/templates/notebook.ts';
import { type Sheet, sheetOf } from '../../documents/templates/sheet.ts';
import type { LoadedAssignment } from '../../marking/assignment.ts';
import { markdown } from '../../web/pages/markdown.ts';
import { exit, Stop } from '../exit.ts';
import { styleFile } from '../package-files.ts';
import { exists } from '../read.ts';
import { statementOf } from '../statement.ts';
import { print, talk } from '../talk.ts';
import { makeFolder, writeWhole } from '../write.ts';

/** What was asked for: a format, a file to write, or a schema, which only JSON has. */
interface Wanted {
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly schema: boolean;
}

const writers = {
  md: markdownTemplate,
  tex: latexTemplate,
  ipynb: notebookTemplate,
  form: (sheet: Sheet) => formTemplate(sheet, (statement) => markdown(statement).toString()),
} as const;

export type DocumentFormat = keyof typeof writers;

const isFormat = (name: string): name is DocumentFormat => Object.hasOwn(writers, name);

/** The format that was asked for, or that the name of the file has; JSON otherwise. */
export function formatOf({ format, out = '', schema }: Wanted): DocumentFormat | 'json' {
  const named = extname(out)
    .slice(1)
    .replace(/^html?$/, 'form');
  const chosen = format ?? (schema ? 'json' : named);
  return isFormat(chosen) ? chosen : 'json';
}

/** The template as a document, with the statements and a place for every answer. */
export const documentOf = (
  format: DocumentFormat,
  catalogue: Catalogue,
  assignment: LoadedAssignment,
  student: string,
): string => writers[format](sheetOf(assignment, student, (problem) => statementOf(catalogue, problem)));

/** Prints it, or writes it; a LaTeX document gets its package beside it. */
export function writeDocument({ out }: Pick<Wanted, 'out'>, text: string, format: DocumentFormat): void {
  if (out === undefined) {
    print(text.trimEnd());
    return;
  }
  if (exists(out)) throw new Stop(exit.usage, `${out} is there already, perhaps with answers; choose another name`);
  makeFolder(dirname(resolve(out)));
  writeWhole(out, text);
  const beside = join(dirname(out), 'gradcheck.sty');
  if (format === 'tex') copyFileSync(styleFile, beside);
  talk(format === 'tex' ? `${out} and ${beside} are written.` : `${out} is written.`);
}
