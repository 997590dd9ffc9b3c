import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Report } from './child.ts';

const ending = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
const child = fileURLToPath(new URL(`./child${ending}`, import.meta.url));

/** The report of an engine; undefined where the engine is absent. */
function reportOf(engine: string): Promise<Report | undefined> {
  return new Promise((resolve) => {
    const measuring = fork(child, [engine], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    measuring.on('message', (report) => resolve(report as Report));
    measuring.on('close', () => resolve(undefined));
  });
}

/** Prints seconds per epoch of 10,000 images for each engine, and their ratio to the engine's own rate of products. */
export async function benchTrainer(): Promise<void> {
  for (const engine of ['tfjs-node', 'onnxruntime', 'wasm']) {
    const report = await reportOf(engine);
    if (!report) {
      console.log(`trainer, ${engine}: absent, skipped`);
      continue;
    }
    const { data, rate, runs, peakMemory } = report;
    console.log(
      `trainer, ${engine} on ${data}: products at ${rate.toFixed(0)} GFLOP/s, peak ${(peakMemory / 2 ** 20).toFixed(0)} MB`,
    );
    for (const { network, seconds, ratio, accuracy } of runs) {
      const cost = `${seconds.toFixed(3)} s per epoch, ${ratio.toFixed(1)} times its products`;
      console.log(`  ${network}: ${cost}, accuracy ${(100 * accuracy).toFixed(2)} % after 3 epochs`);
    }
  }
}
