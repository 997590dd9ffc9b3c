import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresStore } from '../../../src/web/store/postgres-store.ts';
import { folderWith } from '../../support/folder.ts';
import { freePort, noPostgres, type Postgres, postgres } from '../../support/postgres.ts';
import { type Served, serve } from '../../support/served.ts';
import { linksIn, Visitor } from '../../support/visitor.ts';

const patient = { timeout: 100_000, interval: 250 };
const students = Array.from({ length: 6 }, (_, i) => `s-${i}`);

describe.skipIf(noPostgres)('gradcheck work (skipped where PostgreSQL is not installed)', () => {
  let server: Postgres;
  let served: Served;
  const workers: ChildProcess[] = [];
  const folder = folderWith({
    'set/a2.json': readFileSync(resolve('problems/assignments/csc420-a2.json')),
    'set/course.json': JSON.stringify({ staff: ['ana'], roster: 'roster.csv' }),
    'set/roster.csv': ['id', ...students].join('\n'),
  });
  const worker = (): ChildProcess => {
    const args = ['work', '--assignments', 'set', '--store', server.url, '--jobs', '1'];
    const child = spawn(process.execPath, [resolve('dist/src/cli/main.js'), ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    workers.push(child);
    return child;
  };
  beforeAll(async () => {
    server = await postgres();
    const port = String(await freePort());
    const args = ['--assignments', 'set', '--port', port, '--jobs', '1', '--no-mark', '--store', server.url];
    served = await serve(['serve', ...args], folder);
  });
  afterAll(async () => {
    for (const child of workers) child.kill('SIGKILL');
    await served?.end('SIGKILL');
    server?.stop();
  });

  it('marks every paper once, though workers are killed over it', async () => {
    const ana = new Visitor(served.origin);
    await ana.enter(served.address);
    await ana.ask('/');
    const csv = (await ana.send('POST', '/links')).body_;
    const first = worker();
    for (const link of linksIn(csv).values()) {
      const visitor = new Visitor(served.origin);
      await visitor.enter(link);
      await visitor.ask('/a/csc420-a2/');
      const change = { id: crypto.randomUUID(), problem: 'backprop-by-hand', field: 'z1', value: '1.368', base: 0 };
      await visitor.send('PUT', '/a/csc420-a2/answers', { changes: [change] });
      expect((await visitor.send('POST', '/a/csc420-a2/hand-in', { changes: [] })).status).toBe(200);
    }
    first.kill('SIGKILL');
    const started = worker();
    let said = '';
    started.stderr?.on('data', (text) => {
      said += text;
    });
    const store = await PostgresStore.open(server.url);
    // A job that died with its worker goes to another when its time is up; here that time is made to pass.
    await store.pool.query(
      `update gradcheck_queue.job set started_on = now() - interval '1 hour' where state = 'active'`,
    );
    try {
      await expect.poll(() => store.names('result/'), { ...patient, message: said }).toHaveLength(students.length);
      for (const name of await store.names('result/')) expect(await store.read(name)).toHaveLength(1);
    } finally {
      await store.close();
    }
  }, 120_000);
});
