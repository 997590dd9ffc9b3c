// Simulated students who check at a steady rate, whether or not the server keeps up:
// node dist/tests/bench/web/main.js [files|postgres] [checks a second] [seconds] [students]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { folderWith } from '../../support/folder.ts';
import { freePort, postgres } from '../../support/postgres.ts';
import { serve } from '../../support/served.ts';
import { linksIn, Visitor } from '../../support/visitor.ts';

const [kind = 'files', rate = '200', seconds = '10', count = '100'] = process.argv.slice(2);
const students = Array.from({ length: Number(count) }, (_, i) => `s-${i}`);
const folder = folderWith({
  'set/a.json': JSON.stringify({ id: 'load', title: 'Load', problems: [{ problem: 'backprop-by-hand' }] }),
  'set/course.json': JSON.stringify({ staff: ['ana'], roster: 'roster.csv', assignments: { load: { hints: 3 } } }),
  'set/roster.csv': ['id', ...students].join('\n'),
});
const database = kind === 'postgres' ? await postgres() : undefined;
const port = await freePort();
const store = database ? ['--store', database.url] : [];
const served = await serve(
  ['serve', '--assignments', 'set', '--port', String(port), '--rate', '1000000', ...store],
  folder,
);

try {
  const ana = new Visitor(served.origin);
  await ana.enter(served.address);
  await ana.ask('/');
  const csv = (await ana.send('POST', '/links')).body_;
  const visitors = await Promise.all([...linksIn(csv).values()].map(entered));
  await run(visitors, 2);
  const before = processors();
  const times = await run(visitors, Number(seconds));
  const after = processors();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  console.log(`${kind}: ${times.length} checks of ${students.length} students at ${rate} a second`);
  console.log(
    `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms; server ${memory(served.child.pid)} MB`,
  );
  const each = (name: keyof typeof after) => ((after[name] - before[name]) / times.length).toFixed(2);
  console.log(
    `processor time of a check: ${each('server')} ms in the server, ${each('workers')} ms where it is marked; load ${loadavg()[0]?.toFixed(1)}`,
  );
} finally {
  await served.end();
  database?.stop();
}

async function entered(link: string): Promise<Visitor> {
  const visitor = new Visitor(served.origin);
  await visitor.enter(link);
  await visitor.ask('/a/load/');
  return visitor;
}

async function run(visitors: readonly Visitor[], length: number): Promise<number[]> {
  const times: number[] = [];
  const under: Promise<void>[] = [];
  const start = performance.now();
  const all = Number(rate) * length;
  for (let i = 0; i < all; i++) {
    const due = start + (1000 * i) / Number(rate);
    if (due > performance.now()) await pause(due - performance.now());
    under.push(check(visitors[i % visitors.length] as Visitor, i, due).then((time) => void times.push(time)));
  }
  await Promise.all(under);
  const took = (performance.now() - start) / 1000;
  console.log(`${(times.length / took).toFixed(0)} checks a second were answered`);
  return times;
}

/** From when it was to be sent: a server that makes others wait is not let off. */
async function check(visitor: Visitor, i: number, due: number): Promise<number> {
  const answer = (field: string, value: string) => ({
    id: crypto.randomUUID(),
    problem: 'backprop-by-hand',
    field,
    value,
    base: 1e6,
  });
  const changes = [
    answer('z1', '1.368'),
    answer('a1', (0.2 + (i % 7919) / 1e4).toFixed(4)),
    answer('dL_dw3', '0.0006'),
  ];
  const { status, body_ } = await visitor.send('POST', '/a/load/check', { changes, hints: 1 + (i % 3) });
  visitor.seen.length = 0;
  if (status !== 200) throw new Error(`${status}: ${body_}`);
  return performance.now() - due;
}

function memory(pid = 0): string {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) / 1024).toFixed(0);
}

/** Milliseconds that the server and the processes that mark have worked so far. */
function processors(): { readonly server: number; readonly workers: number } {
  const { pid = 0 } = served.child;
  const children = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
  return { server: worked(pid), workers: children.reduce((sum, child) => sum + worked(child), 0) };
}

/** In ticks of 10 ms, as Linux counts them. */
function worked(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
