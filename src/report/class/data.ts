import { verdicts } from '../verdicts.ts';
import type { ClassView } from './view.ts';

/**
 * The list of students for the script of the page: ten thousand rows as data take a tenth of the time that they take as
 * markup. No text in it can end the element that holds it.
 */
export function dataText({
  rows,
  columns,
  shownVerdicts,
}: Pick<ClassView, 'rows' | 'columns' | 'shownVerdicts'>): string {
  const data = {
    verdicts: shownVerdicts.map(({ id, tone, word }) => ({
      id,
      tone,
      word,
      letter: String.fromCharCode(97 + verdicts.indexOf(id)),
    })),
    columns: columns.length,
    rows: rows.map(({ student, href, score, standing, tokens, cells, letters }) => [
      student,
      href,
      score,
      standing,
      tokens,
      cells.map(({ verdict, points }) => [
        verdict ? shownVerdicts.findIndex(({ id }) => id === verdict.id) : -1,
        points,
      ]),
      letters,
    ]),
  };
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
