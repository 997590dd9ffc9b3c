// Puts the modules of marking into one file: four hundred files take most of the time that a command needs to start.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

/** What every command that marks loads as a whole. */
const rooms = [
  ...['exact', 'expressions', 'formulas', 'reading', 'reported', 'working', 'slips', 'judging', 'derived'],
  ...['kinds', 'records', 'marking', 'adjustments'],
];

/** Every module keeps its file, which hands on what stands in `core.js`, so that nothing is there twice. */
export async function joinCore(dist) {
  const files = rooms.flatMap((room) =>
    readdirSync(join(dist, 'src', room), { recursive: true })
      .filter((file) => file.endsWith('.js'))
      .map((file) => `src/${room}/${file}`),
  );
  const names = ['src/version.js', ...files].map((file) => file.slice(0, -'.js'.length));
  const inside = new Set(names.map((name) => join(dist, `${name}.js`)));
  const isOutside = (id, from) => {
    const path = id.startsWith('.') ? resolve(from, '..', id) : id;
    return from !== undefined && !inside.has(path) && !path.endsWith('.schema.json');
  };
  const core = await rolldown({
    input: Object.fromEntries(names.map((name) => [name, join(dist, `${name}.js`)])),
    platform: 'node',
    treeshake: false,
    preserveEntrySignatures: 'strict',
    external: isOutside,
  });
  await core.write({
    dir: dist,
    entryFileNames: '[name].js',
    chunkFileNames: 'src/[name].js',
    comments: false,
    codeSplitting: { groups: [{ name: 'core', test: () => true }] },
  });
}
