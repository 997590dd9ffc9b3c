import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { folderWith, gradcheck, paperOf } from '../support/program.ts';
import { seeded } from '../support/random.ts';
import { bytesBelow } from '../support/report.ts';

/** What came of runs that were killed at random moments, and of the run that followed each row of kills. */
export interface Killed {
  readonly kills: number;
  /** Rows of kills whose report came out byte for byte as that of a run in one go. */
  readonly equal: number;
  /** The first difference of each other row. */
  readonly differences: readonly string[];
}

const slips = { z1: '-1.368', a1: '0.2029', z2: '0.9', dL_dw3: '0.0001' };
/** Milliseconds for a run on a machine that has other things to do. */
const timeout = 1_200_000;
/** Kills in a row before the report is completed and looked at. */
const mostInARow = 4;

/** Kills the program with SIGKILL at random moments of a run, again and again; the seed gives the moments. */
export async function killAtRandom(kills: number, papers: number, seed: number): Promise<Killed> {
  const random = seeded(seed);
  const files = Array.from({ length: papers }, (_, i) => [
    `in/${i}.json`,
    paperOf(`s-${i}`, i % 3 ? slips : undefined),
  ]);
  const cwd = folderWith({ ...Object.fromEntries(files), 'in/broken.json': '{' });
  // What a busy machine takes is no difference: the time of a paper is its own test's.
  const grade = (out: string) => ['grade', 'in', '-o', out, '-f', 'html,md', '-j', '2', '--seconds', '600'];
  const start = performance.now();
  await gradcheck(grade('whole'), { cwd, timeout });
  const milliseconds = performance.now() - start;
  const whole = bytesBelow(join(cwd, 'whole'));
  const differences: string[] = [];
  let done = 0;
  let equal = 0;
  while (done < kills) {
    const row = Math.min(kills - done, 1 + Math.floor(random() * mostInARow));
    for (let i = 0; i < row; i += 1) await killAfter(random() * milliseconds * 1.1, grade('killed'), cwd);
    const { code, err } = await gradcheck(grade('killed'), { cwd, timeout });
    // One file is broken, so that a run which came to its end says 3.
    const difference =
      code === 3 ? firstDifference(whole, bytesBelow(join(cwd, 'killed'))) : `ended with ${code}: ${err}`;
    if (difference === undefined) equal += 1;
    else differences.push(difference);
    rmSync(join(cwd, 'killed'), { recursive: true, force: true });
    done += row;
  }
  return { kills: done, equal, differences };
}

async function killAfter(milliseconds: number, args: readonly string[], cwd: string): Promise<void> {
  await gradcheck(args, {
    cwd,
    timeout,
    started: (child) => void wait(milliseconds).then(() => child.kill('SIGKILL')),
  });
}

function firstDifference(whole: Record<string, string>, other: Record<string, string>): string | undefined {
  const names = [...new Set([...Object.keys(whole), ...Object.keys(other)])];
  const name = names.find((one) => whole[one] !== other[one]);
  if (name === undefined) return undefined;
  if (!(name in other)) return `${name} is not there`;
  return name in whole ? `${name} differs` : `${name} is left over`;
}
