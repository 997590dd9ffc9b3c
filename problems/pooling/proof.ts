import type { Proof } from '../../src/working/proof.ts';

type Image = readonly (readonly string[])[];

/** Slides the window over the pixels and sorts what is in it: the last is the greatest, the sum makes the average. */
function sliding({ images, window }: Record<string, unknown>): Record<string, string> {
  const size = Number(window);
  const found: Record<string, string> = {};
  for (const [n, image] of (images as readonly Image[]).entries()) {
    for (let top = 0; top + size <= image.length; top += size)
      for (let left = 0; left + size <= (image[0]?.length ?? 0); left += size) {
        const inside = image.slice(top, top + size).flatMap((row) => row.slice(left, left + size).map(Number));
        const cell = `${n + 1}.r${top / size + 1}c${left / size + 1}`;
        found[`average${cell}`] = String(inside.reduce((sum, one) => sum + one, 0) / inside.length);
        found[`max${cell}`] = String(inside.sort((a, b) => a - b).at(-1));
      }
  }
  return found;
}

export default [{ method: 'sliding the window', values: sliding }] satisfies readonly Proof[];
