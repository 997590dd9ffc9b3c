import type { Mutant } from '../slips/mutant.ts';
import { mutantsOf } from '../slips/mutants.ts';
import { keyOf, keyText } from '../working/key.ts';
import { english } from '../working/message.ts';
import type { Working } from '../working/working.ts';

/** A slip in a line, and the number that it gives on the key's own numbers. */
export interface SlipRow {
  readonly kind: string;
  readonly says: string;
  readonly price: number;
  readonly value?: string;
}

/** The slips that a working implies, by the line where they happen: the likeliest of each, and how many there are. */
export function slipTable(
  working: Working,
  most: number,
): ReadonlyMap<string, { readonly rows: readonly SlipRow[]; readonly more: number }> {
  const byLine = new Map<string, Mutant[]>();
  for (const mutant of mutantsOf(working)) byLine.set(mutant.step, [...(byLine.get(mutant.step) ?? []), mutant]);
  return new Map(
    [...byLine].map(([line, mutants]) => {
      const sorted = mutants.sort((a, b) => a.price - b.price);
      const rows = sorted.slice(0, most).map((mutant) => rowOf(working, mutant));
      return [line, { rows, more: Math.max(0, sorted.length - most) }];
    }),
  );
}

function rowOf(working: Working, mutant: Mutant): SlipRow {
  const { kind, price, wording } = mutant;
  const value = givenBy(working, mutant);
  return { kind, price, says: english(wording.says), ...(value !== undefined && { value }) };
}

/** The line by itself, on the right numbers before it. */
function givenBy(working: Working, { step, trees }: Mutant): string | undefined {
  const [line, formula] = [working.lines.find(({ name }) => name === step), trees.get(step)];
  if (!line || !formula) return undefined;
  const key = [...keyOf(working)].map(([name, { stated }]) => [name, stated.toFixed()] as const);
  const givens = new Map([...working.givens, ...key.filter(([name]) => name !== step)]);
  const found = keyOf({ ...working, givens, lines: [{ ...line, formula }] }).get(step);
  return found?.exact.isFinite() ? keyText(found) : undefined;
}
