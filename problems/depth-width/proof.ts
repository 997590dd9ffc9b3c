import type { Proof } from '../../src/working/proof.ts';

/** Lays one image out pixel by pixel, and one label entry by entry. */
function layingOut(givens: Record<string, unknown>): Record<string, string> {
  const n = (name: string) => Number(givens[name]);
  let pixels = 0;
  for (let row = 0; row < n('height'); row++) for (let column = 0; column < n('width'); column++) pixels += 1;
  const label = Array.from({ length: n('classes') }, () => 0);
  return {
    inputs: String(n('images')),
    labels: String(n('images')),
    features: String(pixels),
    outputs: String(label.length),
  };
}

export default [{ method: 'laying out one image and one label', values: layingOut }] satisfies readonly Proof[];
