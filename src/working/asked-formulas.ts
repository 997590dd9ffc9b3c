import type { Ask } from './asked.ts';
import type { Declaration } from './declaration.ts';
import { DeclarationError } from './declaration-error.ts';
import type { FormulaField } from './field.ts';

/** What the field of a line's formula is called. */
const formulaName = (line: string): string => `${line}_formula`;

/** The declaration with a field of its own for every formula that is asked for beside a line. */
export function withAskedFormulas(declared: Declaration): Declaration {
  const asked = Object.entries(declared.asks).filter(([, ask]) => ask.formula !== undefined);
  if (asked.length === 0) return declared;
  for (const [line, ask] of asked) checkFormula(declared, line, ask);
  const fields = asked.map(([line]): FormulaField => ({ kind: 'formula', name: formulaName(line), of: line }));
  const asks = Object.entries(declared.asks).flatMap(([line, { formula, ...ask }]): [string, Ask][] =>
    formula === undefined
      ? [[line, ask]]
      : [
          [line, { ...ask, points: ask.points - formula }],
          [formulaName(line), { points: formula }],
        ],
  );
  return { ...declared, asks: Object.fromEntries(asks), fields: [...(declared.fields ?? []), ...fields] };
}

function checkFormula({ id, working, fields = [] }: Declaration, line: string, { points, formula = 0 }: Ask): void {
  const fault = (says: string): never => {
    throw new DeclarationError(`${id}: ${says}`, { name: line, within: 'asks' });
  };
  const lines = Object.keys(working).map((key) => key.split('[')[0]);
  if (!lines.includes(line)) fault(`the formula of "${line}" is asked for, but no line of the working has this name`);
  if (!(formula > 0 && formula <= points)) fault(`the formula of "${line}" carries more than its points, or none`);
  if (fields.some(({ name }) => name === formulaName(line))) fault(`there is a field "${formulaName(line)}" already`);
}
