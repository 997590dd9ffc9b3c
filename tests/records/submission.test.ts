import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { complaintText } from '../../src/records/complaint.ts';
import { readSubmission, type SubmissionReading } from '../../src/records/submission.ts';
import { cpuTime } from '../support/cpu.ts';

const read = (text: string | Uint8Array): SubmissionReading => readSubmission(text, 's.json');
const said = (reading: SubmissionReading): string => reading.complaints.map(complaintText).join('\n');
const paper = (answers: string, more = ''): string => `{"assignment":"a2","student":"s-1"${more},"answers":${answers}}`;
const answersOf = (reading: SubmissionReading) => (reading.ok ? reading.submission.answers : undefined);

describe('a file that cannot be used says where and why', () => {
  const cases: [id: string, source: string | Uint8Array, says: string][] = [
    ['empty', '', 's.json:1:1: the file is empty; hand in the JSON file itself'],
    ['blank', ' \n\n', 's.json:1:1: the file is empty'],
    ['not JSON', 'a1 = 0.5', 's.json:1:1: "a1" is not JSON; put text in double quotes'],
    ['truncated object', '{"assignment": "a2",\n "answers": {"p": {', 's.json:2:20: the file ends before'],
    ['truncated text', '{"assignment": "a2', 'the file ends before'],
    [
      'last comma',
      paper('{"p":{"x":"1",}}'),
      's.json:1:60: a name in double quotes must stand here; remove a last comma',
    ],
    ['comment', '// mine\n{}', 's.json:1:1: JSON has no comments'],
    ['NaN', paper('{"p":{"x":NaN}}'), '"NaN" is not JSON'],
    ['two documents', `${paper('{}')}{}`, 'something follows the end'],
    [
      'single backslash',
      '{\r\n"a":\r\n"\\sigma"}',
      's.json:3:1: a backslash cannot stand before this letter in JSON; write it twice',
    ],
    ['line break in text', '{"a": "x\ny"}', 's.json:1:7: the text that begins here does not end on its line'],
    ['an array', '[]', 's.json:1:1: this must be object'],
    ['no answers', '{"assignment":"a2","student":"s-1"}', '"answers" is missing'],
    ['answers a list', paper('[]'), 's.json:1:46 /answers: this must be object'],
    ['no student', '{"assignment":"a2","answers":{}}', '"student" is missing'],
    [
      'misspelt student',
      '{"assignment":"a2","studnet":"s","answers":{}}',
      '/studnet: "studnet" is not a field of a submission; did you mean "student"?',
    ],
    ['blank student', '{"assignment":"a2","student":" ","answers":{}}', '/student: this cannot stand here'],
    [
      'control character in the student',
      '{"assignment":"a2","student":"s\\u0007","answers":{}}',
      'no control characters',
    ],
    [
      'text that runs backwards',
      '{"assignment":"a2","student":"s\\u202e1","answers":{}}',
      '/student: this cannot stand here',
    ],
    [
      'two students',
      '{"assignment":"a2","student":"s","student":"t","answers":{}}',
      '/student: "student" stands more than once',
    ],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'not a text file in UTF-8'],
    ['10,000 arrays', `{"answers":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'more than 64 levels of brackets'],
    ['10,000 objects', '{"a":'.repeat(10_000), 'more than 64 levels of brackets'],
    ['50 MB', new Uint8Array(50_000_000), 'the file has 50.0 MB, more than the 5 MB allowed'],
  ];
  test.each(cases)('%s', (_, source, says) => {
    const reading = read(source);
    expect(reading.ok).toBe(false);
    expect(said(reading)).toContain(says);
  });
});

describe('an odd field costs no other', () => {
  const cases: [id: string, answers: string, kept: unknown, says: string][] = [
    ['places of a number', '{"p":{"x":2.50}}', { p: { x: '2.50' } }, ''],
    ['digits of a number', `{"p":{"x":0.${'1'.repeat(60)}}}`, { p: { x: `0.${'1'.repeat(60)}` } }, ''],
    ['a number out of range', '{"p":{"x":1e999999999,"y":-0}}', { p: { x: '1e999999999', y: '-0' } }, ''],
    ['100,000 digits', `{"p":{"x":${'7'.repeat(100_000)}}}`, { p: { x: '7'.repeat(100_000) } }, ''],
    [
      'lines, a matrix, nothing',
      '{"p":{"x":["1","2"],"m":[[1.0,2],[3,4]],"n":null}}',
      {
        p: {
          x: ['1', '2'],
          m: [
            ['1.0', '2'],
            ['3', '4'],
          ],
          n: null,
        },
      },
      '',
    ],
    ['a truth value', '{"p":{"x":true,"y":"1"}}', { p: { x: 'true', y: '1' } }, '/answers/p/x: true is no answer'],
    [
      'an object',
      '{"p":{"x":{"a":1},"y":"1"}}',
      { p: { x: '{"a":1}', y: '1' } },
      '/answers/p/x: an object is no answer',
    ],
    [
      'deep within a list',
      '{"p":{"x":["1",[false]]}}',
      { p: { x: '["1",[false]]' } },
      '/answers/p/x/1/0: false is no answer',
    ],
    [
      'a problem that is no object',
      '{"p":"1","q":{"y":"1"}}',
      { p: {}, q: { y: '1' } },
      '/answers/p: the answers to "p" are an object',
    ],
    ['a field twice, alike', '{"p":{"x":"1","x":"1"}}', { p: { x: '1' } }, ''],
    [
      'a field twice, different',
      '{"p":{"x":0.2,"x":0.3,"y":"1"}}',
      { p: { x: '0.2 or 0.3', y: '1' } },
      '/answers/p/x: "x" stands more than once',
    ],
    [
      'a problem twice',
      '{"p":{"x":"1"},"p":{"y":"2"}}',
      { p: { x: '1', y: '2' } },
      '/answers/p: "p" stands more than once',
    ],
    [
      'LaTeX with one backslash',
      '{"p":{"x":"\\frac{1}{8}"}}',
      { p: { x: '\frac{1}{8}' } },
      'a control character (U+000C) stands in this text; in JSON a backslash is written twice',
    ],
    ['slashes in a name', '{"p":{"dL/dw~3":true}}', { p: { 'dL/dw~3': 'true' } }, '/answers/p/dL~1dw~03: true'],
    [
      'text too long',
      `{"p":{"x":"${'x'.repeat(200_001)}"}}`,
      { p: { x: `"${'x'.repeat(199)}` } },
      'more than 200000 characters',
    ],
    [
      'too many lines',
      `{"p":{"x":[${Array(10_001).fill(1)}],"y":"1"}}`,
      { p: { x: `[${'1,'.repeat(100)}`.slice(0, 200), y: '1' } },
      'more than 10000 items',
    ],
  ];
  test.each(cases)('%s', (_, answers, kept, says) => {
    const reading = read(paper(answers));
    expect(reading.ok).toBe(true);
    expect(JSON.parse(JSON.stringify(answersOf(reading)))).toEqual(kept);
    if (says) expect(said(reading)).toContain(says);
    else expect(reading.complaints).toEqual([]);
  });

  it('names an unknown member and reads the rest', () => {
    const reading = read(paper('{"p":{"x":"1"}}', ',"nmae":"Ada"'));
    expect(reading.ok).toBe(true);
    expect(said(reading)).toContain('s.json:1:36 /nmae: "nmae" is not a field of a submission; there are $schema, ');
  });

  it('stops at 5,000 fields and says so', () => {
    const fields = Array.from({ length: 5_001 }, (_, i) => `"f${i}":1`).join();
    const reading = read(paper(`{"p":{${fields}},"q":{"x":1}}`));
    expect(Object.keys(answersOf(reading)?.p ?? {})).toHaveLength(5_000);
    expect(said(reading)).toContain('/answers/p/f5000: only 5000 fields are read');
  });

  it('shows 50 complaints and counts the rest', () => {
    const reading = read(paper(`{"p":{${Array.from({ length: 60 }, (_, i) => `"f${i}":true`).join()}}}`));
    expect(reading.complaints).toHaveLength(51);
    expect(said(reading)).toContain('10 more complaints');
  });
});

describe('names of the language itself are like any other', () => {
  it('keeps __proto__ and constructor as plain fields and pollutes nothing', () => {
    const reading = read(
      paper('{"__proto__":{"polluted":"1"},"constructor":{"prototype":"2"},"p":{"__proto__":"3","toString":"4"}}'),
    );
    const answers = answersOf(reading) ?? {};
    expect(Object.keys(answers)).toEqual(['__proto__', 'constructor', 'p']);
    expect(Object.entries(answers.p ?? {})).toEqual([
      ['__proto__', '3'],
      ['toString', '4'],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('who and which', () => {
  it('takes a byte order mark, UTF-16 and CRLF', () => {
    const text = paper('{"p":{"x":"½"}}');
    const sources = [`\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le'), text.replaceAll(',', ',\r\n')];
    for (const source of sources) expect(answersOf(read(source))?.p?.x).toBe('½');
  });

  it('takes a number for a student, trims, and normalises', () => {
    const student = (text: string) => {
      const reading = read(`{"assignment":"a2","student":${text},"answers":{}}`);
      return reading.ok && reading.submission.student;
    };
    expect(student('10021')).toBe('10021');
    expect(student('" Jose\\u0301 "')).toBe('José');
  });

  it('takes the given assignment where the file names none, and only there', () => {
    const options = { assignment: 'a2', known: new Map([['a2', ['p', 'quotients']]]) };
    const without = readSubmission('{"student":"s","answers":{}}', 's.json', options);
    expect(without.ok && without.submission.assignment).toBe('a2');
    const other = readSubmission('{"assignment":"a3","student":"s","answers":{}}', 's.json', options);
    expect(other.ok).toBe(false);
    expect(said(other)).toBe('s.json:1:15 /assignment: there is no assignment "a3" here; did you mean "a2"?');
  });

  it('names a problem that the assignment does not set and reads the rest', () => {
    const known = new Map([['a2', ['p', 'quotients']]]);
    const reading = readSubmission(paper('{"qoutients":{"x":"1"},"p":{"x":"1"}}'), 's.json', { known });
    expect(reading.ok && Object.keys(reading.submission.answers)).toEqual(['p', 'qoutients']);
    expect(said(reading)).toBe(
      's.json:1:47 /answers/qoutients: this assignment has no problem "qoutients"; did you mean "quotients"?',
    );
  });

  it('tells what it can of an unusable file', () => {
    const reading = read('{"assignment":"a2","student":"s-1"}');
    expect(reading).toMatchObject({ ok: false, unusable: { assignment: 'a2', student: 's-1' } });
  });

  it('hashes the bytes as handed in', () => {
    const reading = read('{}');
    expect(!reading.ok && reading.unusable.hash).toBe(
      'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    );
  });
});

describe('any file', () => {
  it('is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\u0e-1 \n\u0007atrue'), maxLength: 60 }), (text) => {
        const reading = read(text);
        expect(reading.ok || reading.complaints.length > 0).toBe(true);
      }),
    );
  });

  it('gives back every text and every number as it was written', () => {
    const number = fc.tuple(fc.bigInt(), fc.stringMatching(/^\d{1,30}$/)).map(([a, b]) => `${a}.${b}`);
    fc.assert(
      fc.property(
        fc.string().filter((text) => text !== '__proto__'),
        number,
        (text, digits) => {
          const reading = read(paper(`{"p":{${JSON.stringify(text)}:${JSON.stringify(text)}, "n.": ${digits}}}`));
          if (text !== 'n.') expect(answersOf(reading)?.p?.[text]).toBe(text);
          if (text !== 'n.') expect(answersOf(reading)?.p?.['n.']).toBe(digits);
        },
      ),
    );
  });

  it('takes bounded time, however hostile', () => {
    const many = (item: (i: number) => string) => Array.from({ length: 200_000 }, (_, i) => item(i)).join();
    const hostile = [
      '"'.repeat(4_999_999),
      `"${'\\'.repeat(4_999_990)}`,
      `{${many((i) => `"${i}":1`)}}`,
      paper(`{"p":{${many((i) => `"${i}":[]`)}}}`),
      paper(`{"p":{"x":[${many(() => 'true')}]}}`),
    ];
    for (const source of hostile) {
      const start = cpuTime();
      read(source);
      expect(cpuTime() - start).toBeLessThan(5_000);
    }
  }, 30_000);
});
