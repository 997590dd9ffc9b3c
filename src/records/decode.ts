import { limits } from '../exact/limits.ts';
import { aboutFile, type Complaint } from './complaint.ts';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly complaint: Complaint };

/** The text of a file: UTF-8, or UTF-16 (Windows editors write it) where its first bytes say so. */
export function decode(source: string | Uint8Array, file: string): Decoded {
  if (source.length > limits.bytes) return { ok: false, complaint: tooLarge(file, source.length) };
  if (typeof source === 'string') return { ok: true, text: source.replace(/^\ufeff/, '') };
  try {
    return { ok: true, text: new TextDecoder(encodingOf(source), { fatal: true }).decode(source) };
  } catch {
    return { ok: false, complaint: aboutFile(file, 'this is not a text file in UTF-8', 'save it as UTF-8') };
  }
}

/** By the byte order mark; JSON begins with an ASCII character, so that without a mark the first zero tells it too. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return 'utf-16be';
  return 'utf-8';
}

/** The complaint about a file of so many bytes, which is not worth reading. */
export function tooLarge(file: string, bytes: number, most: number = limits.bytes): Complaint {
  const megabytes = (bytes / 1e6).toFixed(1);
  return aboutFile(
    file,
    `the file has ${megabytes} MB, more than the ${most / 1e6} MB allowed`,
    'hand in the answers only, without pictures or logs',
  );
}
