import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { columnOf } from '../../src/cli/csv.ts';
import { canvasCsv } from '../../src/exports/canvas.ts';
import { csvText } from '../../src/exports/cells.ts';
import { moodleCsv, moodleWorksheet } from '../../src/exports/moodle.ts';
import type { Score } from '../../src/exports/score.ts';
import type { Filling, Sheet } from '../../src/exports/sheets.ts';

const score = (student: string, points: string, more: Partial<Score> = {}): Score => {
  return { student, score: points, outOf: '20', counts: true, excused: false, says: 'Well done.', ...more };
};
const scores = [
  score('S1001', '17.5'),
  score('S1002', '0', { excused: true, counts: false }),
  score('S1003', '0', { counts: false }),
  score('S1004', '5', { outOf: '10' }),
  score('S9', '3'),
];
const roster = new Map([
  ['S1001', { id: 'S1001', email: 'ana@example.edu' }],
  ['S1004', { id: 'S1004', email: 'di@example.edu' }],
]);
const filling: Filling = { title: 'Homework 3', assignment: 'hw3', outOf: '20', scores, roster };
const sheet = (text: string): Sheet => {
  const [header = [], ...rows] = parse(text, { relax_column_count: true }) as string[][];
  return { file: 'export.csv', header, rows: rows.map((cells, i) => ({ line: i + 2, cells })), delimiter: ',' };
};
const rowsOf = (text: string): string[][] => parse(text) as string[][];

const canvas = `Student,ID,SIS User ID,SIS Login ID,Section,Homework 2 (48001),Homework 3 (48213),Current Score
    Points Possible,,,,,10,20,(read only)
"Rivera, Ana",10021,S1001,arivera,CS231-01,9,,88
"O'Neil, Bo",10022,S1002,boneil,CS231-01,,,
"Ito, Cy",10023,S1003,cito,CS231-01,,4,
"Roy, Di",10024,X,di@example.edu,CS231-01,,,
"Not, Here",10025,S5,nhere,CS231-01,,12,
`;

describe('a gradebook of Canvas', () => {
  const filled = canvasCsv(sheet(canvas), filling);
  if (!filled.ok) throw new Error(filled.says);

  it('is filled in, with everybody else left out', () => {
    expect(rowsOf(filled.text)).toEqual([
      ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Homework 3 (48213)'],
      ['    Points Possible', '', '', '', '', '20'],
      ['Rivera, Ana', '10021', 'S1001', 'arivera', 'CS231-01', '17.5'],
      ["O'Neil, Bo", '10022', 'S1002', 'boneil', 'CS231-01', 'EX'],
      ['Roy, Di', '10024', 'X', 'di@example.edu', 'CS231-01', '10'],
    ]);
  });

  it('is what the importer of Canvas takes', () => {
    // After lib/gradebook_importer.rb: these must hold, or the whole file is refused.
    const [header = [], ...rows] = rowsOf(filled.text);
    expect(header.length).toBeGreaterThan(3);
    expect(header[0]).toContain('Student');
    expect(header[1]).toContain('ID');
    expect(header.indexOf('SIS Login ID')).toBe(header.indexOf('SIS User ID') + 1);
    expect(header.at(-1)).toMatch(/^(.*)\s\((\d+)\)$/);
    for (const row of rows) expect(row.at(-1)).toMatch(/^(EX|\d+(\.\d+)?)$/);
  });

  it('says who has no row, and who was not marked', () => {
    expect(filled.says.join('\n')).toMatch(/no row for S9/);
    expect(filled.says.join('\n')).toMatch(/left as they were: S1003/);
  });

  const refused: [id: string, text: string, column: string | undefined, says: RegExp][] = [
    ['another file', 'a,b,c\n', undefined, /no gradebook of Canvas/],
    [
      'no such column',
      canvas.replace('Homework 3 (48213)', 'Third (48213)'),
      undefined,
      /say which with --column, one of "Homework 2 \(48001\)", "Third/,
    ],
    ['two such columns', canvas.replace('Homework 2 (48001)', 'Homework 3 (48001)'), undefined, /several columns/],
    ['a column that is not', canvas, 'Homework 4', /no column is called so: Homework 4/],
  ];
  test.each(refused)('%s is refused', (_, text, column, says) => {
    const found = canvasCsv(sheet(text), { ...filling, ...(column !== undefined && { column }) });
    expect(found.ok ? '' : found.says).toMatch(says);
  });

  it('of two equal titles the one named with its number is filled in', () => {
    const text = canvas.replace('Homework 2 (48001)', 'Homework 3 (48001)');
    const found = canvasCsv(sheet(text), { ...filling, column: 'Homework 3 (48213)' });
    expect(found.ok && rowsOf(found.text)[0]?.at(-1)).toBe('Homework 3 (48213)');
  });
});

const worksheet = `Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (grade),Feedback comments
Participant 1,Ana,,ANA@example.edu,Submitted,,20,Yes,-,
Participant 2,Cy,S1003,c@x,Submitted,"4,00",20,Yes,-,Kept
Participant 3,Di,S1004,d@x,Submitted,10.00,20,Yes,-,Kept
Participant 4,Ed,S9,e@x,Submitted,,2,Yes,-,
`;

describe('a worksheet of Moodle', () => {
  const filled = moodleWorksheet(sheet(worksheet), filling);
  if (!filled.ok) throw new Error(filled.says);
  it('is filled in, every other cell as it was', () => {
    expect(rowsOf(filled.text).map((row) => [row[0], row[5], row[9]])).toEqual([
      ['Identifier', 'Grade', 'Feedback comments'],
      ['Participant 1', '17.5', 'Well done.'],
      ['Participant 2', '4,00', 'Kept'],
      ['Participant 3', '10', 'Kept'],
      ['Participant 4', '', ''],
    ]);
  });
  it('says how many changes Moodle should tell of, and whom it would skip', () => {
    expect(filled.says[0]).toMatch(/^1 grade changes/);
    expect(filled.says.join('\n')).toMatch(/maximum, which it would skip in silence: S9/);
  });
  it('in another language is refused', () => {
    const found = moodleWorksheet(sheet(worksheet.replace('Identifier', 'ID').replace('Grade', 'Bewertung')), filling);
    expect(found.ok).toBe(false);
  });
});

it('the gradebook for Moodle leaves out whom Moodle cannot know, for one of them stops the import', () => {
  const { text, says } = moodleCsv(filling);
  expect(rowsOf(text).map(([id, email, points]) => [id, email, points])).toEqual([
    ['ID number', 'Email address', 'Homework 3 (points)'],
    ['S1001', 'ana@example.edu', '17.5'],
    ['S1004', 'di@example.edu', '10'],
  ]);
  expect(says.join()).toMatch(/not on the roster.*S1002, S1003, S9/);
});

describe('cells that a spreadsheet would run', () => {
  const known = new Set(['-7', '@ana', '=A1+B1', '=HYPERLINK("x")', '+1|calc']);
  const cells: [cell: string, written: string][] = [
    ['plain', 'plain'],
    ['17.5', '17.5'],
    ['=1+1', "'=1+1"],
    ['-8', "'-8"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['-7', '-7'],
    ['@ana', '@ana'],
    ['=A1+B1', "'=A1+B1"],
    ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
    ['+1|calc', "'+1|calc"],
  ];
  test.each(cells)('%j is written as %j', (cell, text) => {
    expect(rowsOf(csvText([[cell, 'x']], { known }))).toEqual([[text, 'x']]);
  });
});

test.each([
  [['Student ID', 'E-Mail'], ['email'], 1],
  [['SID', 'Name'], ['id', 'sid'], 0],
  [['a'], ['id'], -1],
] as const)('columns are found whatever their capitals and dashes: %j', (header, names, at) => {
  expect(columnOf(header, names)).toBe(at);
});
