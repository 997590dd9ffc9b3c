import { type CellsReading, readCells } from '../../reading/cells.ts';
import type { AnswerValue } from '../../reading/value.ts';

type Matrices = readonly (readonly (readonly string[])[])[];

/** Reads several matrices: a list of them, or one text in which brackets or LaTeX environments keep them apart. */
export function readMatrices(
  value: AnswerValue,
): { readonly ok: true; readonly matrices: Matrices } | { readonly ok: false; readonly reason: string } {
  const found: readonly CellsReading[] = partsOf(value).map(readCells);
  const bad = found.find((one) => !one.ok);
  if (bad && !bad.ok) return bad;
  return { ok: true, matrices: found.flatMap((one) => (one.ok && one.rows.length > 0 ? [one.rows] : [])) };
}

function partsOf(value: AnswerValue): readonly AnswerValue[] {
  if (typeof value === 'string') return textsOf(value);
  const list: readonly AnswerValue[] = value ?? [];
  const isNested = list.some((one) => Array.isArray(one) && one.some((row) => Array.isArray(row)));
  const isTexts = list.every((one) => typeof one === 'string' && /[[&]/.test(one));
  if (!isNested && !(isTexts && list.length > 0)) return [list];
  return list.flatMap((one): AnswerValue[] => (typeof one === 'string' ? textsOf(one) : [one]));
}

/** `\begin{bmatrix} … \end{bmatrix}, \begin{bmatrix} …` and `[[…]], [[…]]`. */
function textsOf(text: string): string[] {
  if (text.includes('\\end{')) {
    const parts = text.split(/(?<=\\end\{\w{1,12}\})/).filter((part) => part.includes('\\end{'));
    return parts.map((part) => part.slice(Math.max(0, part.indexOf('\\begin{'))));
  }
  return bracketed(text) ?? [text];
}

/** The outermost brackets, where each holds rows of its own. */
function bracketed(text: string): string[] | undefined {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === '[' && depth++ === 0) from = at;
    if (character === ']' && --depth === 0) found.push(text.slice(from, at + 1));
    if (depth < 0) return undefined;
  }
  return found.length > 1 && found.every((one) => one.startsWith('[[')) ? found : undefined;
}
