// `npm run mutate -- exact`: mutation testing of one folder of the engine against the tests that concern it.
// `npm run mutate -- slips 0.05 7` takes a twentieth of its functions, drawn with seed 7: a whole folder takes hours.
// A second run of the same folder takes up the first one's results and tries only what changed (`--fresh`: all again).

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const rooms = ['exact', 'expressions', 'judging', 'slips'];
const args = process.argv.slice(2);
const [folder, share = '1', seed = '1'] = args.filter((arg) => !arg.startsWith('--'));
if (!rooms.includes(folder)) {
  console.error(`mutate: say which folder: ${rooms.join(', ')}`);
  process.exit(2);
}

const report = `reports/mutation/${folder}-${share}-${seed}.json`;
if (args.includes('--fresh')) rmSync(report, { force: true });
const options = ['--mutate', `src/${folder}/**/*.ts`, '--incremental', '--incrementalFile', report];
const { status } = spawnSync('npx', ['stryker', 'run', ...options], {
  stdio: 'inherit',
  env: { ...process.env, MUTATED: folder, MUTATED_SHARE: share, MUTATED_SEED: seed },
});
process.exit(status ?? 1);
