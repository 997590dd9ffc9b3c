import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { submissionOf } from '../../src/documents/submission.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { charm, damaged, expression } from './hostile.ts';
import { times } from './spoiled.ts';

const assignment = loadAssignment(
  {
    id: 'a',
    title: 'A',
    problems: ['backprop-by-hand', 'lenet-parameters', 'tanh', 'confusion-matrix'].map((problem) => ({ problem })),
  },
  problems,
);

const name = fc.constantFrom('z1', 'a_1', '\\hat{y}', 'dL_dw3', 'C1', 'total', "tanh'(x)", 'Question 2', 'accuracy');
const statement = fc.tuple(name, fc.constantFrom(' = ', ': ', ' is '), expression).map((parts) => parts.join(''));
const block = fc.oneof({ weight: 5, arbitrary: statement }, expression, charm);
const blocks = fc.array(block, { minLength: 1, maxLength: 12 });
const xml = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** A document of each format about such blocks, and the damage that its own structure can take. */
const makers: Record<string, (list: readonly string[]) => string> = {
  'w.md': (list) =>
    list.map((one, i) => ['# ', '- ', '| a | b |\n|--|--|\n| x | ', '$$', '> ', '```\n', ''][i % 7] + one).join('\n\n'),
  'w.tex': (list) =>
    `\\documentclass{article}\\newcommand{\\half}[1]{\\frac{#1}{2}}\\begin{document}\n${list.map((one, i) => [`\\section{${one}}`, `$${one}$`, `\\begin{align}${one}&=1\\\\\\end{align}`, `\\half{${one}}`, one][i % 5]).join('\n\n')}\n\\end{document}`,
  'w.html': (list) =>
    `<html><body>${list.map((one, i) => [`<h2>${xml(one)}</h2>`, `<table><tr><td>${xml(one)}<td>1</table>`, `<p>${one}`, `<math><mi>${xml(one)}</mi></math>`][i % 4]).join('')}</body></html>`,
  'w.ipynb': (list) =>
    JSON.stringify({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: list.map((one, i) => ({
        cell_type: ['markdown', 'code', 'raw'][i % 3],
        source: i % 2 ? one : one.split(/(?=\+)/),
        ...(i % 3 === 1 && { outputs: [{ output_type: 'stream', text: [one] }] }),
      })),
    }),
};

const word = (body: string): Uint8Array =>
  zipSync({ 'word/document.xml': new TextEncoder().encode(`<w:document><w:body>${body}</w:body></w:document>`) });
const paragraphs = (list: readonly string[]): string =>
  list
    .map((one, i) =>
      i % 3
        ? `<w:p><w:r><w:t>${xml(one)}</w:t></w:r></w:p>`
        : `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${xml(one)}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
    )
    .join('');

/** Read to its end, with a complaint where nothing could be, and then graded as any other paper. */
function endures(bytes: Uint8Array, file: string): void {
  const reading = submissionOf(bytes, file, { assignment: 'a', loadedOf: () => assignment });
  if (!reading.ok) {
    expect(reading.complaints.length).toBeGreaterThan(0);
    return;
  }
  const { score, outOf } = gradePaper(assignment, reading.submission);
  expect(Number(score)).toBeLessThanOrEqual(Number(outOf));
}

describe('no document brings the reader down', () => {
  it.each(Object.entries(makers))('%s', (file, make) => {
    const whole = blocks.map(make);
    fc.assert(
      fc.property(fc.oneof(whole, whole.chain(damaged)), (text) => endures(new TextEncoder().encode(text), file)),
      { numRuns: 12 * times },
    );
  });

  it('w.docx, and one whose bytes are damaged', () => {
    const body = blocks.map(paragraphs);
    const bytes = fc.oneof(body, body.chain(damaged)).map(word);
    const broken = fc.tuple(bytes, fc.nat(), fc.nat(255)).map(([zip, at, by]) => zip.with(at % zip.length, by));
    fc.assert(
      fc.property(fc.oneof(bytes, broken), (zip) => endures(zip, 'w.docx')),
      { numRuns: 40 * times },
    );
  });

  it('bytes of no format, by any name', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('w.md', 'w.tex', 'w.html', 'w.ipynb', 'w.docx'),
        endures,
      ),
      { numRuns: 100 * times },
    );
  });
});
