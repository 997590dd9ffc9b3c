import { coincidences } from '../../derived/coincidence.ts';
import { variantOf } from '../../derived/variants.ts';
import { keyOf } from '../../working/key.ts';
import type { Line, Working } from '../../working/problem.ts';
import { type Proving, prove } from '../prove.ts';
import { type Debt, error, type Finding, note } from './finding.ts';

/** Every answer has a value, and hangs on a given; every line has words. */
export const answersDebt: Debt = (subject) => {
  const { working, problem } = subject;
  const key = keyOf(working);
  const asked = working.lines.filter(({ name }) => Object.hasOwn(problem.asks, name));
  const endless = asked.filter(({ name }) => !key.get(name)?.exact.isFinite());
  const fixed = asked.filter((line) => !reachesGiven(working, line));
  const silent = working.lines.filter(({ name }) => !working.names[name]);
  return [
    ...(problem.title.includes('TODO') ? [error(subject, 'the title has a TODO', 'write the title')] : []),
    ...endless.map(({ name }) => error(subject, `"${name}" has no finite value`, 'look for a division by 0')),
    ...fixed.map(({ name }) => error(subject, `"${name}" hangs on no given`, 'use the givens in its lines')),
    ...silent.map(({ name }) => note(subject, `the line "${name}" has no words`, `add ${name}: '…' to names`)),
  ];
};

function reachesGiven(working: Working, line: Line): boolean {
  if (working.givens.size === 0) return true;
  return line.inputs.some((name) => {
    const above = working.lines.find((one) => one.name === name);
    return working.givens.has(name) || (above !== undefined && reachesGiven(working, above));
  });
}

/** A second method agrees on the published givens and covers every answer; `verify` goes through the variants. */
export const proofDebt: Debt = (subject) => {
  const { problem } = subject;
  const proving = provedOr(subject);
  if (typeof proving === 'string') return [error(subject, proving, 'mend proof.ts')];
  const { methods, unproved } = proving;
  const wrong = methods.flatMap(({ disagreement: d }) => (d ? [d] : []));
  const skipped = methods.some((method) => method.skipped);
  const open = unproved.filter((line) => Object.hasOwn(problem.asks, line));
  return [
    ...wrong.map(({ method, line, working, proof }) =>
      error(
        subject,
        `the working and ${method} first differ in "${line}": ${working} and ${proof}`,
        'mend one of them',
      ),
    ),
    ...open.map((line) =>
      error(subject, `no second method${skipped ? ' that runs here' : ''} proves "${line}"`, 'add one to proof.ts'),
    ),
  ];
};

/** What went wrong, where a second method cannot be run. */
function provedOr({ problem, proofs }: Parameters<Debt>[0]): Proving | string {
  try {
    return prove(problem, proofs, []);
  } catch (fault) {
    return (fault as Error).message;
  }
}

/** A variant can be drawn. */
export const variantDebt: Debt = (subject) => {
  const { problem } = subject;
  if (Object.keys(problem.domains ?? {}).length === 0)
    return [note(subject, 'no given has a domain, so every student gets the same numbers', 'add domains')];
  try {
    variantOf(problem, 'lint');
    return [];
  } catch (fault) {
    return [error(subject, (fault as Error).message, 'look at the domains')];
  }
};

const mostShown = 3;

/** Common slips that give the same published number are named, so that the author knows what cannot be told apart. */
export const coincidenceDebt: Debt = (subject) => {
  const found = coincidences(subject.working);
  const shown = found.slice(0, mostShown).map(({ line, value, says }): Finding => {
    const what = says.length > 1 ? `two common slips give ${value}` : `a common slip gives the right ${value}`;
    return note(subject, `in "${line}" ${what}: ${says.join(' And: ')}`, 'other givens would tell them apart');
  });
  const more = found.length - shown.length;
  return more > 0 ? [...shown, note(subject, `${more} more coincidences of common slips`)] : shown;
};
