import type { Entry } from '../../collections/collection.ts';
import { coincidences } from '../../derived/coincidence.ts';
import { slipTable } from '../../derived/slip-table.ts';
import { solutionOf } from '../../derived/solution.ts';
import { variantsOf } from '../../derived/variants.ts';
import { fieldsOf as declaredFields, kindOf } from '../../kinds/index.ts';
import type { LoadedProblem } from '../../marking/assignment.ts';
import { lint } from '../../verification/lint/lint.ts';
import { checksOfProofs } from '../../verification/proof-checks.ts';
import { prove } from '../../verification/prove.ts';
import type { AuthorView } from '../../web/author/author.ts';
import type { Told } from '../../web/engine.ts';
import { keyOf, keyText } from '../../working/key.ts';
import type { Working } from '../../working/problem.ts';
import type { Proof } from '../../working/proof.ts';
import { entryOf, fieldsOf } from '../problem-list.ts';
import { statementOf } from '../statement.ts';
import type { Ground } from './ground.ts';

/** So many slips of a line are shown, so many variants drawn, and on so many the proofs are tried. */
const mostSlips = 40;
const shownVariants = 5;
const provedVariants = 20;

/** Everything that follows from a problem as it is set. */
export async function authorView({ assignment, catalogue }: Ground, id: string): Promise<Told<AuthorView>> {
  const set = assignment.problems.find((one) => one.id === id);
  if (!set) return { ok: false, says: `This assignment sets no problem "${id}".` };
  const { problem, working } = set;
  const entry = entryOf(catalogue, problem.id);
  const proofs = await entry.proofs();
  const value = {
    id,
    title: set.title,
    statement: statementOf(catalogue, set).replace(/^# .*\n+/, ''),
    fields: fieldsOf(problem, working).map(({ words = '', ...field }) => ({ ...field, words })),
    answers: answersOf(working),
    lines: linesOf(working),
    coincidences: coincidences(working),
    ...variantsIn(set),
    proofs: proofsOf(set, proofs),
    owes: owesOf(set, proofs, entry),
  };
  return { ok: true, value };
}

function linesOf(working: Working): AuthorView['lines'] {
  const slips = slipTable(working, mostSlips);
  return solutionOf(working).map(({ name, words, formula, worked, value }) => {
    const { rows = [], more = 0 } = slips.get(name) ?? {};
    return { name, ...(words && { words }), formula, worked, value, slips: rows, more };
  });
}

/** The right answers of fields that are no lines. */
const answersOf = (working: Working): AuthorView['answers'] =>
  declaredFields(working).flatMap((field) => {
    if (field.kind === 'number') return [];
    const { expected } = kindOf(field).about(field, working);
    return expected === undefined ? [] : [{ name: field.name, expected }];
  });

function variantsIn({ problem, working }: LoadedProblem): Pick<AuthorView, 'variants' | 'variantsSay'> {
  const asked = Object.keys(working.asks ?? problem.asks);
  const textOf = (parts: readonly (readonly [string, string])[]) =>
    parts.map(([name, text]) => `${name} = ${text}`).join(', ');
  if (!problem.domains)
    return { variants: [], variantsSay: 'It declares no domains, so every student has the same numbers.' };
  try {
    const variants = variantsOf(problem, 'a look at the variants', shownVariants).map((givens) => {
      const key = keyOf(problem.work(givens));
      const answers = asked.flatMap((name) => {
        const found = key.get(name);
        return found ? [[name, keyText(found)] as const] : [];
      });
      const numbers = Object.entries(givens).map(
        ([name, given]) => [name, JSON.stringify(given).replaceAll('"', '')] as const,
      );
      return { givens: textOf(numbers), answers: textOf(answers) };
    });
    return { variants, variantsSay: '' };
  } catch (error) {
    return { variants: [], variantsSay: (error as Error).message };
  }
}

function proofsOf({ problem }: LoadedProblem, proofs: readonly Proof[]): AuthorView['proofs'] {
  try {
    const variants = problem.domains ? variantsOf(problem, 'a look at the proofs', provedVariants) : [];
    return checksOfProofs(problem, prove(problem, proofs, variants), () => undefined).map(({ name, status, says }) => ({
      name,
      status,
      says,
    }));
  } catch (error) {
    return [{ name: 'proofs', status: 'failed', says: (error as Error).message }];
  }
}

const owesOf = ({ problem }: LoadedProblem, proofs: readonly Proof[], entry: Entry): AuthorView['owes'] =>
  lint({ problem, proofs, statement: entry.text('statement.md'), cases: entry.text('cases.json') }).map(
    ({ level, says, mend }) => ({ level, says: mend ? `${says}; ${mend}` : says }),
  );
