import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith } from '../support/program.ts';
import { bytesBelow } from '../support/report.ts';

const names: [id: string, name: string][] = [
  ['a workflow command', '\n::add-mask::156'],
  ['an annotation', '\n  ::error file=a.ts::no'],
  ['the older form', 'x ##[error]no'],
  ['terminal codes', '\u001b[2J\u001b]0;title\u0007\u001b[31m'],
  ['one-character codes', '\u009b31m'],
  ['a direction', '\u202e\u2066abc'],
  ['a carriage return', 'a\rb'],
  ['200,000 characters', '字'.repeat(200_000)],
];

/** What a terminal or a runner would obey. */
const obeyed = /^[ \t]*::|##\[|[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/mu;

/** What no text shows as it is. */
const unseen = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

test.each(names)('%s in names and answers is written so that nothing obeys it', async (_, name) => {
  const paper = {
    assignment: 'csc420-a2',
    student: `s${name}`.slice(0, 100),
    answers: { 'backprop-by-hand': { [name]: '1', z1: name } },
  };
  // An id with such characters is refused; the same answers by somebody else are graded.
  const graded = JSON.stringify({ ...paper, student: 't' });
  const cwd = folderWith({ 'papers/s.json': JSON.stringify(paper), 'papers/t.json': graded });
  const runs = [
    ['check', 'papers/s.json', '--hints', '3'],
    ['check', 'papers/s.json', '--json', '--hints', '1'],
    ['grade', 'papers', '--out', 'out', '--format', 'gradescope,github,junit,jsonl'],
  ];
  for (const args of runs) {
    const { out, err } = await command(args, cwd);
    expect(`${out}\n${err}`).not.toMatch(obeyed);
  }
  // Records and the journal, which nobody is shown, keep what the paper says, as JSON.
  const written = Object.entries(bytesBelow(join(cwd, 'out'))).filter(
    ([path]) => !/^results|^journal|\.zip$/.test(path),
  );
  expect(written.length).toBeGreaterThan(6);
  for (const [path, text] of written) expect([path, unseen.exec(text)?.[0]]).toEqual([path, undefined]);
});
