import type { GivenView, ProblemView } from '../student/view.ts';
import { rememberedOf } from '../text/remembered.ts';
import { formula, lineName, sentence, given as written } from './filters.ts';
import { points, symbol } from './fragments.ts';
import { type Html, markup } from './html.ts';
import { ledger } from './ledger.ts';

/** A problem's section of the page. */
export const problem = (
  view: ProblemView,
): Html => markup`<section class="problem" id="${view.anchor}" aria-labelledby="${view.anchor}-h">
<header><h2 id="${view.anchor}-h">${view.title}</h2><p class="pts">${points(view.points)}${view.points.waiting !== '0' && markup`<span class="waits">${view.points.waiting} waiting</span>`}</p></header>
<p class="prose">${sentence(view.summary)}</p>
${givens(view)}
${lines(view)}${view.remarks.length > 0 && remarks(view.remarks)}${view.unknown.length > 0 && strangers(view.unknown)}${view.revise.length > 0 && revise(view.revise)}</section>
`;

/** The verdicts of a problem at a glance. */
export const strip = ({ strip: parts, stripText }: ProblemView): Html =>
  markup`<span role="img" aria-label="${stripText}">${parts.map(({ verdict, n }) => markup`${symbol(verdict)}${n !== undefined && markup`<span class="n">${String(n)}</span>`}`)}</span>`;

const givens = ({
  givens: list,
  rounding,
}: ProblemView): Html => markup`<div class="given">${list.length > 0 && given(list)}${rounding}</div>
`;

/** They are the same on the pages of a class. */
const given = rememberedOf((list: ProblemView['givens']): Html => markup`Given: ${joined(list.map(values), '; ')}. `);

function values({ matrix, names, shown, values: texts }: GivenView): Html {
  const [name = '', text = ''] = [names[0], texts[0]];
  if (matrix) {
    const rows = matrix.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>`);
    return markup`${formula(name)} = <div class="grid"><table>${rows}</table></div>`;
  }
  if (names.length < 2) return markup`${formula(name)} = ${written(text)}`;
  const row = shown.map((one) => (one === '…' ? markup`…` : lineName(one)));
  return markup`<span class="nb">(${joined(row, ', ')}) =</span> (${texts.join(', ')})`;
}

const joined = (items: readonly Html[], between: string): readonly Html[] =>
  items.map((item, i) => (i === 0 ? item : markup`${between}${item}`));

function lines(view: ProblemView): Html | undefined {
  if (view.folded === undefined) return view.lines.length > 0 ? markup`${ledger(view)}\n` : undefined;
  return markup`<details class="all"><summary>${view.folded}</summary>
${ledger(view)}
</details>
`;
}

const remarks = (list: ProblemView['remarks']): Html => markup`<ul class="remarks">
${list.map(({ fields, says }) => markup`<li><b>${joined(fields.map(lineName), ', ')}:</b> ${sentence(says)}</li>\n`)}</ul>
`;

const strangers = (list: ProblemView['unknown']): Html => markup`<div class="strangers"><h3>Not marked</h3><ul>
${list.map(({ field, given: text, says }) => markup`<li><span class="val">${written(field)}: ${written(text)}</span><br>${sentence(says)}</li>\n`)}</ul></div>
`;

const revise = (texts: readonly string[]): Html => markup`<div class="revise"><h3>Worth revising</h3><ul>
${texts.map((text) => markup`<li>${sentence(text)}</li>\n`)}</ul></div>
`;
