import type { Paper } from '../../batch/paper.ts';
import { nameOf } from '../read.ts';
import { deathText } from './grade-student.ts';
import { progress } from './progress.ts';
import type { Workers } from './workers.ts';

/** Reads whose papers the files are, in workers: a file may be made to bring its reader down. */
export async function identify(paths: readonly string[], workers: Workers): Promise<Paper[]> {
  const bar = await progress('reading', paths.length);
  try {
    return await Promise.all(
      paths.map(async (path) => {
        const outcome = await workers.run({ type: 'identify', path });
        bar.step();
        if ('answer' in outcome) return outcome.answer;
        const file = nameOf(path);
        return { path, file, ok: false, hash: '', says: `${file}: ${deathText(outcome.death, workers.pool.limits)}` };
      }),
    );
  } finally {
    bar.end();
  }
}
