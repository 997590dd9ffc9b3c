import type { DigitsView } from '../student/view.ts';
import { plainText } from './sentence.ts';

/** Numbers under each other as lines of fixed-width text, with marks below the digits that differ. */
export function digitLines({ rows }: DigitsView): string[] {
  const labels = rows.map(({ label }) => plainText(label));
  const wide = Math.max(...labels.map((label) => label.length));
  const lines = rows.map(({ cells, say }, i) => {
    const digits = cells.map(({ character }) => character || ' ').join('');
    return `${(labels[i] ?? '').padEnd(wide)}   ${digits}${say ? `   ${say}` : ''}`.trimEnd();
  });
  const last = rows.at(-1)?.cells ?? [];
  const marks = last.map(({ mark }) => (mark === 'differs' ? '^' : ' ')).join('');
  return marks.trim() === '' ? lines : [...lines, `${' '.repeat(wide)}   ${marks}`.trimEnd()];
}
