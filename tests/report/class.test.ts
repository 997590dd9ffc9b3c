import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import type { Result } from '../../src/records/result.ts';
import { dataText } from '../../src/report/class/data.ts';
import { classView } from '../../src/report/class/page.ts';
import { histogramOf, quantile } from '../../src/report/class/scores.ts';
import { by, fixture, smallClass } from './fixtures.ts';

const scored = (score: string, outOf = '67'): Result => ({ ...fixture('perfect'), score, outOf });
const record = smallClass();
const view = classView(record);

describe('scores', () => {
  const numbers = ['1', '2', '3', '10'].map((text) => new Decimal(text));
  it('the median of an even number lies between two', () => expect(String(quantile(numbers, 0.5))).toBe('2.5'));
  it('no paper, no histogram', () => expect(histogramOf([])).toBeUndefined());
  it('nor for one', () => expect(histogramOf([scored('5')])).toBeUndefined());

  it('columns hold every paper once and mark the median', () => {
    const histogram = histogramOf(['41', '58', '60', '60.5', '67'].map((score) => scored(score)));
    expect(histogram?.bins.map(({ label, n }) => [label, n])).toEqual([
      ['40–44', 1],
      ['45–49', 0],
      ['50–54', 0],
      ['55–59', 1],
      ['60–64', 2],
      ['65–67', 1],
    ]);
    expect(histogram?.bins.filter(({ holds }) => holds).map(({ label }) => label)).toEqual(['60–64']);
    expect(histogram?.median).toBe('60');
  });
});

describe('a small class', () => {
  it('counts papers that were marked', () => {
    expect(view.facts.map(({ value, label }) => `${value} ${label}`)).toEqual([
      '5 papers graded',
      '26 median, of 45 points',
      '26–45 middle half',
      '5 wait for a person',
    ]);
  });

  it('names what a person has to look at, most urgent first, equal answers once', () => {
    expect(view.queue.groups.map(({ title, papers, token }) => [token, papers, title])).toEqual([
      ['queue1', 1, 'One paper stopped the grader'],
      ['queue2', 1, 'One paper cannot be marked'],
      ['queue3', 0, 'One file is nobody’s paper'],
      [
        'queue4',
        2,
        'Two papers give 577280 for `withoutBias` in “Question 3: operations of a convolution and a pooling”, and no slip is proved',
      ],
      [
        'queue5',
        2,
        'Two answers to `withBias` in “Question 3: operations of a convolution and a pooling” could not be read: about a million or so',
      ],
      [
        'queue6',
        2,
        'Two papers answer `convSise` in “Question 3: operations of a convolution and a pooling”, which is no field of it',
      ],
    ]);
    const found = view.rows.filter(({ tokens }) => tokens.split(' ').includes('queue5'));
    expect(found.map(({ student }) => student)).toEqual(['s-004', 's-007']);
  });

  it('shows ten groups of a long queue and says that there are more', () => {
    const [mixed] = record.results.filter(({ student }) => student === 's-004');
    const odd = (n: number): Result => {
      const text = JSON.stringify({ ...mixed, student: `o-${n}` }).replaceAll(
        'about a million or so',
        `about ${n} or so`,
      );
      return JSON.parse(text);
    };
    const results = Array.from({ length: 15 }, (_, n) => odd(n));
    const { queue } = classView({ ...record, results, broken: [] });
    expect(queue.groups).toHaveLength(10);
    expect(queue.more).toBeGreaterThan(5);
  });

  it('does not ask for a person where one has decided', () => {
    const decided: Result[] = record.results.map((result) => ({
      ...result,
      adjustments: { reviewed: { by: 'ana', at: '2026-10-02T10:00:00Z' } },
      problems: result.problems.map((problem) => ({
        ...problem,
        marks: problem.marks.map((mark) => ({ ...mark, adjusted: { by: 'ana', at: '2026-10-02T10:00:00Z' } })),
      })),
    }));
    const { queue } = classView({ ...record, results: decided, broken: [] });
    expect(queue.groups.map(({ title }) => title)).toEqual([
      'One paper stopped the grader',
      'One paper cannot be marked',
    ]);
  });

  it('does not suspect the key of an answer that one paper gives', () => {
    const results = record.results.filter(({ student }) => student !== 's-007');
    const titles = classView({ ...record, results }).queue.groups.map(({ title }) => title);
    expect(titles.filter((title) => title.includes('577280'))).toEqual([]);
  });

  it('tells what changed and why, new and withdrawn papers apart', () => {
    expect(view.changes?.says).toBe('One paper changed; two scores are as before.');
    expect(view.changes?.rows.map(({ student, before, after, why }) => [student, before, after, why])).toEqual([
      ['s-004', '24', '26', 'the key changed'],
    ]);
    expect(view.changes?.added.map(({ student, where }) => [student, where])).toEqual([
      ['s-005', 'cannot be marked'],
      ['s-006', 'a fault of the grader'],
      ['s-007', '26'],
      ['s-008', '45'],
    ]);
    expect(view.changes?.withdrawn).toEqual(['s-009']);
  });

  it('says of lateness what it costs, and not that somebody decided', () => {
    const [paper] = record.results.filter(({ student }) => student === 's-004') as [Result];
    const problems = Object.fromEntries(paper.problems.map(({ id, score }) => [id, score]));
    const late = { handedIn: '2026-10-02T00:00:00Z', due: '2026-10-01T00:00:00Z', days: 1, free: 0, taken: '2' };
    const now = { ...paper, score: '24', machine: paper, adjustments: { late } };
    const { changes } = classView({ ...record, results: [now], previous: [{ ...paper, problems }] });
    expect(changes?.rows.map(({ why }) => why)).toEqual(['1 day late: 2 taken off']);
  });

  it('counts the lines of each problem by verdict, and finds those papers', () => {
    const [first] = view.problems;
    for (const { cells } of first?.heat.rows ?? [])
      expect(cells.reduce((sum, { n }) => sum + n, 0)).toBeLessThanOrEqual(5);
    const slips = (first?.heat.rows ?? []).flatMap(({ field, cells }) =>
      cells.filter(({ n, verdict }) => n > 0 && verdict.id === 'slip').map(({ n, token }) => ({ field, n, token })),
    );
    expect(slips.map(({ n }) => n)).toEqual([2]);
    const [line = '', letter] = (slips[0]?.token ?? '').split('.');
    const found = view.rows.filter(({ letters }) => letters[Number(line)] === letter);
    expect(found.map(({ student }) => student)).toEqual(['s-004', 's-007']);
  });

  it('says nothing of changes on the first run', () => {
    const { previous, ...first } = record;
    expect(previous).toHaveLength(4);
    expect(classView(first).changes).toBeUndefined();
  });

  it('counts each problem by the verdict that needs most attention', () => {
    expect(view.problems.map(({ text, mean }) => [text, mean])).toEqual([
      ['2 right, 2 slip, 1 no answer', '11.6'],
      ['2 right, 2 could not be read, 1 no answer', '6.0'],
      ['2 right, 2 slip, 1 no answer', '10.8'],
    ]);
  });

  it('counts the slips that papers share, and finds those papers', () => {
    expect(view.slips.map(({ kind, papers, lost }) => [kind, papers, lost])).toEqual([
      ['A sign', 2, '2'],
      ['Another convention', 2, '6'],
    ]);
    const token = view.slips[0]?.token ?? '';
    const found = view.rows.filter(({ tokens }) => tokens.split(' ').includes(token));
    expect(found.map(({ student }) => student)).toEqual(['s-004', 's-007']);
  });

  it('links each paper to its page', () => {
    expect(view.rows.map(({ href }) => href)).toEqual(record.results.map(({ student }) => `pages/${student}.html`));
  });
});

it('a class of nobody has a page', () => {
  expect(classView({ assignment: 'a', title: 'A', results: [], broken: [] }).headline).toEqual([
    'No paper could be graded.',
  ]);
});

it('a student with a strange id is linked by a safe name', () => {
  const results = [by('../../etc/passwd\u202e', fixture('perfect'))];
  const [row] = classView({ ...record, results }).rows;
  expect(row?.href).toMatch(/^pages\/etc-passwd-~[0-9a-f]{16}\.html$/);
});

it('the data of the list cannot end the element that holds it', () => {
  const results = [by('</script><script>alert(1)', fixture('mixed'))];
  expect(dataText(classView({ ...record, results }))).not.toContain('</');
});
