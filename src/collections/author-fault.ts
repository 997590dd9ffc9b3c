import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DeclarationError } from '../working/declaration-error.ts';
import { type FilePlace, placeInSource } from './source-place.ts';

/** Something that the author of a problem or a course must mend; no fault of Gradcheck, and none of a student. */
export class AuthorFault extends Error {
  /** The file to mend, as messages name it, and the place in it where that is known. */
  readonly place: PerhapsPlace;
  /** What is wrong, without the place. */
  readonly says: string;
  constructor(place: PerhapsPlace, says: string) {
    const file = shownPath(place.file);
    const numbers = [place.line, place.column].filter((one) => one !== undefined);
    super(`${[file, ...numbers].join(':')}: ${says}`);
    this.place = { ...place, file };
    this.says = says;
  }
}

type PerhapsPlace = Partial<FilePlace> & { readonly file: string };

/** How messages name a file of a course: from the working folder, as a person there would. */
export function shownPath(path: string): string {
  const near = relative('.', path).replaceAll('\\', '/');
  return near.startsWith('../../..') ? path : near;
}

export const authorFault = (file: string, says: string, mend: string): AuthorFault =>
  new AuthorFault({ file }, `${says}${mend && `; ${mend}`}`);

/** What a module of an author threw, at the place of its file that is to be mended. */
export function thrownBy(file: string, error: unknown): AuthorFault {
  if (error instanceof AuthorFault) return error;
  const place = (error instanceof DeclarationError ? declaredIn(file, error) : undefined) ?? stackPlace(file, error);
  return new AuthorFault(place ?? { file }, messageOf(error));
}

/** The loader puts the place into its message, where it is said already. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = ''] = message.replace(/^ParseError: /, '').split('\n');
  return first.trim();
}

function declaredIn(file: string, { place }: DeclarationError): FilePlace | undefined {
  try {
    return placeInSource(file, readFileSync(file, 'utf8'), place);
  } catch {
    return undefined;
  }
}

/** The innermost call that lies in the author's folder, by the stack or by the loader's own message. */
function stackPlace(file: string, error: unknown): PerhapsPlace | undefined {
  if (!(error instanceof Error)) return undefined;
  const folder = dirname(resolve(file));
  for (const line of `${error.stack}`.split('\n')) {
    const start = [`${folder}${sep}`, `${pathToFileURL(folder).href}/`].find((one) => line.includes(one));
    const [, name = '', row, column] =
      start === undefined ? [] : (/^(.*?):(\d+):(\d+)/.exec(line.split(start)[1] ?? '') ?? []);
    if (name === '') continue;
    // A module is run without its types, so that only a fault of syntax has the column of the file.
    const exact = error.message.startsWith('ParseError') ? { column: Number(column) + 1 } : {};
    return { file: join(folder, name), line: Number(row), ...exact };
  }
  return undefined;
}
