import { unzipSync } from 'fflate';

/** What a part of a document may come to when it is unpacked. */
const largest = 20_000_000;

export type Unzipped =
  | { readonly ok: true; readonly parts: Readonly<Record<string, Uint8Array>> }
  | { readonly ok: false; readonly says: string };

/**
 * The wanted parts of a zip file. A part is unpacked into no more room than it says it needs, and only where that is no
 * more than is allowed, so that a bomb costs nothing.
 */
export function unzipped(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  let tooLarge = '';
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        if (total > largest || size > largest) tooLarge = name;
        return tooLarge === '';
      },
    });
    if (tooLarge) return { ok: false, says: `"${tooLarge}" in it unpacks to more than ${largest / 1e6} MB` };
    return { ok: true, parts };
  } catch {
    return { ok: false, says: 'this is no zip file, or it is damaged' };
  }
}
