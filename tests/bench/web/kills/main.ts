// Kills a course's server, and on PostgreSQL its workers, under load, and asks whether anything was lost or doubled:
// node dist/tests/bench/web/kills/main.js [files|postgres] [kills] [students]
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FileStore } from '../../../../src/web/store/file-store.ts';
import { PostgresStore } from '../../../../src/web/store/postgres-store.ts';
import type { Store } from '../../../../src/web/store/store.ts';
import { folderWith } from '../../../support/folder.ts';
import { freePort, postgres } from '../../../support/postgres.ts';
import { type Served, serve } from '../../../support/served.ts';
import { linksIn, Visitor } from '../../../support/visitor.ts';

const [kind = 'files', kills = '100', count = '8'] = process.argv.slice(2);
const students = Array.from({ length: Number(count) }, (_, i) => `s-${i}`);
const folder = folderWith({
  'set/a.json': JSON.stringify({ id: 'load', title: 'Load', problems: [{ problem: 'backprop-by-hand' }] }),
  'set/course.json': JSON.stringify({ staff: ['ana'], roster: 'roster.csv' }),
  'set/roster.csv': ['id', ...students].join('\n'),
});
const database = kind === 'postgres' ? await postgres() : undefined;
const port = String(await freePort());
const common = ['--assignments', 'set', '--jobs', '1', ...(database ? ['--store', database.url] : [])];

/** What the server has answered for, by student: the numbers of the answers, and how often a paper was handed in. */
const kept = new Map(students.map((student) => [student, { answers: [] as string[], handedIn: 0 }]));
let ended = false;
let answered = 0;
let server: Served = await started();
let worker: ChildProcess | undefined = database && hired();

const ana = new Visitor(server.origin);
await ana.enter(server.address);
await ana.ask('/');
const links = linksIn((await ana.send('POST', '/links')).body_);
const writing = students.map((student) => writes(student, links.get(student) ?? ''));
for (let kill = 0; kill < Number(kills); kill++) {
  const before = answered;
  while (answered < before + 5 * students.length) await pause(5);
  if (worker && kill % 2 === 1) {
    worker.kill('SIGKILL');
    worker = hired();
  } else {
    await server.end('SIGKILL');
    server = await started();
  }
  if ((kill + 1) % 10 === 0) console.log(`${kill + 1} kills, ${answered} requests answered`);
}
ended = true;
await Promise.all(writing);
await judged();

function started(): Promise<Served> {
  return serve(['serve', ...common, '--port', port, '--rate', '1000000', ...(database ? ['--no-mark'] : [])], folder);
}

function hired(): ChildProcess {
  return spawn(process.execPath, [resolve('dist/src/cli/main.js'), 'work', ...common], {
    cwd: folder,
    stdio: 'ignore',
  });
}

/** A student who writes on, and sends what was not answered once more, as the page does. */
async function writes(student: string, link: string): Promise<void> {
  const visitor = new Visitor(server.origin);
  await stubborn(() => visitor.enter(link).then((status) => (status === 303 ? 200 : status)));
  await stubborn(async () => (await visitor.ask('/a/load/')).status);
  const mine = kept.get(student) ?? { answers: [], handedIn: 0 };
  for (let i = 0; !ended; i++) {
    const value = `0.${String(i).padStart(6, '0')}`;
    const change = { id: crypto.randomUUID(), problem: 'backprop-by-hand', field: 'z1', value, base: 1e6 };
    await stubborn(async () => (await visitor.send('PUT', '/a/load/answers', { changes: [change] })).status);
    mine.answers.push(change.id);
    if (i % 7 === 0) {
      await stubborn(async () => (await visitor.send('POST', '/a/load/hand-in', { changes: [] })).status);
      mine.handedIn += 1;
    }
    visitor.seen.length = 0;
  }
}

/** Until it is answered for. A link that was used up by a request whose answer was lost would shut the student out. */
async function stubborn(ask: () => Promise<number>): Promise<void> {
  for (;;) {
    try {
      const status = await ask();
      if (status === 200) {
        answered += 1;
        return;
      }
      if (status < 500 && status !== 429) throw new Error(`refused with ${status}`);
    } catch (error) {
      if (String(error).includes('refused')) throw error;
    }
    await pause(50);
  }
}

async function judged(): Promise<void> {
  const waiting = async (store: Store): Promise<string[]> => {
    const open: string[] = [];
    for (const student of students) {
      const paper = (await store.read(`paper/load/${student}`)).findLast(({ event }) => event.type === 'handed-in');
      const results = await store.read(`result/load/${student}`);
      if (!results.some(({ event }) => event.id.startsWith(String(paper?.event.hash)))) open.push(student);
    }
    return open;
  };
  const open = (): Promise<Store> =>
    database
      ? PostgresStore.open(database.url)
      : Promise.resolve(new FileStore(join(folder, 'set/.gradcheck/streams')));
  let store = await open();
  for (let tries = 0; tries < 200 && (await waiting(store)).length > 0; tries++) {
    await pause(1000);
    await store.close();
    store = await open();
  }
  let lost = (await waiting(store)).length;
  let doubled = 0;
  for (const [student, { answers, handedIn }] of kept) {
    const events = await store.read(`paper/load/${student}`);
    const ids = events.map(({ event }) => event.id);
    lost += answers.filter((id) => !ids.includes(id)).length;
    lost += Math.max(0, handedIn - events.filter(({ event }) => event.type === 'handed-in').length);
    const results = (await store.read(`result/load/${student}`)).map(({ event }) => event.id);
    doubled += ids.length - new Set(ids).size + results.length - new Set(results).size;
  }
  console.log(`${kind}: ${kills} kills, ${answered} requests answered for, ${lost} lost, ${doubled} doubled`);
  await store.close();
  await server.end();
  worker?.kill('SIGKILL');
  database?.stop();
  process.exitCode = lost + doubled > 0 ? 1 : 0;
}
