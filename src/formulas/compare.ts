import { ShapeFault, TooMuch } from './array.ts';
import { atPoints, definedAlike } from './comparison/at-points.ts';
import { bothAt, shapeFault } from './comparison/both.ts';
import type { Comparison, Meaning } from './comparison/comparison.ts';
import { modular } from './comparison/exactly.ts';
import { NoDerivative } from './differentiate.ts';
import { floats } from './fields/float.ts';
import { type Names, usedBy } from './names.ts';
import { drawnPoint } from './points.ts';
import { UnclearIndex } from './runs.ts';
import { below, type Formula } from './tree.ts';

export type { Comparison, Meaning } from './comparison/comparison.ts';

/**
 * Is a formula the right one, written another way? First the shapes; then exactly modulo 2^61 - 1, where everything is
 * rational in the names and in exponentials; else at 40 points, at 60 digits. The points are the same every time.
 */
export function compare(yours: Formula, right: Formula, names: Names, meaning: Meaning = {}): Comparison {
  const found = compareAt(yours, right, names, meaning);
  const isSized = found.kind === 'equal' && (counts(yours) || counts(right));
  if (isSized) return compareAt(yours, right, { ...names, sizes: 'other' }, meaning);
  // X^T X has an inverse only where X has no more columns than rows.
  return found.kind === 'undecided' ? compareAt(yours, right, { ...names, sizes: 'falling' }, meaning) : found;
}

/** Does the value hang on how large the arrays are? */
const counts = (tree: Formula): boolean =>
  (tree.kind === 'symbol' && tree.name.startsWith('#')) ||
  (tree.kind === 'reduce' && tree.op === 'mean') ||
  (tree.kind === 'fold' && tree.to !== undefined) ||
  below(tree).some(counts);

function compareAt(yours: Formula, right: Formula, names: Names, meaning: Meaning): Comparison {
  try {
    const used = { ...names, only: usedBy([yours, right], names) };
    const exact = modular(yours, right, used, meaning);
    if (exact?.kind === 'equal' || exact?.kind === 'shape') return exact;
    // The same functions of equal arguments are equal: only where they are defined is still to be seen.
    const alike = exact === undefined && modular(yours, right, used, meaning, true)?.kind === 'equal';
    if (alike) return definedAlike(yours, right, used, meaning);
    const found = atPoints(yours, right, used, meaning);
    if (exact?.kind !== 'different') return found;
    return found.kind === 'different' ? found : exact;
  } catch (error) {
    if (error instanceof UnclearIndex) return { kind: 'undecided', why: error.message };
    if (error instanceof ShapeFault) return { kind: 'shape', says: error.message };
    if (error instanceof NoDerivative) return { kind: 'undecided', why: `${error.message} is not known` };
    if (error instanceof TooMuch || error instanceof RangeError)
      return { kind: 'undecided', why: 'it takes too much work' };
    throw error;
  }
}

/** A quick look, at a single point, whether another formula may be equal to one. */
export function likely(tree: Formula, names: Names, meaning: Meaning = {}): (other: Formula) => boolean {
  const point = drawnPoint(names, 1, [], floats);
  return (other) => {
    try {
      const [a, b] = bothAt(tree, other, floats, point, names, meaning);
      if (shapeFault(a, b, names)) return false;
      return a.cells.every((x, i) => !(Math.abs(x - (b.cells[i] ?? 0)) > 1e-6 * Math.max(1e-3, Math.abs(x))));
    } catch {
      return false;
    }
  };
}
