import { readFileSync } from 'node:fs';
import { AuthorFault, shownPath } from '../../collections/author-fault.ts';
import type { Catalogue } from '../../collections/catalogue.ts';
import type { Entry } from '../../collections/collection.ts';
import { placeInSource } from '../../collections/source-place.ts';
import { variantsOf } from '../../derived/variants.ts';
import type { Check, Place } from '../../records/verification.ts';
import { checksOfProofs } from '../../verification/proof-checks.ts';
import { prove } from '../../verification/prove.ts';
import { entryOf } from '../problem-list.ts';

export interface ProveOptions {
  readonly variants: number;
  readonly seed: string;
}

/** Proves a problem by its second methods, on the published givens and on variants. Never throws. */
export async function proveOne(catalogue: Catalogue, id: string, options: ProveOptions): Promise<Check[]> {
  try {
    return await proved(entryOf(catalogue, id), options);
  } catch (error) {
    const frame = { suite: id, name: 'variants', seconds: 0, status: 'error' } as const;
    if (!(error instanceof AuthorFault))
      return [{ ...frame, rule: 'proof-missing', says: `${id} could not be proved: ${(error as Error).message}` }];
    const { file, line = 1, column = 1 } = error.place;
    return [{ ...frame, rule: 'problem-unusable', place: { file, line, column }, says: error.says }];
  }
}

async function proved(entry: Entry, { variants, seed }: ProveOptions): Promise<Check[]> {
  const [problem, proofs] = [await entry.problem(), await entry.proofs()];
  const start = performance.now();
  const drawn = variantsOf(problem, seed, Object.keys(problem.domains ?? {}).length > 0 ? variants : 0);
  const proving = prove(problem, proofs, drawn);
  const seconds = (performance.now() - start) / 1000 / Math.max(1, proofs.length);
  return checksOfProofs(problem, proving, placesIn(entry.file)).map((check) => ({ ...check, seconds }));
}

/** The author's own file, where it is at hand: a finding then points at the line to mend. */
function placesIn(path: string): (line: string) => Place | undefined {
  const file = shownPath(path);
  const text = sourceOf(path);
  return (name) =>
    text === undefined ? undefined : (placeInSource(file, text, { name }) ?? { file, line: 1, column: 1 });
}

function sourceOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
