import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BandFile } from '../../src/trainer/band.ts';
import type { TrainingRecord } from '../../src/trainer/record.ts';
import { engineIfPresent } from '../support/engine.ts';
import { folderWith, gradcheck } from '../support/program.ts';

const wasm = await engineIfPresent('wasm');
const count = 600;
const side = 6;

/** IDX files of images in ten classes: a bright square whose place tells the class. */
function idxFiles(): Record<string, Uint8Array> {
  const head = (magic: number, ...sizes: number[]) => {
    const bytes = Buffer.alloc(4 + 4 * sizes.length);
    [magic, ...sizes].forEach((value, i) => {
      bytes.writeUInt32BE(value, 4 * i);
    });
    return bytes;
  };
  const labels = Uint8Array.from({ length: count }, (_, i) => (i * 7) % 10);
  const pixels = new Uint8Array(count * side * side);
  labels.forEach((label, i) => {
    for (let k = 0; k < 3; k += 1) pixels[i * side * side + label * 3 + k] = 150 + ((i * 37) % 100);
  });
  return {
    'data/notmnist/images-idx3-ubyte': Buffer.concat([head(0x803, count, side, side), pixels]),
    'data/notmnist/labels-idx1-ubyte': Buffer.concat([head(0x801, count), labels]),
  };
}

const base = {
  data: 'notmnist',
  split: { train: 400, validation: 100, test: 100 },
  pixels: { mean: 0, sd: 1 },
  layers: [{ type: 'dense', units: 12, activation: 'relu' }],
  initialisation: 'he',
  rate: 0.2,
  batch: 16,
  epochs: 6,
  logEvery: 10,
  seed: 1,
};
const task = (
  change: object = {},
  runs: object = { small: {}, wide: { layers: [{ type: 'dense', units: 20, activation: 'relu' }] } },
) => JSON.stringify({ id: 'tiny', title: 'Tiny', base: { ...base, ...change }, runs });
const folder = (files: Record<string, string> = {}) => folderWith({ ...idxFiles(), 'tiny.json': task(), ...files });
const env = { GRADCHECK_DATA: 'data' };
const recordOf = (cwd: string, path: string): TrainingRecord => JSON.parse(readFileSync(join(cwd, path), 'utf8'));
const numbers = ({ epochs, test, pictures }: TrainingRecord) => ({
  epochs: epochs.map(({ seconds: _, trainSeconds: __, ...rest }) => rest),
  test,
  pictures,
});

describe.skipIf(!wasm)('train', () => {
  it('writes a record, a log and a page, and does no run twice when it resumes', async () => {
    const cwd = folder();
    const first = await gradcheck(['train', 'tiny.json', '--engine', 'wasm'], { cwd, env });
    expect(first.err).toMatch(/small: engine wasm 4\.22\.0, threads: 1/);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(
      /small: \d+\.\d\d % of 100 test images \(epoch \d, wasm\)\nwide: .*\npage: reports\/training\/tiny\/index\.html\n/,
    );
    const record = recordOf(cwd, 'reports/training/tiny/small.json');
    expect(record.test.accuracy).toBeGreaterThan(0.8);
    expect(record.data).toMatchObject({ name: 'notmnist', images: count, damaged: [] });
    expect(readFileSync(join(cwd, 'reports/training/tiny/small.log'), 'utf8')).toMatch(
      /^cost = \d\.\d{6} training_percent = [01]\.\d{6}\ncost .*\ntest accuracy: [01]\.\d{6}\n/,
    );
    expect(existsSync(join(cwd, 'reports/training/tiny/small.checkpoint'))).toBe(false);
    const page = readFileSync(join(cwd, 'reports/training/tiny/index.html'), 'utf8');
    expect(page.match(/<svg /g)).toHaveLength(6);
    expect(page).not.toMatch(/(src|href)="(?!data:|#)|url\(|@import/);
    const again = await gradcheck(['train', 'tiny.json', '--engine', 'wasm', '--resume'], { cwd, env });
    expect([again.code, again.out]).toEqual([0, first.out]);
    expect(recordOf(cwd, 'reports/training/tiny/small.json')).toEqual(record);
  });

  it('keeps the best so far on Ctrl-C, ends with 130, and resumes as if it had never stopped', async () => {
    const runs = { only: {} };
    const cwd = folder({ 'tiny.json': task({ epochs: 20 }, runs) });
    const args = ['train', 'tiny.json', '--engine', 'wasm'];
    const stopped = await gradcheck(args, {
      cwd,
      env,
      started: (child) => child.stderr?.on('data', (text) => String(text).includes('epoch 2:') && child.kill('SIGINT')),
    });
    expect(stopped.code).toBe(130);
    expect(stopped.err).toContain('run again with --resume to go on');
    const half = recordOf(cwd, 'reports/training/tiny/only.json');
    expect(half.ending).toBe('interrupted');
    expect(half.epochs.length).toBeLessThan(20);
    const resumed = await gradcheck([...args, '--resume'], { cwd, env });
    expect(resumed.err).toContain(`going on after epoch ${half.epochs.length}`);
    expect(resumed.code).toBe(0);
    const whole = await gradcheck([...args, '--out', 'whole'], { cwd, env });
    expect(whole.code).toBe(0);
    expect(numbers(recordOf(cwd, 'reports/training/tiny/only.json'))).toEqual(
      numbers(recordOf(cwd, 'whole/only.json')),
    );
  });

  it.each([
    ['an unknown task', ['nmist-mlp'], /there is no task or task file "nmist-mlp"; .*mnist-mlp/],
    ['an unknown engine', ['tiny.json', '--engine', 'wasn'], /there is no engine "wasn"; .*wasm/],
    ['an unknown run', ['tiny.json', '--run', 'smal'], /task tiny has no run "smal"; .*small/],
    ['a change that is none', ['tiny.json', '--set', 'rate'], /--set rate: write it as name=value/],
    ['a change of nothing', ['tiny.json', '--set', 'lr=1'], /\/runs\/small must NOT have additional properties: "lr"/],
    [
      'a data folder without the data',
      ['tiny.json', '--data', 'none'],
      /no notmnist data in none \(looked for .*--data or GRADCHECK_DATA/,
    ],
    [
      'a split that does not add up',
      ['tiny.json', '--set', 'split={"train":500,"validation":100,"test":100}'],
      /= 700, but notmnist has 600 images/,
    ],
    ['a run that diverges', ['tiny.json', '--set', 'rate=1e9'], /the run diverged: .*lower the learning rate/],
    ['a download that there is none of', ['tiny.json', '--download'], /there is no download for notmnist/],
  ])('refuses %s', async (_, args, says) => {
    const ended = await gradcheck(['train', ...args, ...(args.includes('--engine') ? [] : ['--engine', 'wasm'])], {
      cwd: folder(),
      env,
    });
    expect(ended.err).toMatch(says);
    expect(ended.err).not.toContain('    at ');
    expect(ended.code).toBe(2);
  });

  it('refuses damaged data, a damaged task file and a damaged checkpoint, by name', async () => {
    const cwd = folder({ 'broken.json': '{"id":', 'reports/training/tiny/small.checkpoint': '{' });
    const broken = await gradcheck(['train', 'broken.json'], { cwd, env });
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining('broken.json: not JSON')]);
    const state = await gradcheck(['train', 'tiny.json', '--resume', '--engine', 'wasm'], { cwd, env });
    expect([state.code, state.err]).toEqual([
      2,
      expect.stringContaining('small.checkpoint: the checkpoint is damaged'),
    ]);
    const files = { ...idxFiles(), 'data/notmnist/images-idx3-ubyte': Buffer.alloc(10), 'tiny.json': task() };
    const data = await gradcheck(['train', 'tiny.json', '--engine', 'wasm'], { cwd: folderWith(files), env });
    expect([data.code, data.err]).toEqual([2, expect.stringContaining('images-idx3-ubyte: holds type 0x0')]);
  });
});

describe.skipIf(!wasm)('bands', () => {
  it('writes what the seeds gave, and goes on where it was interrupted', async () => {
    const cwd = folder();
    const args = [
      'bands',
      'tiny.json',
      '--seeds',
      '3',
      '--jobs',
      '1',
      '--engine',
      'wasm',
      '--run',
      'small',
      '--out',
      'b.json',
    ];
    const stopped = await gradcheck(args, {
      cwd,
      env,
      started: (child) => child.stderr?.on('data', (text) => String(text).includes('1 of 3') && child.kill('SIGINT')),
    });
    expect(stopped.code).toBe(130);
    const ended = await gradcheck(args, { cwd, env });
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/^small: \d+\.?\d* % to .* median .* 3 seeds\nband: b\.json\n$/);
    const { bands, engine, data } = JSON.parse(readFileSync(join(cwd, 'b.json'), 'utf8')) as BandFile;
    expect(engine.name).toBe('wasm');
    expect(data.name).toBe('notmnist');
    const { seeds, quantiles } = bands.small ?? { seeds: [], quantiles: [] };
    expect(seeds.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    const sorted = seeds.map(({ accuracy }) => accuracy).sort((a, b) => a - b);
    expect([quantiles[0], quantiles[2], quantiles[4]]).toEqual(sorted);

    const kept = readFileSync(join(cwd, 'b.json'), 'utf8');
    rmSync(join(cwd, 'b.json.journal'));
    expect((await gradcheck(args, { cwd, env })).code).toBe(0);
    expect(existsSync(join(cwd, 'b.json.journal')), 'a run was made again').toBe(false);
    expect(readFileSync(join(cwd, 'b.json'), 'utf8')).toBe(kept);
    writeFileSync(
      join(cwd, 'b.json'),
      JSON.stringify({ ...JSON.parse(kept), bands: { other: bands.small, small: bands.small } }),
    );
    await gradcheck(args, { cwd, env });
    const both: BandFile = JSON.parse(readFileSync(join(cwd, 'b.json'), 'utf8'));
    expect(Object.keys(both.bands)).toEqual(['other', 'small']);
    expect(both.bands.other).toEqual(bands.small);
    writeFileSync(join(cwd, 'b.json'), '{');
    const damaged = await gradcheck(args, { cwd, env });
    expect([damaged.code, damaged.err]).toEqual([2, expect.stringContaining('b.json: is no band file')]);
  });

  it('can be run in parts, which give the band of one run', async () => {
    const cwd = folder({ 'tiny.json': task({ epochs: 1 }) });
    const args = ['bands', 'tiny.json', '--seeds', '1', '--jobs', '1', '--engine', 'wasm', '--out'];
    const first = await gradcheck([...args, 'p/b.json', '--shard', '1/2'], { cwd, env });
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('part 1/2: done')]);
    expect(existsSync(join(cwd, 'p/b.json'))).toBe(false);
    await gradcheck([...args, 'p/b.json', '--shard', '2/2'], { cwd, env });
    await gradcheck([...args, 'whole.json'], { cwd, env });
    const parts = readFileSync(join(cwd, 'p/b.json'), 'utf8');
    expect(parts).toBe(readFileSync(join(cwd, 'whole.json'), 'utf8'));
    const wrong = await gradcheck([...args, 'p/b.json', '--shard', '3/2'], { cwd, env });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--shard is k/n with k from 1 to n')]);
  });
});
