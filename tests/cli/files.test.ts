import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith, paperOf } from '../support/program.ts';

const studentsIn = (cwd: string): string[] => readdirSync(join(cwd, 'r/results')).map((name) => name.slice(0, -5));

describe('links in a folder that students fill', () => {
  const linked = (): string => {
    const cwd = folderWith({ 'in/a.json': paperOf('a'), 'secret.json': paperOf('secret') });
    mkdirSync(join(cwd, 'in/deep'));
    symlinkSync('..', join(cwd, 'in/deep/circle'));
    symlinkSync('../secret.json', join(cwd, 'in/outside.json'));
    symlinkSync('nowhere.json', join(cwd, 'in/dead.json'));
    symlinkSync('a.json', join(cwd, 'in/inside.json'));
    return cwd;
  };
  test.each([['in'], ['in/**/*'], ['*/**']])(
    '%s: only those to a file of the same folder are followed, the others are named',
    async (path) => {
      const cwd = linked();
      const ended = await command(['grade', path, '-o', 'r'], cwd);
      expect(ended.code).toBe(3);
      expect(ended.err).toContain('in/deep/circle: a linked folder is not followed');
      expect(ended.err).toContain('in/dead.json: it is a link that leads nowhere');
      expect(ended.err).toContain('in/inside.json: the same as another file');
      if (path !== '*/**') expect(ended.err).toContain('in/outside.json: it links to a file outside the folder');
      expect(studentsIn(cwd)).toEqual(path === '*/**' ? ['a', 'secret'] : ['a']);
    },
  );

  it('a link that is named itself is the choice of who names it', async () => {
    const cwd = linked();
    expect((await command(['grade', 'in/outside.json', '-o', 'r'], cwd)).code).toBe(0);
    expect(studentsIn(cwd)).toEqual(['secret']);
  });
});

describe('names that begin with a hyphen', () => {
  it('are graded, and no file of the report begins with one', async () => {
    const cwd = folderWith({ '-rf/-a.json': paperOf('-s'), '-rf/b.json': paperOf('漢字') });
    const ended = await command(['grade', '-o', 'r', '--', '-rf'], cwd);
    expect(ended).toMatchObject({ code: 0 });
    const names = studentsIn(cwd);
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^[a-z]/);
  });
});

describe('what a file is written in', () => {
  const text = paperOf('zoë');
  const le = Buffer.from(text, 'utf16le');
  const be = Buffer.from(le).swap16();
  const cases: [id: string, bytes: Uint8Array][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), le])],
    ['UTF-16BE with its mark', Buffer.concat([Buffer.from([0xfe, 0xff]), be])],
    ['UTF-16LE without', le],
    ['UTF-16BE without', be],
  ];
  test.each(cases)('%s', async (_, bytes) => {
    const cwd = folderWith({ 'a.json': bytes });
    expect((await command(['grade', 'a.json', '-o', 'r'], cwd)).code).toBe(0);
    expect(readFileSync(join(cwd, 'r/grades.csv'), 'utf8')).toContain('zoë,graded,15');
  });
});

describe('a report that cannot be written', () => {
  it('below what never becomes a folder', async () => {
    const cwd = folderWith({ 'a.json': paperOf('a') });
    for (const out of ['a.json/r', '/dev/null/r', '/proc/none/r']) {
      const ended = await command(['grade', 'a.json', '-o', out], cwd);
      expect([ended.code, ended.out]).toEqual([2, '']);
      expect(ended.err).toMatch(/^cannot write .*; choose another folder with --out$/m);
    }
  });

  it('while another run is writing there', async () => {
    const cwd = folderWith({ 'a.json': paperOf('a') });
    mkdirSync(join(cwd, 'r'));
    writeFileSync(
      join(cwd, 'r/.lock'),
      JSON.stringify({ process: process.ppid, host: (await import('node:os')).hostname() }),
    );
    const ended = await command(['grade', 'a.json', '-o', 'r'], cwd);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('another run is writing to r');
  });

  it.each([
    ['of this machine', { process: 2 ** 30, host: 'here' }],
    ['that was cut off', '{'],
  ])('but the lock of a run that is gone keeps out nobody: %s', async (_, lock) => {
    const cwd = folderWith({ 'a.json': paperOf('a'), 'r/results/.s.json.77.tmp': '{"half' });
    const { hostname } = await import('node:os');
    const text = typeof lock === 'string' ? lock : JSON.stringify({ ...lock, host: hostname() });
    writeFileSync(join(cwd, 'r/.lock'), text);
    expect((await command(['grade', 'a.json', '-o', 'r'], cwd)).code).toBe(0);
    expect(readdirSync(join(cwd, 'r')).sort()).toEqual([
      'assets',
      'grades.csv',
      'index.html',
      'journal.jsonl',
      'pages',
      'results',
    ]);
    expect(readdirSync(join(cwd, 'r/results'))).toEqual(['a.json']);
  });
});
