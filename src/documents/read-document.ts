import { aboutFile, type Complaint } from '../records/complaint.ts';
import type { WriteUp } from './document.ts';
import { readDocx } from './formats/docx.ts';
import { readHtml } from './formats/html.ts';
import { readLatex } from './formats/latex.ts';
import { readMarkdown } from './formats/markdown.ts';
import { readNotebook } from './formats/notebook.ts';
import { extensionOf, largestDocument, megabyte } from './names.ts';
import { withoutMarks } from './passage.ts';

export type DocumentReading =
  | { readonly ok: true; readonly writeUp: WriteUp }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads a write-up by the format that its name says. Never throws; nothing in it is run, and nothing is fetched. */
export function readDocument(bytes: Uint8Array, file: string): DocumentReading {
  const most = largestDocument(file);
  if (bytes.length > most)
    return refused(file, tooLarge(bytes.length, most), 'hand in the answers, without pictures and long outputs');
  try {
    return read(bytes, file);
  } catch (error) {
    // The parsers call themselves for every level of what stands within each other.
    if (error instanceof RangeError)
      return refused(file, 'parts of it stand too deep within each other', 'save it again, or write it plainly');
    throw error;
  }
}

const tooLarge = (bytes: number, most: number): string =>
  `the file has ${(bytes / megabyte).toFixed(1)} MB, more than the ${most / megabyte} MB that are read of this format`;

const refused = (file: string, says: string, mend: string): DocumentReading => ({
  ok: false,
  complaints: [aboutFile(file, says, mend)],
});

function read(bytes: Uint8Array, file: string): DocumentReading {
  if (extensionOf(file) === 'docx') return word(bytes, file);
  const text = decoded(bytes);
  if (text === undefined) return refused(file, 'this is not a text file in UTF-8', 'save it as UTF-8');
  if (text.trim() === '') return refused(file, 'the file is empty', 'hand in the document itself');
  const made = (reading: Partial<WriteUp> & Pick<WriteUp, 'blocks'>): DocumentReading => ({
    ok: true,
    writeUp: { file, sources: [{ text }], about: {}, complaints: [], ...reading },
  });
  if (extensionOf(file) === 'tex') return made(readLatex(text, file));
  if (/^html?$/.test(extensionOf(file))) return made(readHtml(text));
  if (extensionOf(file) !== 'ipynb') return made(readMarkdown(text));
  const notebook = readNotebook(text, file);
  return notebook.sources.length === 0 ? { ok: false, complaints: notebook.complaints } : made(notebook);
}

function word(bytes: Uint8Array, file: string): DocumentReading {
  const reading = readDocx(bytes);
  if (!reading.ok) return refused(file, reading.says, reading.mend);
  const { blocks, text } = reading;
  return { ok: true, writeUp: { file, sources: [{ text }], blocks, about: {}, complaints: [] } };
}

function decoded(bytes: Uint8Array): string | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return withoutMarks(new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)).replace(
      /\r\n?/g,
      '\n',
    );
  } catch {
    return undefined;
  }
}
