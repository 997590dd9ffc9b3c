import { readFileSync } from 'node:fs';
import { problems } from '../../problems/index.ts';
import { latexTemplate } from '../../src/documents/templates/latex.ts';
import { markdownTemplate } from '../../src/documents/templates/markdown.ts';
import { notebookTemplate } from '../../src/documents/templates/notebook.ts';
import { type Sheet, sheetOf } from '../../src/documents/templates/sheet.ts';
import { fieldsOf } from '../../src/kinds/index.ts';
import { type LoadedAssignment, loadAssignment } from '../../src/marking/assignment.ts';
import { fillStatement } from '../../src/marking/statement.ts';
import { pick, seeded } from '../support/random.ts';

/** A template that a simulated student filled in carelessly, and what he wrote for each field. */
export interface Simulated {
  readonly file: string;
  readonly text: string;
  readonly set: readonly { readonly problem: string }[];
  readonly written: readonly Filled[];
}

interface Filled {
  readonly problem: string;
  readonly field: string;
  readonly value: string;
  /** Does its label still stand at it? */
  readonly labelled: boolean;
}

const statement = (id: string): string =>
  readFileSync(new URL(`../../problems/${id}/statement.md`, import.meta.url), 'utf8');
const numbers = (id: string): string[] => {
  const found = problems.find((problem) => problem.id === id);
  return found ? fieldsOf(found.work(found.givens)).flatMap(({ kind, name }) => (kind === 'number' ? [name] : [])) : [];
};
const chosen = problems.map(({ id }) => id).filter((id) => numbers(id).length > 0 && numbers(id).length < 30);

/** The `n`th document of a seed. */
export function simulated(seed: number): Simulated {
  const random = seeded(seed);
  const ids = [...new Set([pick(random, chosen), pick(random, chosen), pick(random, chosen)])].slice(
    0,
    1 + Math.floor(random() * 3),
  );
  const set = ids.map((problem) => ({ problem }));
  const assignment = loadAssignment({ id: 'a', title: 'A', problems: set }, problems);
  const sheet = sheetOf(assignment, 's-1', (problem) =>
    fillStatement(statement(problem.problem.id), { ...problem.problem.givens }, 'to 4 places'),
  );
  const format = pick(random, ['md', 'tex', 'ipynb'] as const);
  const written = valuesFor(assignment, random);
  const made = { md: filledMarkdown, tex: filledLatex, ipynb: filledNotebook }[format](sheet, written, random);
  return { file: `s.${format}`, set, ...made };
}

function valuesFor({ problems: set }: LoadedAssignment, random: () => number): Filled[] {
  const used = new Set<string>();
  const value = (isCount: boolean): string => {
    for (;;) {
      const one = isCount ? String(1_000 + Math.floor(random() * 900_000)) : (random() * 20 - 10).toFixed(4);
      if (!used.has(one) && used.add(one)) return one;
    }
  };
  return set.flatMap(({ id, problem, working }) =>
    numbers(problem.id)
      // The cells of an array have no place of their own in a template.
      .filter((field) => !field.includes('['))
      .filter(() => random() < 0.85)
      .map((field) => ({ problem: id, field, value: value(working.counts === true), labelled: true })),
  );
}

type Made = Pick<Simulated, 'text' | 'written'>;
type Habit = (name: string, value: string) => string;

const inMarkdown: Readonly<Record<string, Habit>> = {
  filled: (name, value) => `${name} = ${value}`,
  dollars: (name, value) => `$${name} = ${value}$`,
  'next line': (name, value) => `${name} =\n${value}`,
  'a line between': (name, value) => `${name} =\n\n${value}`,
  prose: (name, value) => `So all in all I get ${name} = ${value}, which looks right.`,
  'work first': (name, value) => `${name} = 2*3\n= ${value}`,
  bold: (name, value) => `**${name} = ${value}**`,
  colon: (name, value) => `${name}: ${value}`,
  twice: (name, value) => `${name} = ${value}\n\n${name} = ${value}`,
  'label deleted': (_, value) => value,
};

function filledMarkdown(sheet: Sheet, written: readonly Filled[], random: () => number): Made {
  let text = markdownTemplate(sheet);
  const done = written.map((one) => {
    const habit = pick(random, Object.keys(inMarkdown));
    const at = text.indexOf(`<!-- gradcheck: ${one.problem} -->`);
    const line = text.indexOf(`\n${one.field} = \n`, at) + 1;
    text = text.slice(0, line) + inMarkdown[habit]?.(one.field, one.value) + text.slice(line + one.field.length + 3);
    return { ...one, labelled: habit !== 'label deleted' && !(habit === 'work first') };
  });
  for (const { id, title } of sheet.questions) {
    if (random() < 0.15) text = text.replace(`<!-- gradcheck: ${id} -->`, '');
    if (random() < 0.2) text = text.replace(`<!-- gradcheck: ${id} -->`, `## ${title}\n\n<!-- gradcheck: ${id} -->`);
  }
  return { text: random() < 0.3 ? swapped(text) : text, written: done };
}

/** The last question before the others. */
function swapped(text: string): string {
  const parts = text.split(/(?=<!-- gradcheck-question)/);
  const last = parts.pop() ?? '';
  return [parts[0], last, ...parts.slice(1)].join('\n');
}

const inLatex: Readonly<Record<string, Habit>> = {
  filled: (name, value) => `\\answer{${name}}{${value}}`,
  dollars: (name, value) => `\\answer{${name}}{$${value}$}`,
  work: (name, value) => `\\begin{work}{${name}}\n2 \\cdot 3\n\\end{work}\n\\answer{${name}}{${value}}`,
  'beside it': (name, value) => `\\answer{${name}}{}\n\n$${name} = ${value}$`,
  display: (name, value) => `\\[ \\texttt{${name.replaceAll('_', '\\_')}} = ${value} \\]`,
  'label deleted': (_, value) => `$${value}$`,
};

function filledLatex(sheet: Sheet, written: readonly Filled[], random: () => number): Made {
  let text = latexTemplate(sheet);
  const done = written.map((one) => {
    const habit = pick(random, Object.keys(inLatex));
    const at = text.indexOf(`\\problem{${one.problem}}`);
    const blank = `\\begin{work}{${one.field}}\n\\end{work}\n\\answer{${one.field}}{}`;
    const line = text.indexOf(blank, at);
    text = text.slice(0, line) + inLatex[habit]?.(one.field, one.value) + text.slice(line + blank.length);
    return { ...one, labelled: habit !== 'label deleted' };
  });
  return { text, written: done };
}

const inCell: Readonly<Record<string, Habit>> = {
  filled: (name, value) => `${name} = ${value}`,
  dollars: (name, value) => `$${name} = ${value}$`,
  bare: (_, value) => value,
  'next line': (name, value) => `${name} =\n${value}`,
  work: (name, value) => `${name} = 2*3\n= ${value}`,
};

function filledNotebook(sheet: Sheet, written: readonly Filled[], random: () => number): Made {
  const book = JSON.parse(notebookTemplate(sheet)) as {
    cells: { source: string | string[]; metadata: { gradcheck?: { problem?: string; field?: string } } }[];
  };
  for (const { problem, field, value } of written) {
    const cell = book.cells.find(
      ({ metadata: { gradcheck } }) => gradcheck?.problem === problem && gradcheck.field === field,
    );
    if (cell) cell.source = inCell[pick(random, Object.keys(inCell))]?.(field, value) ?? '';
  }
  if (random() < 0.3) book.cells.reverse();
  return { text: JSON.stringify(book), written };
}
