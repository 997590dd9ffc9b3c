// Packs what would be published, installs it as a dependency in a fresh folder and uses it there, as a course would; prints the sizes.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'gradcheck-package-'));
const run = (program, args, cwd = folder) => execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
const gradcheck = (...args) => run(join(folder, 'node_modules/.bin/gradcheck'), args);

/** Bytes of all files below a path. */
function sizeOf(path) {
  const stat = statSync(path);
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : stat.size;
}
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

function must(condition, says) {
  if (!condition) throw new Error(says);
}

try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], process.cwd()),
  );
  const paths = packed.files.map(({ path }) => path);
  const strange = paths.filter((path) => /(^|\/)tests?\/|\.test\.|^problems\/|^src\//.test(path));
  must(strange.length === 0, `these do not belong into the package: ${strange.slice(0, 5).join(', ')}`);
  for (const path of ['README.md', 'LICENSE', 'docs/report.png', 'dist/src/cli/main.js', 'dist/src/index.d.ts'])
    must(paths.includes(path), `${path} is not in the package`);
  console.log(`packed: ${paths.length} files, ${megabytes(packed.size)}; unpacked ${megabytes(packed.unpackedSize)}`);

  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, packed.filename)]);
  const size = sizeOf(join(folder, 'node_modules'));
  console.log(`installed, with all that it depends on: ${megabytes(size)}`);
  must(!existsSync(join(folder, 'node_modules/@tensorflow')), 'an engine to train with came along');
  must(size < 60e6, 'it has become heavy');

  must(/^\d+\.\d+\.\d+/.test(gradcheck('--version')), 'it does not say its version');
  gradcheck('grade', '--out', 'report');
  for (const name of ['csc420-a2/index.html', 'csc420-a2/grades.csv', 'csc420-a2/pages/student-001.html'])
    must(existsSync(join(folder, 'report', name)), `grade has not written ${name}`);
  must(JSON.parse(gradcheck('template', 'csc420-a2')).answers, 'template prints no paper');
  must(gradcheck('solve', 'backprop-by-hand').includes('0.0006'), 'solve does not solve');
  gradcheck('verify', 'backprop-by-hand', '--variants', '2');
  gradcheck('problems', 'list');
  const train = spawnSync(join(folder, 'node_modules/.bin/gradcheck'), ['train', 'mnist-mlp'], { cwd: folder });
  must(train.status === 2, `train without an engine ended with ${train.status}`);
  must(/npm install .*tfjs-node/.test(String(train.stderr)), 'train does not say which engine to install');
  const use = "import { loadAssignment, version } from 'gradcheck'; if (!loadAssignment || !version) process.exit(1);";
  run(process.execPath, ['--input-type=module', '-e', use]);
  console.log('used there: version, grade, template, solve, verify, problems, and as a library');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
