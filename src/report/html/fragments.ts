import type { DigitRow, DigitsView } from '../student/view.ts';
import { remembered } from '../text/remembered.ts';
import type { Badge } from '../verdicts.ts';
import { sentence } from './filters.ts';
import { escapeHtml, type Html, trusted } from './html.ts';

// What stands on a page many times over: the template engine would take most of its time for these.

const drawn = remembered((verdict: string): Html => {
  const [tone = '', id = ''] = verdict.split(' ');
  return trusted(`<svg class="v ${escapeHtml(tone)}" aria-hidden="true"><use href="#v-${escapeHtml(id)}"/></svg>`);
});

/** The symbol of a verdict. */
export const symbol = ({ tone, id }: Pick<Badge, 'tone' | 'id'>): Html => drawn(`${tone} ${id}`);

/** Points of a maximum: `3 / 5`. */
export const points = ({ got, outOf }: { readonly got: string; readonly outOf: string }): Html =>
  trusted(
    `${escapeHtml(got)}<span class="sr"> of </span><span class="soft" aria-hidden="true"> / </span>${escapeHtml(outOf)}`,
  );

/** Numbers one above the other, digit by digit. */
export const digits = ({ caption, rows }: DigitsView): Html =>
  trusted(
    `<figure class="digits">\n<table>\n<caption class="sr">${escapeHtml(caption)}</caption>\n${rows.map(rowOf).join('')}</table>\n</figure>\n`,
  );

function rowOf({ label, text, say, cells }: DigitRow): string {
  const spoken = `<span class="sr">: ${escapeHtml(text)}${say ? `; ${escapeHtml(say)}` : ''}</span>`;
  const marked = cells.map(
    ({ mark, character }) =>
      `<td aria-hidden="true"${mark ? ` class="${escapeHtml(mark)}"` : ''}>${escapeHtml(character)}</td>`,
  );
  const said = say ? `<td class="say" aria-hidden="true">${escapeHtml(say)}</td>` : '';
  return `<tr><th scope="row">${sentence(label)}${spoken}</th>${marked.join('')}${said}</tr>\n`;
}
