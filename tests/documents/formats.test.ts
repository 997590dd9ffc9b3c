import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import { submissionOf } from '../../src/documents/submission.ts';
import { formTemplate } from '../../src/documents/templates/form.ts';
import { latexTemplate } from '../../src/documents/templates/latex.ts';
import { markdownTemplate } from '../../src/documents/templates/markdown.ts';
import { notebookTemplate } from '../../src/documents/templates/notebook.ts';
import { sheetOf } from '../../src/documents/templates/sheet.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';

const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: backprop.id }] }, [backprop]);
const options = { known: new Map([['a', [backprop.id]]]), loadedOf: () => assignment };
const read = (text: string, file: string, named = options) => submissionOf(new TextEncoder().encode(text), file, named);
const sheet = sheetOf(assignment, 's-1', () => '# T\n\nThe label is `y = 0.5`, and `z1 = x1*w1`.');
const answers = { z1: '1.368', a1: '\\frac{1}{1 + e^{-1.368}} = 0.7971', dL_dw3: '0.0006' };

const filled: Readonly<Record<string, (name: string, value: string, text: string) => string>> = {
  md: (name, value, text) => text.replace(`\n${name} = \n`, `\n${name} = $${value}$\n`),
  tex: (name, value, text) => text.replace(`\\answer{${name}}{}`, `\\answer{${name}}{${value}}`),
  ipynb: (name, value, text) => text.replace(`"${name} = "`, JSON.stringify(`${name} = $${value}$`)),
};
const blank = { md: markdownTemplate(sheet), tex: latexTemplate(sheet), ipynb: notebookTemplate(sheet) };

describe.each(['md', 'tex', 'ipynb'] as const)('the template in %s', (format) => {
  it('reads back as it was filled in', () => {
    const text = Object.entries(answers).reduce(
      (so, [name, value]) => filled[format]?.(name, value, so) ?? so,
      blank[format],
    );
    const reading = read(text, `x.${format}`);
    expect(reading.ok && reading.submission).toMatchObject({
      student: 's-1',
      assignment: 'a',
      answers: { [backprop.id]: answers },
    });
    expect(reading.ok && reading.submission.asked).toBeUndefined();
  });

  it('is blank where nothing is filled in', () => {
    const reading = read(blank[format], `x.${format}`);
    expect(reading.ok && [reading.submission.answers, reading.submission.asked]).toEqual([{}, undefined]);
  });
});

it('a form has a box for every field, and loads nothing', () => {
  const page = formTemplate(sheet);
  expect(page.match(/<textarea/g)).toHaveLength(backprop.work({}).lines.length);
  expect(page).not.toMatch(/https?:|src=/);
});

describe('a free document', () => {
  const fallback = { ...options, assignment: 'a' };

  it('keeps where each answer stood', () => {
    const md = read('# Question 1\n\n$z_1 = 1.368$', 's-2.md', fallback);
    expect(md.ok && [md.submission.student, md.submission.where]).toEqual([
      's-2',
      { [backprop.id]: { z1: { line: 3, column: 8 } } },
    ]);
    const cells = [
      { cell_type: 'markdown', source: ['text\n', '\n'] },
      { cell_type: 'code', source: 'print(z1)', outputs: [{ output_type: 'stream', text: ['z1 = 1.368\n'] }] },
    ];
    const notebook = read(JSON.stringify({ cells, nbformat: 4 }), 's-2.ipynb', fallback);
    expect(notebook.ok && notebook.submission.where).toEqual({
      [backprop.id]: { z1: { line: 1, column: 6, cell: 1, output: 0 } },
    });
  });

  it('asks what was asked for and has no label', () => {
    const reading = read('z1 = 1.368', 's-2.md', fallback);
    expect(reading.ok && reading.submission.asked?.map(({ field }) => field)).toEqual(['dL_dw3']);
  });

  it.each([
    ['html', '<p>We get <span class="math inline">\\(z_1 = 1.368\\)</span>.</p>'],
    ['html', '<p><math><msub><mi>z</mi><mn>1</mn></msub><mo>=</mo><mn>1.368</mn></math></p>'],
    ['html', '<table><tr><th>step</th><th>value</th></tr><tr><td>z1</td><td>1.368</td></tr></table>'],
    ['tex', '\\newcommand{\\s}[1]{\\Sigma_{#1}}\\begin{document}\\[ \\s{1} = 1.368 \\]\\end{document}'],
    ['tex', '\\begin{align*} z_1 &= 1.368 % z_1 = 2\n\\end{align*}'],
  ])('is read as %s: %s', (format, text) => {
    const reading = read(text, `s.${format}`, fallback);
    expect(reading.ok && reading.submission.answers).toEqual({ [backprop.id]: { z1: '1.368' } });
  });

  it('needs an assignment', () => {
    const reading = read('z1 = 1', 's.md', options);
    expect(reading.ok || reading.complaints[0]?.says).toBe('it does not say which assignment it answers');
  });
});
