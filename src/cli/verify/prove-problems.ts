import { readFile } from 'node:fs/promises';
import type { Proof, Proofs } from '../../derived/proof.ts';
import { type Proving, prove } from '../../derived/prove.ts';
import { variantsOf } from '../../derived/variants.ts';
import { checksOfProofs } from '../../marking/proof-checks.ts';
import type { Check, Place } from '../../records/verification.ts';
import type { Problem } from '../../working/problem.ts';

export interface ProveOptions {
  readonly variants: number;
  readonly seed: string;
}

/** Proves each problem by its second methods, on the published givens and on variants; a fault of one costs no other. */
export async function proveProblems(
  problems: readonly Problem[],
  proofs: Proofs,
  options: ProveOptions,
): Promise<Check[]> {
  const checks: Check[] = [];
  for (const problem of problems) checks.push(...(await proveOne(problem, proofs[problem.id] ?? [], options)));
  return checks;
}

async function proveOne(
  problem: Problem,
  proofs: readonly Proof[],
  { variants, seed }: ProveOptions,
): Promise<Check[]> {
  const placeOf = placesIn(`problems/${problem.id}/problem.ts`, await source(problem.id));
  const frame = { suite: problem.id, name: 'variants', seconds: 0, rule: 'proof-missing' } as const;
  const start = performance.now();
  try {
    const drawn = variantsOf(problem, seed, Object.keys(problem.domains ?? {}).length > 0 ? variants : 0);
    const proving: Proving = prove(problem, proofs, drawn);
    const seconds = (performance.now() - start) / 1000 / Math.max(1, proofs.length);
    return checksOfProofs(problem, proving, placeOf).map((check) => ({ ...check, seconds }));
  } catch (error) {
    return [{ ...frame, status: 'error', says: `${problem.id} could not be proved: ${(error as Error).message}` }];
  }
}

/** The author's own file, where it is at hand: a finding then points at the line to mend. */
async function source(id: string): Promise<string | undefined> {
  return readFile(`problems/${id}/problem.ts`, 'utf8').catch(() => undefined);
}

function placesIn(file: string, text: string | undefined): (line: string) => Place | undefined {
  const lines = text?.split('\n');
  return (line) => {
    if (!lines) return undefined;
    const at = lines.findIndex((one) => one.trimStart().startsWith(`${line}:`));
    const column = at < 0 ? 1 : (lines[at]?.search(/\S/) ?? 0) + 1;
    return { file, line: Math.max(0, at) + 1, column };
  };
}
