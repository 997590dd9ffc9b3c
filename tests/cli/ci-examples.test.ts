import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../support/program.ts';

const right = '{ "keys": { "sigmoid-chain": { "df_dw2": "0.125", "w2_new": "0.5625" } } }';
const wrong = right.replace('0.5625', '0.5265');

/** The block of YAML in the guide that begins with the name of its file. */
function example(file: string): unknown {
  const blocks = [...readFileSync('docs/answer-keys.md', 'utf8').matchAll(/```yaml\n# (\S+)\n(.*?)```/gs)];
  const block = blocks.find(([, name]) => name === file);
  if (!block) throw new Error(`the guide has no ${file}`);
  return parse(block[2] ?? '');
}

/** A course's repository with gradcheck installed, as `npm ci` leaves it. */
function course(key: string): string {
  const cwd = folderWith({ 'keys/a2.json': key, 'package.json': '{ "name": "course", "private": true }' });
  mkdirSync(join(cwd, 'node_modules/.bin'), { recursive: true });
  symlinkSync(resolve('.'), join(cwd, 'node_modules/gradcheck'));
  chmodSync('dist/src/cli/main.js', 0o755);
  symlinkSync('../gradcheck/dist/src/cli/main.js', join(cwd, 'node_modules/.bin/gradcheck'));
  return cwd;
}

/** Runs a line as the runner does, but for `npm ci`: nothing is fetched in a test. */
async function shell(line: string, cwd: string): Promise<{ code: number; out: string }> {
  const bin = folderWith({ npm: '#!/bin/sh\ntest "$1" = ci\n' });
  chmodSync(join(bin, 'npm'), 0o755);
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
  const run = promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', line], { cwd, env });
  return run.then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (error) => ({ code: error.code, out: error.stdout }),
  );
}

describe('the workflow of the guide', () => {
  const workflow = example('.github/workflows/answer-keys.yml') as {
    jobs: Record<string, { steps: { run?: string; uses?: string; with?: Record<string, string> }[] }>;
  };
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const lines = steps.flatMap(({ run }) => run ?? []);

  it('passes with right keys, and leaves the file that it uploads', async () => {
    const cwd = course(right);
    for (const line of lines) expect({ line, ...(await shell(line, cwd)) }).toMatchObject({ line, code: 0 });
    const sarif = steps.find(({ uses }) => uses?.includes('upload-sarif'))?.with?.sarif_file ?? '';
    expect(JSON.parse(readFileSync(join(cwd, sarif), 'utf8')).runs[0].results).toEqual([]);
  });

  it('fails with a wrong key, at its line', async () => {
    const last = await shell(lines.at(-1) ?? '', course(wrong));
    expect(last.code).toBe(1);
    expect(last.out).toContain('::error file=keys/a2.json,line=1,col=');
  });
});

describe('the pre-commit hook of the guide', () => {
  const { repos } = example('.pre-commit-config.yaml') as { repos: { hooks: { entry: string; files: string }[] }[] };
  const [hook] = repos.flatMap(({ hooks }) => hooks);

  // pre-commit runs the entry with the changed files that match at its end.
  it.each([
    ['passes', right, 0],
    ['fails', wrong, 1],
  ])('%s', async (_, key, code) => {
    expect('keys/a2.json').toMatch(new RegExp(hook?.files ?? ''));
    expect('package.json').not.toMatch(new RegExp(hook?.files ?? ''));
    expect((await shell(`${hook?.entry} keys/a2.json`, course(key))).code).toBe(code);
  });
});
