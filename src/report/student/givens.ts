import { rememberedOf } from '../text/remembered.ts';
import type { GivenView } from './view.ts';

const numbered = /^(.*\D)(\d+)$/;

type Given = Omit<GivenView, 'shown'>;

/** The givens of a problem for reading: `w1`, `w2`, `w3` become one row, a list of rows a matrix. */
export const givensOf = rememberedOf((givens: Readonly<Record<string, unknown>>): readonly GivenView[] => {
  const views: { names: string[]; values: string[]; matrix?: string[][] }[] = [];
  for (const [name, value] of Object.entries(givens)) {
    const last = views.at(-1);
    const matrix = matrixOf(value);
    if (matrix) views.push({ names: [name], values: [], matrix });
    else if (last && typeof value === 'string' && isNext(last, name)) {
      last.names.push(name);
      last.values.push(value);
    } else views.push({ names: [name], values: [textOf(value)] });
  }
  return views
    .flatMap((view) => (view.names.length === 2 ? apart(view) : [view]))
    .map((view) => ({ ...view, shown: shownNames(view.names) }));
});

/** Two are no row. */
const apart = ({ names, values }: Given): Given[] =>
  names.map((name, i) => ({ names: [name], values: [values[i] ?? ''] }));

function shownNames(names: readonly string[]): readonly string[] {
  const [first = '', last = ''] = [names[0], names.at(-1)];
  return names.length > 3 ? [first, '…', last] : names;
}

function isNext({ names, values }: Given, name: string): boolean {
  const [, stem, digits] = numbered.exec(name) ?? [];
  const [, lastStem, lastDigits] = numbered.exec(names.at(-1) ?? '') ?? [];
  return values.length > 0 && stem !== undefined && stem === lastStem && Number(digits) === Number(lastDigits) + 1;
}

/** The rows of a matrix of texts, or undefined for anything else. */
function matrixOf(value: unknown): string[][] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const rows: unknown[] = value;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  const isRow = (row: unknown): row is string[] =>
    Array.isArray(row) && row.length === width && row.every((cell) => typeof cell === 'string');
  return width > 0 && rows.every(isRow) ? rows : undefined;
}

/** Any other given in words: a layer as `conv, filters 6, kernel 5`. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(value.some((item) => typeof item === 'object') ? '; ' : ', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inside]) => (name === 'type' ? textOf(inside) : `${name} ${textOf(inside)}`))
    .join(', ');
}
