import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import backprop from '../../problems/backprop-by-hand/problem.ts';
import { problems } from '../../problems/index.ts';
import { submissionOf } from '../../src/documents/submission.ts';
import { latexTemplate } from '../../src/documents/templates/latex.ts';
import { markdownTemplate } from '../../src/documents/templates/markdown.ts';
import { notebookTemplate } from '../../src/documents/templates/notebook.ts';
import { sheetOf } from '../../src/documents/templates/sheet.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { fillStatement } from '../../src/marking/statement.ts';
import { folderWith } from '../support/folder.ts';

/** Programs that students use. Where one is absent its tests are skipped, under a name that says which. */
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args, { timeout: 60_000 }).status === 0;
const pandoc = has('pandoc', '--version');
const pdflatex = has('pdflatex', '--version');
const python = ['/usr/bin/python3', 'python3'].find((one) => has(one, '-c', 'import nbformat'));
const named = (there: boolean, command: string): string => (there ? '' : ` (skipped: no ${command} here)`);

const assignment = loadAssignment({ id: 'a', title: 'A', problems: [{ problem: backprop.id }] }, [backprop]);
const options = { known: new Map([['a', [backprop.id]]]), loadedOf: () => assignment, assignment: 'a' };
const statement = readFileSync(new URL('../../problems/backprop-by-hand/statement.md', import.meta.url), 'utf8');
const sheet = sheetOf(assignment, 's-1', () => fillStatement(statement, backprop.givens, 'to 4 decimal places'));
const answers = { z1: '1.368', a1: '\\frac{1}{1 + e^{-1.368}} = 0.7971', dL_dw3: '0.0006' };
const filled = {
  md: Object.entries(answers).reduce(
    (text, [name, value]) => text.replace(`\n${name} = \n`, `\n${name} = $${value}$\n`),
    markdownTemplate(sheet),
  ),
  tex: Object.entries(answers).reduce(
    (text, [name, value]) => text.replace(`\\answer{${name}}{}`, `\\answer{${name}}{${value}}`),
    latexTemplate(sheet),
  ),
  ipynb: notebookTemplate(sheet).replace('"z1 = "', '"z1 = $1.368$"'),
};
const style = new URL('../../src/documents/templates/gradcheck.sty', import.meta.url);
const run = (cwd: string, command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 100_000 });
const readBack = (folder: string, file: string) => {
  const reading = submissionOf(readFileSync(join(folder, file)), file, options);
  return reading.ok ? reading.submission.answers[backprop.id] : reading.complaints;
};

describe('a filled template in the tools that students use', () => {
  it.skipIf(!pdflatex)(`is set by pdflatex without a fault${named(pdflatex, 'pdflatex')}`, { timeout: 120_000 }, () => {
    const folder = folderWith();
    writeFileSync(join(folder, 'x.tex'), filled.tex);
    copyFileSync(
      new URL('../../src/documents/templates/gradcheck.sty', import.meta.url),
      join(folder, 'gradcheck.sty'),
    );
    const made = run(folder, 'pdflatex', '-interaction=nonstopmode', '-halt-on-error', 'x.tex');
    expect([made.status, made.stdout.match(/^! .*/gm) ?? []]).toEqual([0, []]);
    expect(made.stdout).toMatch(/Output written on x\.pdf/);
  });

  it.skipIf(!pdflatex)(`every problem is set${named(pdflatex, 'pdflatex')}`, { timeout: 120_000 }, () => {
    const all = loadAssignment(
      { id: 'all', title: 'All', problems: problems.map(({ id }) => ({ problem: id })) },
      problems,
    );
    const text = (id: string): string =>
      readFileSync(new URL(`../../problems/${id}/statement.md`, import.meta.url), 'utf8');
    const folder = folderWith({
      'x.tex': latexTemplate(
        sheetOf(all, 's-1', ({ problem }) => fillStatement(text(problem.id), problem.givens, 'to 4 decimal places')),
      ),
    });
    copyFileSync(style, join(folder, 'gradcheck.sty'));
    const made = run(folder, 'pdflatex', '-interaction=nonstopmode', 'x.tex');
    expect([made.status, made.stdout.match(/^! .*/gm) ?? []]).toEqual([0, []]);
  });

  it.skipIf(!pandoc).each(['html', 'docx', 'tex'])(
    `reads back from what pandoc makes of it: %s${named(pandoc, 'pandoc')}`,
    { timeout: 120_000 },
    (format) => {
      const folder = folderWith();
      writeFileSync(join(folder, 'x.md'), filled.md);
      const made = run(folder, 'pandoc', 'x.md', '--standalone', '--mathjax', '-o', `x.${format}`);
      expect(made.status).toBe(0);
      expect(readBack(folder, `x.${format}`)).toMatchObject({ z1: '1.368', dL_dw3: '0.0006' });
    },
  );

  it.skipIf(!pandoc)(
    `a free write-up reads the same as Word has it${named(pandoc, 'pandoc')}`,
    { timeout: 120_000 },
    () => {
      const folder = folderWith();
      const text = '# Question 2\n\nWe get $z_1 = 1.368$ and $\\frac{\\partial L}{\\partial w_3} = 0.0006$.\n';
      writeFileSync(join(folder, 'x.md'), text);
      run(folder, 'pandoc', 'x.md', '-o', 'x.docx');
      expect(readBack(folder, 'x.docx')).toEqual(readBack(folder, 'x.md'));
      expect(readBack(folder, 'x.docx')).toMatchObject({ z1: '1.368', dL_dw3: '0.0006' });
    },
  );

  it.skipIf(!python)(
    `is a notebook to Jupyter's own validator${named(python !== undefined, 'nbformat')}`,
    { timeout: 120_000 },
    () => {
      const folder = folderWith();
      writeFileSync(join(folder, 'x.ipynb'), filled.ipynb);
      const script = 'import nbformat; nbformat.validate(nbformat.read("x.ipynb", as_version=4)); print("valid")';
      const made = run(folder, python ?? '', '-W', 'error', '-c', script);
      expect([made.stdout.trim(), made.stderr]).toEqual(['valid', '']);
      expect(readBack(folder, 'x.ipynb')).toEqual({ z1: '1.368' });
    },
  );
});
