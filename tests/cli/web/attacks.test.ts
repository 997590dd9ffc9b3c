import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { freePort } from '../../support/postgres.ts';
import { folderWith } from '../../support/program.ts';
import { type Served, serve } from '../../support/served.ts';
import { linksIn, Visitor } from '../../support/visitor.ts';

const json = { accept: 'application/json', 'content-type': 'application/json' };
const bait = '<img src=x onerror=alert(1)>"\'</script><script>alert(2)</script>';
const changeOf = (field: string, value: unknown) => ({
  id: crypto.randomUUID(),
  problem: 'backprop-by-hand',
  field,
  value,
  base: 0,
});
const base = '/a/csc420-a2';

/** A path as it is, which a client that is polite would put in order first. */
const raw = (origin: string, path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((answered, failed) => {
    const { hostname, port } = new URL(origin);
    const asked = request({ hostname, port, path, headers }, (response) => {
      response.resume().on('end', () => answered(response.statusCode));
    });
    asked.on('error', failed).end();
  });

describe("a course's server that is attacked", () => {
  let served: Served;
  let ana: Visitor;
  let eve: Visitor;
  beforeAll(async () => {
    const cwd = folderWith({
      'set/a2.json': readFileSync(resolve('problems/assignments/csc420-a2.json')),
      'set/course.json': JSON.stringify({
        title: bait,
        staff: ['ana'],
        roster: 'roster.csv',
        assignments: { 'csc420-a2': { hints: 2, checks: 3 } },
      }),
      'set/roster.csv': `id,name\ns-1,"${bait.replaceAll('"', '""')}"\n`,
    });
    const port = String(await freePort());
    served = await serve(['serve', '--assignments', 'set', '--port', port, '--jobs', '1', '--rate', '1000'], cwd);
    ana = new Visitor(served.origin);
    await ana.enter(served.address);
    await ana.ask('/');
    const { body_: csv } = await ana.send('POST', '/links');
    eve = new Visitor(served.origin);
    expect(await eve.enter(linksIn(csv).get('s-1') ?? '')).toBe(303);
    expect((await eve.ask(`${base}/`)).status).toBe(200);
  });
  afterAll(() => served?.end('SIGKILL'));

  test.each([
    ['a page', '/', 200],
    ['a paper', `${base}/`, 200],
    ['what there is not', '/nothing', 404],
    ['what is of staff', '/staff/csc420-a2/', 403],
    ['a file', '/healthz', 200],
  ])('says with %s what a browser may do', async (_, path, status) => {
    const answer = await eve.ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each([
    ['/assets/../package.json'],
    ['/assets/..%2f..%2fpackage.json'],
    ['/assets/%2e%2e/%2e%2e/etc/passwd'],
    ['/../../../../etc/passwd'],
    ['/a/..%2f..%2froster.csv'],
    ['/a/csc420-a2%00/'],
    ['/a/__proto__/'],
    ['/a/constructor/paper.json'],
    [`${base}/again/__proto__/z1`],
    [`${base}/again/backprop-by-hand/__proto__`],
    ['a long name', `/a/${'x'.repeat(9000)}/`],
    ['/%E0%A4%A'],
  ])('has nothing at %s, also for who is signed in', async (name, path = name) => {
    const status = await raw(served.origin, path, { cookie: eve.cookie() });
    expect(status).toBeOneOf([400, 403, 404, 414]);
  });

  it('answers to no other name', async () => {
    expect(await raw(served.origin, '/', { host: 'evil.example', cookie: eve.cookie() })).toBe(421);
  });

  it('changes nothing for who has no token, or comes from elsewhere', async () => {
    const before = (await eve.ask(`${base}/state`)).body_;
    const body = JSON.stringify({ changes: [changeOf('z1', '666')] });
    for (const token of ['', 'forged']) {
      const headers = { ...json, 'x-csrf-token': token, origin: 'https://evil.example' };
      const answer = await eve.ask(`${base}/answers`, { method: 'PUT', headers, body });
      expect(answer.status).toBe(403);
    }
    const stranger = new Visitor(served.origin);
    expect((await stranger.ask(`${base}/answers`, { method: 'PUT', headers: json, body })).status).toBeOneOf([
      401, 403,
    ]);
    expect((await eve.ask(`${base}/state`)).body_).toBe(before);
  });

  it.each([
    ['a body of 30 MB', `{"changes":"${'x'.repeat(30e6)}"}`],
    ['100,000 brackets', '['.repeat(100_000)],
    ['what is no JSON', '{'],
    ['a prototype', '{"__proto__":{"staff":true},"changes":[]}'],
    ['a list for an object', '[]'],
    ['an answer of 3 MB', JSON.stringify({ changes: [changeOf('z1', '9'.repeat(3e6))] })],
  ])('refuses %s, and goes on', async (_, body) => {
    const answer = await eve.ask(`${base}/answers`, { method: 'PUT', headers: json, body }).catch(() => undefined);
    // A body that is far too large may be cut off before the answer.
    if (answer) expect(answer.status).toSatisfy((status: number) => status >= 400 && status < 500);
    if (answer) expect(answer.body_).not.toMatch(/\.js:\d+|node_modules/);
    expect((await eve.ask('/healthz')).status).toBe(200);
  });

  it('lets nobody read or decide what is another’s', async () => {
    for (const path of ['/staff/csc420-a2/', '/staff/csc420-a2/queue', '/staff/csc420-a2/papers.csv'])
      expect((await eve.ask(path)).status).toBe(403);
    expect((await eve.send('POST', '/staff/csc420-a2/decide', { group: 'x', points: '99' })).status).toBe(403);
    expect(JSON.parse((await eve.ask(`${base}/paper.json?student=ana`)).body_).student).toBe('s-1');
  });

  it('shows what was typed as text, to whom it was typed and to staff', async () => {
    const strange = { ...changeOf('__proto__', bait), problem: '__proto__' };
    const changes = [changeOf('z1', bait), changeOf('a1', 'javascript:alert(1)'), strange];
    expect((await eve.send('PUT', `${base}/answers`, { changes })).status).toBe(200);
    await eve.send('POST', `${base}/check`, { changes: [], hints: 2 });
    await eve.send('POST', `${base}/hand-in`, { changes: [] });
    const pages = [
      await eve.ask('/'),
      await eve.ask(`${base}/`),
      await ana.ask('/'),
      await ana.ask('/staff/csc420-a2/'),
    ];
    const html = pages.filter(({ headers }) => headers.get('content-type')?.includes('html'));
    expect(html.length).toBeGreaterThan(2);
    for (const { body_ } of html) expect(body_).not.toMatch(/<img src=x|<script>alert/);
  });
});
