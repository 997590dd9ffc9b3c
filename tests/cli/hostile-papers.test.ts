import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/records/result.ts';
import { schemaErrors } from '../../src/records/schema.ts';
import { folderWith, gradcheck, paperOf } from '../support/program.ts';

const env = { NODE_OPTIONS: `--import=${pathToFileURL(resolve('tests/support/poison.mjs')).href}` };
const bad = ['endless', 'greedy', 'crashing'];
const resultIn = (cwd: string, student: string): Result =>
  JSON.parse(readFileSync(join(cwd, 'r/results', `${student}.json`), 'utf8'));
const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

describe.concurrent('a paper that its worker does not survive', () => {
  it('costs no other, is named with what it took, and is not tried again in silence', async () => {
    const names = ['a', ...bad, 'z'];
    const cwd = folderWith(Object.fromEntries(names.map((name) => [`in/${name}.json`, paperOf(name)])));
    const grade = (seconds = '8', memory = '80') => [
      'grade',
      'in',
      '-o',
      'r',
      '--seconds',
      seconds,
      '--memory',
      memory,
      '-j',
      '2',
    ];
    const ended = await gradcheck(grade(), { cwd, env });
    expect(ended.code).toBe(3);
    for (const name of names) expect(schemaErrors('result', resultIn(cwd, name))).toEqual([]);
    expect(names.map((name) => resultIn(cwd, name).status)).toEqual([
      'graded',
      'timeout',
      'timeout',
      'grader-error',
      'graded',
    ]);
    expect(resultIn(cwd, 'endless')).toMatchObject({ score: '0', waiting: '55', problems: [] });
    expect(ended.err).toContain('endless: timeout\n  in/endless.json: this took longer than 8 s');
    expect(ended.err).toContain('greedy: timeout\n  in/greedy.json: this took more than 80 MB of memory');
    expect(readFileSync(join(cwd, 'r/pages/endless.html'), 'utf8')).toContain('this took longer than 8 s');
    expect(readFileSync(join(cwd, 'r/grades.csv'), 'utf8')).toContain('\nendless,timeout,,55,55,');

    const again = await gradcheck(grade(), { cwd, env });
    expect(again.code).toBe(3);
    expect(again.err).toContain('two papers took too much at the last run and were not tried again');
    expect(again.err).toContain('4 of 5 taken from the last run');

    expect(again.err).toContain('crashing: grader-error');

    const healed = await gradcheck(grade('20', '512'), { cwd });
    expect(healed.code).toBe(0);
    expect(names.map((name) => resultIn(cwd, name).status)).toEqual(Array(5).fill('graded'));
  }, 90_000);

  it('does not keep the run from being interrupted, nor any process alive', async () => {
    const cwd = folderWith({ 'endless.json': paperOf('endless') });
    const workers: number[] = [];
    const ended = await gradcheck(['grade', 'endless.json', '-o', 'r', '--seconds', '600'], {
      cwd,
      env,
      started: (child) => {
        const timer = setInterval(() => {
          workers.push(...childrenOf(child.pid));
          if (workers.length === 0 || !readdirSync(cwd).includes('r')) return;
          clearInterval(timer);
          setTimeout(() => child.kill('SIGINT'), 500);
        }, 100);
      },
    });
    expect(ended.code).toBe(130);
    expect(ended.err).toContain('run the same command again to go on');
    expect(workers.every(isGone)).toBe(true);
    expect(readdirSync(join(cwd, 'r')).sort()).toEqual(['journal.jsonl', 'pages', 'results']);
  }, 60_000);
});

/** On Linux only, where the system tells; elsewhere the test sees no process. */
function childrenOf(pid: number | undefined): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
