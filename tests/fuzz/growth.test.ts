import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { submissionOf } from '../../src/documents/submission.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { gradePaper } from '../../src/marking/paper.ts';
import { readSubmission } from '../../src/records/submission.ts';
import { studentHtml, studentTerminal } from '../../src/report/index.ts';

const assignment = loadAssignment(
  {
    id: 'a',
    title: 'A',
    problems: ['backprop-by-hand', 'tanh', 'fully-connected-gradients', 'confusion-matrix', 'discussion'].map(
      (problem) => ({ problem }),
    ),
  },
  problems,
);

/** Read, marked and shown. */
function paper(problem: string, field: string, value: unknown, student = 's'): void {
  const text = JSON.stringify({ assignment: 'a', student, answers: { [problem]: { [field]: value } } });
  const reading = readSubmission(text, 's.json');
  if (!reading.ok) return;
  const result = gradePaper(assignment, reading.submission);
  studentHtml(result);
  studentTerminal(result, { width: 80, color: false, ascii: false });
}

const document = (text: string, file: string): void => {
  submissionOf(new TextEncoder().encode(text), file, { assignment: 'a', loadedOf: () => assignment });
};
const word = (body: string): Uint8Array =>
  zipSync({ 'word/document.xml': new TextEncoder().encode(`<w:document><w:body>${body}</w:body></w:document>`) });

/** What is long in what way; `n` is how long. */
const readers: [id: string, size: number, read: (n: number) => void][] = [
  ['a number of digits', 20_000, (n) => paper('backprop-by-hand', 'z1', '9'.repeat(n))],
  ['a number of groups', 20_000, (n) => paper('backprop-by-hand', 'z1', `1${',000'.repeat(n / 4)}`)],
  ['spaces', 20_000, (n) => paper('backprop-by-hand', 'z1', `1${' '.repeat(n)}x`)],
  ['signs of equality', 20_000, (n) => paper('backprop-by-hand', 'z1', '='.repeat(n))],
  ['words', 20_000, (n) => paper('backprop-by-hand', 'z1', `${'of '.repeat(n / 3)}1`)],
  ['brackets', 20_000, (n) => paper('backprop-by-hand', 'z1', `${'('.repeat(n / 2)}1${')'.repeat(n / 2)}`)],
  ['a product', 1_900, (n) => paper('backprop-by-hand', 'z1', `${'1*'.repeat(n / 2)}1`)],
  ['a chain of steps', 1_900, (n) => paper('backprop-by-hand', 'z1', `${'1 = '.repeat(n / 4)}1`)],
  ['lines', 8_000, (n) => paper('backprop-by-hand', 'z1', Array(n / 8).fill('1 + 1 = 2'))],
  ['a formula', 2_000, (n) => paper('tanh', 'derivative', `${'x+'.repeat(n / 2)}x`)],
  ['powers', 3_900, (n) => paper('tanh', 'derivative', `${'x^'.repeat(n / 2)}x`)],
  [
    'fractions',
    2_000,
    (n) => paper('tanh', 'derivative', `${'\\frac{1}{'.repeat(50)}x${'}'.repeat(50)}${'+x'.repeat(n / 2)}`),
  ],
  ['LaTeX commands', 20_000, (n) => paper('tanh', 'derivative', '\\left('.repeat(n / 6))],
  ['code', 3_900, (n) => paper('fully-connected-gradients', 'W1', `np.dot(${'a+'.repeat(n / 2)}a, x)`)],
  [
    'a matrix',
    8_000,
    (n) =>
      paper(
        'confusion-matrix',
        'matrix',
        Array.from({ length: 20 }, () => Array(n / 20).fill('1')),
      ),
  ],
  ['a matrix as text', 20_000, (n) => paper('confusion-matrix', 'matrix', `${'1 '.repeat(n / 2)}`)],
  ['a text', 60_000, (n) => paper('discussion', 'text', 'because '.repeat(n / 8))],
  ['the name of a field', 60_000, (n) => paper('backprop-by-hand', '字'.repeat(n), '1')],
  ['the name of a problem', 100_000, (n) => paper('字'.repeat(n), 'z1', '1')],
  ['many fields', 2_000, (n) => paper('backprop-by-hand', 'z1', { length: n })],
  ['JSON lists', 100_000, (n) => paper('backprop-by-hand', 'z1', Array(n / 2).fill('1'))],
  ['Markdown, paragraphs', 10_000, (n) => document('z1 = 1.368\n\n'.repeat(n / 12), 'w.md')],
  ['Markdown, emphasis', 20_000, (n) => document('*a **b '.repeat(n / 7), 'w.md')],
  ['Markdown, one line', 20_000, (n) => document('z1 = 1, '.repeat(n / 8), 'w.md')],
  [
    'LaTeX, formulas',
    6_000,
    (n) => document(`\\begin{document}${'$z_1 = 1$ '.repeat(n / 10)}\\end{document}`, 'w.tex'),
  ],
  [
    'LaTeX, macros',
    15_000,
    (n) => document(`\\newcommand{\\a}{1}\\begin{document}${'\\a '.repeat(n / 3)}\\end{document}`, 'w.tex'),
  ],
  ['HTML', 15_000, (n) => document('<p>z1 = 1</p>'.repeat(n / 13), 'w.html')],
  ['HTML, unclosed', 20_000, (n) => document('<b><i>z'.repeat(n / 7), 'w.html')],
  [
    'a notebook',
    24_000,
    (n) =>
      document(
        JSON.stringify({
          nbformat: 4,
          nbformat_minor: 5,
          metadata: {},
          cells: Array(n / 60).fill({ cell_type: 'markdown', source: ['z1 = 1'] }),
        }),
        'w.ipynb',
      ),
  ],
  [
    'a Word file',
    20_000,
    (n) =>
      submissionOf(word('<w:p><w:r><w:t>z1 = 1</w:t></w:r></w:p>'.repeat(n / 40)), 'w.docx', {
        assignment: 'a',
        loadedOf: () => assignment,
      }),
  ],
];

/** Processor time of this process in milliseconds: a busy machine does not lengthen it. */
function cost(read: () => void): number {
  const before = process.cpuUsage();
  read();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** So short a time has nothing to hide. */
const short = 100;

/** The least of some times, the first of which warms up; what is over soon, or takes long, is timed once. */
function least(read: () => void): number {
  const first = cost(read);
  return first < short || first > 800 ? first : Math.min(first, cost(read), cost(read));
}

/**
 * Four times as long may take four times as long, and a quadratic reader takes sixteen times. Times are noisy, so the
 * line is drawn between.
 */
describe('reading takes time in proportion to length', () => {
  it.each(readers)('%s', (_, size, read) => {
    const long = least(() => read(size));
    if (long < short) return;
    expect(long / least(() => read(size / 4))).toBeLessThan(10);
  });
});
