import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { isDocument, largestDocument } from '../documents/names.ts';
import type { DocumentOptions, DocumentSubmission } from '../documents/submission.ts';
import { limits } from '../exact/limits.ts';
import { aboutFile, type Complaint } from '../records/complaint.ts';
import { tooLarge } from '../records/decode.ts';
import { readSubmission } from '../records/submission.ts';
import { reasonOf } from './file-faults.ts';

export type Bytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly complaint: Complaint };

/** The bytes of a file, unless it is too large to be what it should be: that is seen before it is read. */
export function readBytes(path: string, most: number = limits.bytes): Bytes {
  const file = nameOf(path);
  try {
    const stat = statSync(path);
    const { size } = stat;
    // Reading a pipe or a device may never end.
    if (!stat.isFile())
      return { ok: false, complaint: aboutFile(file, 'this is no plain file', 'hand in the file itself') };
    if (size > most) return { ok: false, complaint: tooLarge(file, size, most) };
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    return { ok: false, complaint: aboutFile(file, `the file cannot be read: ${reasonOf(error)}`, '') };
  }
}

/** Is there a file of this name? */
export const exists = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** Reads one file that was handed in: JSON, or a document that the answers are located in. */
export async function readSubmissionAt(path: string, options: DocumentOptions): Promise<DocumentSubmission> {
  const bytes = readBytes(path, isDocument(path) ? largestDocument(path) : limits.bytes);
  if (!bytes.ok) return { ok: false, unusable: { hash: '' }, complaints: [bytes.complaint] };
  if (!isDocument(path)) return readSubmission(bytes.bytes, nameOf(path), options);
  // The readers of documents are most of what could be loaded, and most papers are none.
  const { submissionOf } = await import('../documents/submission.ts');
  return submissionOf(bytes.bytes, nameOf(path), options);
}

/** How messages and records call a file: from the working folder, and never with the folders above it. */
export function nameOf(path: string): string {
  const name = relative('.', path).replaceAll('\\', '/');
  return name.startsWith('..') || name === '' ? basename(path) : name;
}
