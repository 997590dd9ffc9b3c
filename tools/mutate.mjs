// `npm run mutate -- exact`: mutation testing of one folder of the engine against the tests that are near it.
// `npm run mutate -- slips 0.2 7` takes a fifth of its files, drawn at random with seed 7: a whole folder takes hours.
import { spawnSync } from 'node:child_process';
import { globSync } from 'tinyglobby';

const [folder, share = '1', seed = '1'] = process.argv.slice(2);
const rooms = ['exact', 'expressions', 'slips', 'judging'];
if (!rooms.includes(folder)) {
  console.error(`mutate: say which folder: ${rooms.join(', ')}`);
  process.exit(2);
}

/** Numbers from 0 to 1 that are the same for one seed on every machine (mulberry32). */
function seeded(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = seeded(Number(seed));
const all = globSync(`src/${folder}/**/*.ts`).sort();
const drawn = all
  .map((file) => ({ file, by: random() }))
  .sort((a, b) => a.by - b.by)
  .slice(0, Math.max(1, Math.ceil(all.length * Number(share))))
  .map(({ file }) => file);
console.log(`${drawn.length} of ${all.length} files of src/${folder}, seed ${seed}:\n  ${drawn.join('\n  ')}`);
const { status } = spawnSync('npx', ['stryker', 'run', '--mutate', drawn.join(',')], {
  stdio: 'inherit',
  env: { ...process.env, MUTATED: folder },
});
process.exit(status ?? 1);
