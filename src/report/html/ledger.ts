import type { DigitsView, LineView, PartView, ProblemView, WhyView } from '../student/view.ts';
import { remembered } from '../text/remembered.ts';
import { answer, fits, formula, given, lineName, sentence } from './filters.ts';
import { digits, points, symbol } from './fragments.ts';
import { type Html, markup } from './html.ts';

/** The lines of a problem, each with what was written, the solution and the mark. */
export const ledger = ({
  solutionShown,
  lines,
}: ProblemView): Html => markup`<div class="ledger${!solutionShown && ' bare'}">
<div class="cols" aria-hidden="true"><span></span><span>Line</span><span>You wrote</span>${solutionShown ? markup`<span>Worked solution</span>` : markup`<span></span>`}<span>Mark</span></div>
<ol>
${lines.map((line) => entry(line, solutionShown))}</ol>
</div>
`;

const entry = (
  line: LineView,
  solutionShown: boolean,
): Html => markup`<li class="line${line.rail && ` rail-${line.rail} of-${line.verdict.tone}`}" id="${line.anchor}">
${cells(line, solutionShown)}
${!fits(line.equation) && markup`<div class="eq">${formula(line.equation)}</div>\n`}${line.notes.length > 0 && notes(line.notes)}${line.parts.length > 0 && shown(line.parts)}${line.why && markup`${why(line.why)}\n`}</li>
`;

const cells = (line: LineView, solutionShown: boolean): Html => markup`<div class="sym">${symbol(line.verdict)}</div>
${nameCell(line.equation, line.field, line.name ?? '')}
<div class="yours${line.wide && ' wide-answer'}">${yours(line)}${line.read && markup`<span class="read">read as ${answer(line.read)}</span>`}</div>
${(solutionShown || line.own) && !line.wide && markup`<div class="sol">${solution(line)}</div>\n`}<div class="mark"><b class="${line.verdict.tone}">${line.verdict.word}</b><span class="p">${pointsOf(line)}</span></div>
`;

/** What a line is. The same on every page, as is the solution beside it. */
const nameCell = remembered(
  (equation: string, field: string, name: string): Html =>
    markup`<div class="name"><span class="n">${formula(fits(equation) ? equation : field)}</span>${name !== '' && markup`<span class="w">${name}</span>`}</div>`,
);

const solutionValue = remembered((line: string): Html => markup`<span class="lab">Solution </span>${answer(line)}`);

function yours({ rows, given: text }: LineView): Html {
  if (!rows && !text) return markup`<span class="soft">–</span>`;
  if (!rows) return markup`<span class="lab">You wrote </span><span class="val">${given(text ?? '')}</span>`;
  const cell = (value: string): Html => markup`<td>${given(value)}</td>`;
  const table = rows.map((row) => markup`<tr>${row.map(cell)}</tr>`);
  return markup`<span class="lab">You wrote </span><div class="cells" tabindex="0" role="group" aria-label="What you wrote"><table>${table}</table></div>`;
}

const solution = ({ solution: right, own }: LineView): Html =>
  markup`${right && solutionValue(right.line)}${own && ownValue(own)}`;

function ownValue({ value, from, agrees }: NonNullable<LineView['own']>): Html {
  const places = from.map(({ anchor, field, words }, i) => {
    const before = i === 0 ? '' : i === from.length - 1 ? ' and ' : ', ';
    return markup`${before}<a href="#${anchor}"><span aria-hidden="true">${lineName(field)}</span><span class="sr">${words}</span></a>`;
  });
  return markup`<span class="own${agrees && ' is'}">with your ${places}: ${value}${agrees && ', as you have'}</span>`;
}

function pointsOf({ points: line }: LineView): Html {
  if (line.outOf === '0') return markup`no points`;
  return line.waiting === line.outOf ? markup`${line.outOf} waiting` : points(line);
}

const notes = (texts: readonly string[]): Html =>
  markup`<p class="note">${texts.map((text) => markup`${sentence(text)} `)}</p>\n`;

const shown = (parts: readonly PartView[]): Html => markup`<div class="shown"><p class="lab2">The work you show</p><ul>
${parts.map(part)}</ul></div>
`;

const part = ({
  verdict,
  given: text,
  own,
  says,
  digits: numbers,
}: PartView): Html => markup`<li>${symbol(verdict)}<div><span class="val">${given(text)}</span>${own && !says && markup` <span class="soft">comes to ${own}</span>`}${says && markup`<p>${sentence(says)}</p>`}${numbers && block(numbers)}<span class="sr">${verdict.word}</span></div></li>

`;

const block = (numbers: DigitsView): Html => markup`${digits(numbers)}\n`;

const why = ({ tone, tag, says, digits: numbers, facts }: WhyView): Html => markup`<div class="why ${tone}">
<p class="tag">${tag}</p>
<p>${sentence(says)}</p>
${numbers && block(numbers)}${facts.length > 0 && factList(facts)}</div>
`;

const factList = (facts: WhyView['facts']): Html => markup`<dl>
${facts.map(({ term, text }) => markup`<dt>${term}</dt><dd>${sentence(text)}</dd>\n`)}</dl>
`;
