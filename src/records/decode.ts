import { aboutFile, type Complaint } from './complaint.ts';
import { limits } from './limits.ts';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly complaint: Complaint };

/** The text of a file: UTF-8, or UTF-16 where a byte order mark says so (Windows editors write it). */
export function decode(source: string | Uint8Array, file: string): Decoded {
  if (source.length > limits.bytes) return { ok: false, complaint: tooLarge(file, source.length) };
  if (typeof source === 'string') return { ok: true, text: source.replace(/^\ufeff/, '') };
  const utf16 = source[0] === 0xff && source[1] === 0xfe;
  try {
    return { ok: true, text: new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(source) };
  } catch {
    return { ok: false, complaint: aboutFile(file, 'this is not a text file in UTF-8', 'save it as UTF-8') };
  }
}

/** The complaint about a file of so many bytes, which is not worth reading. */
export function tooLarge(file: string, bytes: number): Complaint {
  const megabytes = (bytes / 1e6).toFixed(1);
  return aboutFile(
    file,
    `the file has ${megabytes} MB, more than the ${limits.bytes / 1e6} MB allowed`,
    'hand in the answers only, without pictures or logs',
  );
}
