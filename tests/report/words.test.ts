import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mark, Result } from '../../src/records/result.ts';
import { slipTitles } from '../../src/report/student/kinds.ts';
import { studentView } from '../../src/report/student/page.ts';
import { badge, verdicts } from '../../src/report/verdicts.ts';
import { fixture } from './fixtures.ts';

const schema = JSON.parse(readFileSync('src/records/schemas/result.schema.json', 'utf8'));
const text = JSON.stringify(schema);

describe('every verdict and slip of the record has words', () => {
  it.each(verdicts.map(badge))('$id', ({ id, word, means, sign, ascii }) => {
    expect(text).toContain(`"${id}"`);
    for (const words of [word, means, sign, ascii]) expect(words).not.toBe('');
    expect(ascii).toMatch(/^[\x21-\x7e]{1,2}$/);
  });
  it('signs differ, but for what is right in two ways', () => {
    expect(new Set(verdicts.map((id) => badge(id).sign)).size).toBe(verdicts.length - 1);
    expect(new Set(verdicts.map((id) => badge(id).ascii)).size).toBe(verdicts.length - 1);
  });
  it('each verdict has its symbol', () => {
    const symbols = readFileSync('src/report/assets/symbols.svg', 'utf8');
    expect(verdicts.filter((id) => !symbols.includes(`id="v-${id}"`))).toEqual([]);
  });
  it('slips', () => {
    expect(Object.keys(slipTitles).filter((kind) => !text.includes(`"${kind}"`))).toEqual([]);
    expect(Object.keys(slipTitles)).toHaveLength(17);
  });
});

describe('the tone', () => {
  const folder = 'tests/golden/report';
  const pages = readdirSync(folder).filter((name) => name.endsWith('.txt') && !name.startsWith('hostile'));

  it.each(pages)('%s blames nobody and praises nobody', (name) => {
    const page = readFileSync(`${folder}/${name}`, 'utf8');
    expect(page).not.toMatch(
      /\b(?:just|simply|obviously|clearly|wrongly|easy|sorry|great|well done|bad|stupid|careless)\b|!\s/i,
    );
    expect(page).not.toMatch(/undefined|NaN|\[object|null/);
  });
});

it('templates trust nothing', () => {
  const folder = 'src/report/templates';
  for (const name of readdirSync(folder)) expect(readFileSync(`${folder}/${name}`, 'utf8')).not.toMatch(/\|\s*safe\b/);
});

describe('the headline', () => {
  const paper = fixture('mixed');
  const onlyProblem = (id: string, change: (mark: Mark) => Mark = (mark) => mark): Result => {
    const problems = paper.problems.filter((problem) => problem.id === id);
    return { ...paper, problems: problems.map((problem) => ({ ...problem, marks: problem.marks.map(change) })) };
  };
  const said = (result: Result): string => studentView(result).headline.join(' ');

  const right = (mark: Mark): Mark => ({ ...mark, verdict: 'correct', points: mark.outOf, waiting: '0', parts: [] });
  const cases: [string, Result, string][] = [
    ['all is right', fixture('perfect'), 'Every line is right.'],
    ['nothing was handed in', fixture('empty'), 'No answers were handed in for this assignment.'],
    [
      'one number was charged once',
      onlyProblem('q2'),
      'Nine of ten lines are right or follow from your own numbers. What went wrong in `a1` is charged once, although five later lines use it.',
    ],
    [
      'less than half of the points',
      { ...onlyProblem('q2'), score: '5' },
      'Nine of ten lines are right or follow from your own numbers. Start with `a1`: five later lines depend on it.',
    ],
    [
      'all that could be read is right',
      onlyProblem('q3', (mark) => (mark.verdict === 'unreadable' ? mark : right(mark))),
      'Every line that could be marked is right.',
    ],
    [
      'one answer is missing',
      onlyProblem('q4', (mark) => ({
        ...right(mark),
        ...(mark.field === 'total' && { verdict: 'blank', points: '0' }),
      })),
      'Six of seven lines are right or follow from your own numbers. One answer is missing.',
    ],
    [
      'a fault of the grader',
      fixture('fault'),
      'Marking stopped through a fault of ours. It counts neither for nor against you until the paper is marked again.',
    ],
  ];
  it.each(cases)('%s', (_, result, headline) => expect(said(result)).toBe(headline));
});

it('what costs most comes first, and work that does not add up last', () => {
  const fields = studentView(fixture('mixed')).look.map(({ field }) => field);
  expect(fields).toEqual(['withoutBias', 'C3', 'a1']);
  const costs = studentView(fixture('write-up-001')).look.map(({ field, cost }) => [field, cost]);
  expect(costs).toEqual([
    ['a1', '1 point'],
    ['dL_dw3', 'no points'],
  ]);
});

it('remarks that lines share are said once', () => {
  const [problem] = studentView(fixture('write-up-001')).problems;
  expect(problem?.remarks.map(({ fields }) => fields)).toEqual([
    ['a2', 'L', 'dL_dyhat', 'da2_dz2'],
    ['yhat', 'dyhat_dz3'],
  ]);
  expect(problem?.lines.flatMap(({ notes }) => notes)).toHaveLength(1);
});

it('givens in a row are shown as a row', () => {
  const [problem] = studentView(fixture('write-up-001')).problems;
  expect(problem?.givens.map(({ shown, values }) => [shown.join(' '), values.length])).toEqual([
    ['x1 … x4', 4],
    ['w1 … w6', 6],
    ['y', 1],
  ]);
});
