import type { Problem } from '../working/problem.ts';
import type { Proof } from '../working/proof.ts';
import { authorFault, thrownBy } from './author-fault.ts';

type Exports = Readonly<Record<string, unknown>>;

/** The problem that a module exports. */
export function problemIn(exports: Exports, id: string, file: string): Problem {
  const found = defaultOf(exports, file, 'export default defineProblem({ … })');
  if (!isProblem(found))
    throw authorFault(file, 'the default export is no problem', 'write export default defineProblem({ … })');
  if (found.id !== id)
    throw authorFault(file, `its id is "${found.id}", and its folder is called "${id}"`, 'call both the same');
  return found;
}

/** The second methods that a module exports: one, or a list. */
export function proofsIn(exports: Exports, file: string): readonly Proof[] {
  const found = defaultOf(exports, file, 'export default defineProof({ method, values })');
  const list: readonly unknown[] = Array.isArray(found) ? found : [found];
  const at = list.findIndex((one) => !isProof(one));
  if (at < 0) return (list as readonly Proof[]).map((proof) => guarded(proof, file));
  const which = Array.isArray(found) ? `number ${at + 1} of the exported list` : 'the default export';
  throw authorFault(file, `${which} is no proof`, 'it has a method (text) and values (a function of the givens)');
}

/** What a method throws, or gives that is no decimal text, is said of its own file. */
function guarded(proof: Proof, file: string): Proof {
  const values: Proof['values'] = (givens) => {
    const found = runSafely(() => proof.values(givens), file);
    const odd = Object.entries(found ?? {}).find(([, value]) => typeof value !== 'string');
    if (odd === undefined) return found;
    const says = `"${proof.method}" gives no text for "${odd[0]}" but ${typeof odd[1]} ${String(odd[1])}`;
    throw authorFault(file, says, 'hand back decimal text, so that no digit is lost: texts({ … })');
  };
  return { ...proof, values };
}

function runSafely<T>(run: () => T, file: string): T {
  try {
    return run();
  } catch (error) {
    throw thrownBy(file, error);
  }
}

function defaultOf(exports: Exports, file: string, mend: string): unknown {
  if (exports.default !== undefined) return exports.default;
  throw authorFault(file, 'there is no default export', `write ${mend}`);
}

const isRecord = (value: unknown): value is Exports => typeof value === 'object' && value !== null;

const isProblem = (value: unknown): value is Problem =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  typeof value.title === 'string' &&
  isRecord(value.givens) &&
  isRecord(value.asks) &&
  typeof value.work === 'function';

const isProof = (value: unknown): value is Proof =>
  isRecord(value) && typeof value.method === 'string' && typeof value.values === 'function';
