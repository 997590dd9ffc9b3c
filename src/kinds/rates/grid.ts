import { readCells } from '../../reading/cells.ts';
import type { AnswerValue } from '../../reading/value.ts';

/** What a table of rates holds of each class, as written. */
export interface RatesGrid {
  readonly labels?: readonly string[];
  readonly precision: readonly string[];
  readonly recall: readonly string[];
  readonly f1?: readonly string[];
  readonly support?: readonly string[];
  /** What it holds of all classes together, by name: `macro avg` with its precision, recall, F1. */
  readonly overall: readonly Overall[];
}

export interface Overall {
  readonly name: string;
  readonly cells: Readonly<Partial<Record<Rate, string>>>;
}

export type Rate = 'precision' | 'recall' | 'f1' | 'support';

const rates: readonly (readonly [Rate, RegExp])[] = [
  ['precision', /^prec/i],
  ['recall', /^(?:rec|sens|tpr)/i],
  ['f1', /^f-?1|^f-?(?:score|measure)/i],
  ['support', /^(?:support|count|n)$/i],
];

const rateOf = (head: string): Rate | undefined => rates.find(([, pattern]) => pattern.test(head.trim()))?.[0];

const all =
  /^(?:accuracy|(?:macro|micro|weighted)[ -]?(?:avg|average|mean)?|avg(?: ?\/ ?total)?|average|mean|overall|total)$/i;

/** Reads classes as rows or as columns, with labels or without, or a report as it is printed by a library. */
export function ratesGrid(value: AnswerValue, n: number): RatesGrid | string {
  const printed = typeof value === 'string' ? printedRows(value) : undefined;
  const cells = printed ? { ok: true as const, rows: printed } : readCells(value);
  if (!cells.ok) return cells.reason;
  const tall = turned(cells.rows, n);
  return (tall && gridOf(tall, n)) ?? `precision and recall of ${n} classes are needed`;
}

/** The lines of a printed report: names may be of two words, and only the right end is in columns. */
function printedRows(text: string): string[][] | undefined {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const heads = lines[0]?.trim().split(/\s+/) ?? [];
  if (heads.length < 2 || /[|&\t,;]/.test(text) || !heads.every((head) => rateOf(head))) return undefined;
  const rows = lines.slice(1).map((line) => {
    const words = line.trim().split(/\s+/);
    const first = words.findIndex((_, i) => i > 0 && words.slice(i).every((one) => /^[\d.]+%?$/.test(one)));
    const numbers = first < 0 ? [] : words.slice(first);
    // `accuracy` has its value in the column before the last.
    const empty = Array.from({ length: Math.max(0, heads.length - numbers.length) }, () => '');
    return [words.slice(0, first < 0 ? words.length : first).join(' '), ...empty, ...numbers];
  });
  return [['', ...heads], ...rows];
}

/** One class a row. */
function turned(rows: readonly (readonly string[])[], n: number): readonly (readonly string[])[] | undefined {
  const isTurned = rows.some(([first = '']) => ['precision', 'recall'].includes(rateOf(first) ?? ''));
  if (!isTurned && (rows[0]?.some((head) => rateOf(head)) || rows.length === n)) return rows;
  const wide = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== wide) || wide < n) return undefined;
  return Array.from({ length: wide }, (_, i) => rows.map((row) => row[i] ?? ''));
}

function gridOf(rows: readonly (readonly string[])[], n: number): RatesGrid | undefined {
  const head = rows.findIndex((row) => row.some((cell) => rateOf(cell)));
  const names = (head >= 0 ? (rows[head] ?? []) : []).map(rateOf);
  const rest = rows.filter((_, i) => i !== head);
  const isOverall = (row: readonly string[]): boolean => all.test((row[0] ?? '').trim());
  const body = rest.filter((row) => !isOverall(row));
  const wide = body[0]?.length ?? 0;
  if (body.length !== n || wide < 2 || body.some((row) => row.length !== wide)) return undefined;
  const at = (rate: Rate): number => names.indexOf(rate);
  const column = (i: number): string[] => body.map((row) => row[i] ?? '');
  const named = at('precision') >= 0 && at('recall') >= 0;
  const [p, r] = named ? [at('precision'), at('recall')] : [wide - 2, wide - 1];
  return {
    precision: column(p),
    recall: column(r),
    ...(Math.min(p, r) > 0 && { labels: column(0) }),
    ...(at('f1') >= 0 && { f1: column(at('f1')) }),
    ...(at('support') >= 0 && { support: column(at('support')) }),
    overall: rest.filter(isOverall).map((row) => ({
      name: (row[0] ?? '').trim().toLowerCase(),
      cells: Object.fromEntries(names.flatMap((rate, i) => (rate && row[i] ? [[rate, row[i]]] : []))),
    })),
  };
}
