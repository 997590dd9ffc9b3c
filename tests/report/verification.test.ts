import { readFileSync } from 'node:fs';
import * as actions from '@actions/core';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { githubAnnotations, githubSummary } from '../../src/report/github.ts';
import { verificationHtml } from '../../src/report/html/verification.ts';
import { junitXml } from '../../src/report/junit.ts';
import { sarifJson } from '../../src/report/sarif.ts';
import { verificationText } from '../../src/report/verification.ts';
import { check, hostile, run } from '../support/verification.ts';

const passed = check({
  suite: 'sigmoid-chain',
  name: 'reverse mode',
  rule: 'proof-disagrees',
  status: 'passed',
  says: '5 lines',
});
const skipped = check({
  suite: 'lenet',
  name: 'tfjs',
  rule: 'proof-disagrees',
  status: 'skipped',
  says: 'tfjs did not run',
});
const fault = check({ suite: 'lenet', name: 'variants', status: 'error', says: 'no variant' });
const mixed = run(passed, skipped, fault, check(), hostile);

const runs = [
  ['nothing', run()],
  ['all right', run(passed)],
  ['every status, and hostile text', mixed],
  ['a hundred failures', run(...Array.from({ length: 100 }, (_, i) => check({ name: `q${i}` })))],
] as const;

describe('JUnit XML', () => {
  const schema = readFileSync('tests/report/ant-junit.xsd', 'utf8');
  const valid = async (contents: string) =>
    (await validateXML({ xml: [{ fileName: 'r.xml', contents }], schema: [schema] })).errors.map(
      ({ message }) => message,
    );

  it.each(runs)('is valid: %s', async (_, of) => expect(await valid(junitXml(of))).toEqual([]));

  it('would not be with a time zone, which shows that the schema is read', async () => {
    expect(await valid(junitXml(mixed).replace('T03:04:05', 'T03:04:05Z'))).not.toEqual([]);
  });

  it('counts what it holds', () => {
    const xml = junitXml(mixed);
    expect(xml).toContain('<testsuite name="lenet" package="gradcheck.verify" id="1" timestamp="2026-11-21T03:04:05"');
    expect(xml).toContain('tests="2" failures="0" errors="1" skipped="1" time="0.063"');
    expect([...xml.matchAll(/<failure /g)]).toHaveLength(2);
    expect(xml).toContain('keys/a2.json:4:13 /keys/q1/z1: "z1" is given as 1.386');
  });
});

describe('SARIF', () => {
  const ajv = new Ajv.default({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(sarifSchema);

  it.each(runs)('is valid against the schema of the standard: %s', (_, of) => {
    expect({ valid: validate(JSON.parse(sarifJson(of))), errors: validate.errors }).toEqual({
      valid: true,
      errors: null,
    });
  });

  it('would not be with a member too many, which shows that the schema is read', () => {
    expect(validate({ ...JSON.parse(sarifJson(mixed)), more: 1 })).toBe(false);
  });

  it('points at the value, relative to the repository, with a fingerprint that stays when lines move', () => {
    const of = (line: number) => {
      const place = { file: 'keys/a 2.json', line, column: 13, pointer: '/keys/q1/z1' };
      return JSON.parse(sarifJson(run(check({ place })))).runs[0].results[0];
    };
    expect(of(4).locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'keys/a%202.json' },
      region: { startLine: 4, startColumn: 13 },
    });
    expect(of(4).partialFingerprints).toEqual(of(40).partialFingerprints);
    expect(of(4)).toMatchObject({ ruleId: 'key-value-wrong', level: 'error', properties: { pointer: '/keys/q1/z1' } });
  });

  it('holds only what is wrong, and no more of it than GitHub shows', () => {
    const many = Array.from({ length: 5_100 }, (_, i) => check({ name: `q${i}` }));
    expect(JSON.parse(sarifJson(run(passed, ...many))).runs[0].results).toHaveLength(5_000);
  });
});

describe('GitHub annotations', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['plain', check()],
    ['hostile', hostile],
    ['a file name with a comma and a colon', check({ place: { file: 'keys/a,b:c%.json', line: 1, column: 2 } })],
  ])('are what the runner’s own library writes: %s', (_, one) => {
    let written = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written += String(text);
      return true;
    });
    const { file, line, column } = one.place ?? { file: '', line: 1, column: 1 };
    actions.error(one.says, { file, startLine: line, startColumn: column, title: `gradcheck ${one.rule}` });
    vi.restoreAllMocks();
    const parts = (text: string) => {
      const [, properties = '', data] = /^::error (.*?)::(.*)\n$/s.exec(text) ?? [];
      return { properties: properties.split(',').sort(), data };
    };
    expect(parts(githubAnnotations(run(one)))).toEqual(parts(written));
  });

  it('are at most ten of a level, and the tenth says how many more there are', () => {
    const errors = Array.from({ length: 25 }, (_, i) => check({ name: `q${i}` }));
    const lines = githubAnnotations(run(skipped, ...errors))
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines[9]).toBe('::error title=gradcheck::16 more; the job summary lists them all.');
    expect(lines.filter((line) => line.startsWith('::notice '))).toHaveLength(1);
  });

  it('cannot be forged by text: every line begins with a command of ours', () => {
    const lines = githubAnnotations(mixed).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::error', '::error', '::notice']);
  });
});

describe('the job summary', () => {
  it('puts what is wrong first, one row for each check', () => {
    const rows = githubSummary(mixed)
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2);
    expect(rows.map((row) => row.split(' | ')[0])).toEqual([
      '| **not checked**',
      '| **wrong**',
      '| **wrong**',
      '| right',
      '| not run',
    ]);
    expect(rows.every((row) => row.replaceAll('\\|', '').split('|').length === 5)).toBe(true);
  });

  it('stays below what GitHub drops, and says what was left out', () => {
    const long = check({ says: 'ä'.repeat(10_000) });
    const summary = githubSummary(run(...Array.from({ length: 200 }, () => long)));
    expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024);
    expect(summary).toMatch(/\d+ more rows were left out\.\n$/);
  });
});

describe('the text', () => {
  it('holds no codes that a terminal would obey', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
    expect(verificationText(mixed)).not.toMatch(/[\0-\x09\x0b-\x1f\x7f]/);
  });

  it('is a line for each suite, what is wrong under it, and a total', () => {
    expect(verificationText(run(passed, skipped, check()))).toBe(
      [
        'ok    sigmoid-chain  reverse mode: 5 lines',
        'ok    lenet',
        '      keys/a2.json:4:13 /keys/q1/z1: tfjs did not run',
        'WRONG keys/a2.json',
        '      keys/a2.json:4:13 /keys/q1/z1: "z1" is given as 1.386, and the solver finds 1.3680.',
        '3 checks: 1 passed, 1 failed, 1 did not run.',
        '',
      ].join('\n'),
    );
  });
});

describe('the page', () => {
  const html = verificationHtml(mixed);

  it('says what is to be mended first, with its place and its mend, and every problem after it', () => {
    const at = [
      'To be mended',
      'keys/a2.json:4:13 /keys/q1/z1',
      'Write the right value',
      'sigmoid-chain',
      'tfjs did not run',
    ];
    expect(at.map((text) => html.indexOf(text))).toEqual(
      [...at.map((text) => html.indexOf(text))].sort((a, b) => a - b),
    );
    expect(at.filter((text) => !html.includes(text))).toEqual([]);
  });

  it('shows what is told of a file as text', () => {
    expect(html).not.toContain('<a> &');
    expect([...html].filter((character) => '\u0000\u001b\r'.includes(character))).toEqual([]);
  });

  it('calls nothing to be mended where nothing is', () => {
    expect(verificationHtml(run(passed, skipped))).not.toContain('To be mended');
  });
});
