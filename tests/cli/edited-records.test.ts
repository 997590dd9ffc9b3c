import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith, paperOf } from '../support/program.ts';
import { bytesBelow } from '../support/report.ts';

const papers = { 'in/s-1.json': paperOf('s-1', { z1: '1.368' }), 'in/s-2.json': paperOf('s-2', { z1: '1.368' }) };

let graded: string | undefined;
async function gradedOnce(): Promise<string> {
  const cwd = folderWith(papers);
  await command(['grade', 'in', '-o', 'r'], cwd);
  return cwd;
}

/** A report of two papers in which somebody gave the first all the points. */
async function edited(): Promise<{ cwd: string; before: ReturnType<typeof bytesBelow> }> {
  graded ??= await gradedOnce();
  const cwd = folderWith();
  cpSync(graded, cwd, { recursive: true });
  const before = bytesBelow(join(cwd, 'r'));
  change(join(cwd, 'r/results/s-1.json'), (text) => text.replaceAll(/"score": *"[^"]*"/g, '"score": "55"'));
  return { cwd, before };
}

function change(path: string, by: (text: string) => string): void {
  const text = readFileSync(path, 'utf8');
  const changed = by(text);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

const scores = (cwd: string): string[] =>
  readFileSync(join(cwd, 'r/grades.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',').slice(0, 3).join(' '));

describe('a record that was edited by hand', () => {
  it('is graded again from its paper, and the report is what it was', async () => {
    const { cwd, before } = await edited();
    const { out, err } = await command(['grade', 'in', '-o', 'r'], cwd);
    expect(out + err).toContain('1 of 2 taken from the last run');
    expect(bytesBelow(join(cwd, 'r'))).toEqual(before);
  });

  it('nor does an edited gradebook stay', async () => {
    const { cwd, before } = await edited();
    await command(['grade', 'in', '-o', 'r'], cwd);
    change(join(cwd, 'r/grades.csv'), (text) => text.replace('s-1,graded,1,', 's-1,graded,55,'));
    await command(['grade', 'in', '-o', 'r'], cwd);
    expect(readFileSync(join(cwd, 'r/grades.csv'), 'utf8')).toBe(before['grades.csv']);
  });

  it('is left out, and said, where its paper was not handed in again', async () => {
    const { cwd } = await edited();
    const { err } = await command(['grade', 'in/s-2.json', '-o', 'r'], cwd);
    expect(err).toMatch(/s-1: left out, because .*s-1\.json is not what was graded/);
    expect(scores(cwd)).toEqual(['s-2 graded 1']);
  });

  it('goes into no export', async () => {
    const { cwd } = await edited();
    await command(['grade', 'in', '-o', 'r', '--format', 'jsonl,gradescope,junit'], cwd);
    const texts = Object.values(bytesBelow(join(cwd, 'r')));
    expect(texts.filter((text) => /"score": ?"55"/.test(text))).toEqual([]);
    expect(scores(cwd)).toEqual(['s-1 graded 1', 's-2 graded 1']);
  });

  it('nor does one that is left out', async () => {
    const { cwd } = await edited();
    await command(['grade', 'in/s-2.json', '-o', 'r', '--format', 'gradescope,junit'], cwd);
    const exported = Object.entries(bytesBelow(join(cwd, 'r'))).filter(([path]) =>
      /gradescope.*json$|junit/.test(path),
    );
    expect(exported.length).toBeGreaterThan(0);
    expect(JSON.stringify(exported)).toContain('s-2');
    expect(JSON.stringify(exported)).not.toContain('s-1');
  });

  it('stops a merge, which has no paper to grade it from', async () => {
    const cwd = folderWith(papers);
    for (const part of ['1/2', '2/2']) await command(['grade', 'in', '-o', 'r', '--shard', part], cwd);
    const [record = ''] = [1, 2]
      .map((part) => join(cwd, `r/shards/${part}-of-2/results/s-1.json`))
      .filter((path) => readFileIf(path).includes('"score"'));
    change(record, (text) => text.replaceAll(/"score": *"[^"]*"/g, '"score": "55"'));
    const { code, err } = await command(['merge', 'r'], cwd);
    expect(err).toMatch(/s-1\.json is not what was graded; run the part .* again/);
    expect(code).toBe(3);
  });

  it('is no result either where its line was taken out of the journal', async () => {
    const { cwd } = await edited();
    change(join(cwd, 'r/journal.jsonl'), (text) => text.replace(/^.*"s-1".*\n/m, ''));
    const { err } = await command(['grade', 'in/s-2.json', '-o', 'r'], cwd);
    expect(err).toMatch(/results\/s-1\.json: left out, because the journal knows nothing of it/);
    expect(scores(cwd).join()).not.toContain('55');
  });

  it('nor where the whole journal is gone', async () => {
    const { cwd } = await edited();
    rmSync(join(cwd, 'r/journal.jsonl'));
    await command(['grade', 'in/s-2.json', '-o', 'r'], cwd);
    expect(scores(cwd)).toEqual(['s-2 graded 1']);
  });
});

function readFileIf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
