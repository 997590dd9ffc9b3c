import { placeholdersOf } from '../../marking/statement.ts';
import { type Debt, error, type Finding, note } from './finding.ts';

/** The statement names every given by a placeholder, nothing else by one, and says how to round. */
export const statementDebt: Debt = (subject) => {
  const { statement, problem } = subject;
  if (statement === undefined) return [error(subject, 'there is no statement.md', 'write the question in it')];
  const names = placeholdersOf(statement);
  const givens = Object.keys(problem.givens);
  const strangers = names.filter((name) => name !== 'rounding' && !givens.includes(name));
  const absent = givens.filter((name) => !names.includes(name));
  const fields = Object.keys(problem.asks).filter((field) => !statement.includes(field));
  return [
    ...strangers.map((name) =>
      error(subject, `statement.md has {{${name}}}, which is no given`, `use one of ${givens.join(', ')}, or rounding`),
    ),
    ...absent.map((name) =>
      error(subject, `statement.md does not show the given "${name}"`, `write {{${name}}} where its value belongs`),
    ),
    ...fields.map((field) =>
      error(subject, `statement.md does not name the answer "${field}"`, `say that it is handed in as \`${field}\``),
    ),
    ...(statement.includes('TODO') ? [error(subject, 'statement.md has a TODO', 'write what is missing')] : []),
    ...roundingFindings(subject, names),
  ];
};

function roundingFindings(subject: Parameters<Debt>[0], names: readonly string[]): Finding[] {
  const { rounding } = subject.problem;
  if ('unstated' in rounding) return [note(subject, 'the question does not say how to round, so much is accepted')];
  if ('exact' in rounding || names.includes('rounding')) return [];
  return [error(subject, 'statement.md does not say how to round', 'write {{rounding}}, which becomes a sentence')];
}
