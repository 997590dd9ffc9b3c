import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../src/records/answer-value.ts';
import { decisionsIn } from '../../src/web/course/decisions.ts';
import { keepResult } from '../../src/web/course/results.ts';
import type { Engine } from '../../src/web/engine.ts';
import { Desk } from '../../src/web/paper/desk.ts';
import { FileStore } from '../../src/web/store/file-store.ts';
import { PostgresStore } from '../../src/web/store/postgres-store.ts';
import type { Event, Store } from '../../src/web/store/store.ts';
import { folderWith } from '../support/folder.ts';
import { noPostgres, type Postgres, postgres } from '../support/postgres.ts';

const event = (id: string, more: object = {}): Event => ({ id, at: '2026-10-01T10:00:00Z', type: 'said', ...more });
const ids = async (store: Store, stream: string, after?: number) =>
  (await store.read(stream, after)).map(({ seq, event: { id } }) => `${seq} ${id}`);

/** What every store has to do; `again` opens the same one as another process would. */
function behaves(made: () => { open: () => Promise<Store> }) {
  let store: Store;
  let again: () => Promise<Store>;
  beforeAll(async () => {
    again = made().open;
    store = await again();
  });
  afterAll(() => store?.close());

  it('keeps events in order, by stream, each once', async () => {
    expect(await store.append('a/1', [event('x'), event('y')])).toEqual({ ok: true, seq: 2 });
    expect(await store.append('a/1', [event('y'), event('z')])).toEqual({ ok: true, seq: 3 });
    await store.append('a/2', [event('x')]);
    expect(await ids(store, 'a/1')).toEqual(['1 x', '2 y', '3 z']);
    expect(await ids(store, 'a/1', 2)).toEqual(['3 z']);
    expect(await ids(store, 'never')).toEqual([]);
  });

  it('tells the second of two writers that another was first, and nothing of his is kept', async () => {
    await store.append('race', [event('1')]);
    expect(await store.append('race', [event('2')], 1)).toEqual({ ok: true, seq: 2 });
    expect(await store.append('race', [event('3')], 1)).toEqual({ ok: false, seq: 2 });
    expect(await store.append('race', [event('2')], 1)).toEqual({ ok: true, seq: 2 });
    expect(await ids(store, 'race')).toEqual(['1 1', '2 2']);
  });

  it('keeps any text, and finds streams by how their names begin', async () => {
    const text = 'a\n"b" — ∂L/∂w\u2028 💡 %_\\';
    await store.append(`odd/${text}`, [event('x', { text })]);
    const [found] = await store.read(`odd/${text}`);
    expect(found?.event.text).toBe(text);
    expect(await store.names('odd/')).toEqual([`odd/${text}`]);
    expect(await store.names('a/')).toEqual(['a/1', 'a/2']);
    expect(await store.names('%')).toEqual([]);
  });

  it('holds all of it after it was opened again', async () => {
    await store.close();
    store = await again();
    expect(await ids(store, 'a/1')).toEqual(['1 x', '2 y', '3 z']);
    expect((await store.append('a/1', [event('x')])).seq).toBe(3);
  });

  it('loses no answer of two pages that write at once, and counts no check twice', async () => {
    const engine = { check: async () => ({ ok: true, value: { right: true, problems: [] } }) } as unknown as Engine;
    const desk = new Desk({ assignment: 'a', student: 's' }, { store, engine });
    const change = (id: string, field: string, value: AnswerValue, base = 0) => ({
      id,
      problem: 'p',
      field,
      value,
      base,
    });
    await Promise.all(Array.from({ length: 12 }, (_, i) => desk.change([change(`change-${i}`, `f${i}`, String(i))])));
    const state = await desk.state();
    expect(state.answers.get('p')?.size).toBe(12);
    expect((await desk.change([change('change-3', 'f3', '3')])).state.seq).toBe(state.seq);
    const { conflicts } = await desk.change([change('other', 'f3', 'another')]);
    expect(conflicts).toMatchObject([{ field: 'f3', value: '3' }]);
    expect((await desk.state()).answers.get('p')?.get('f3')?.value).toBe('3');
    await desk.check(0, { hints: 1, checks: 2 });
    await desk.check(0, { hints: 1, checks: 2 });
    await desk.change([change('more', 'g', '1')]);
    const two = await Promise.all([0, 1].map((level) => desk.check(level as 0 | 1, { hints: 1, checks: 2 })));
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await desk.check(2, { hints: 1 })).toMatchObject({ ok: false, says: expect.stringContaining('level 1') });
  });

  it('loses no decision of two who decide at once, and keeps what was taken back in the record', async () => {
    const book = decisionsIn(store, 'a');
    const entry = (by: string) =>
      ({ kind: 'comment', student: 's', text: 'x', by, at: '2026-10-01T10:00:00Z' }) as const;
    const decided = Array.from({ length: 10 }, (_, i) =>
      book.change((entries) => ({ entries: [...entries, entry(`ta-${i}`)], outcome: i })),
    );
    await Promise.all(decided);
    expect(new Set((await book.read()).map(({ by }) => by)).size).toBe(10);
    await book.change((entries) => ({ entries: entries.filter(({ by }) => by !== 'ta-3'), outcome: 0 }));
    expect((await book.read()).map(({ by }) => by)).not.toContain('ta-3');
    expect(await store.read('decisions/a')).toHaveLength(11);
  });

  it('keeps one result for a paper and a key, and says when a second differs', async () => {
    const job = { assignment: 'a', student: 's' };
    const result = (score: string) => event('sha256:p sha256:k', { result: { score } });
    expect(await keepResult(store, job, result('1'))).toBe('kept');
    expect(await keepResult(store, job, result('1'))).toBe('same');
    expect(await keepResult(store, job, result('2'))).toBe('differs');
    expect(await store.read('result/a/s')).toHaveLength(1);
  });
}

describe('the store in files', () => {
  const folder = folderWith();
  behaves(() => ({ open: async () => new FileStore(folder) }));

  it('passes over a line that a kill has cut off', async () => {
    const own = folderWith();
    const store = new FileStore(own);
    await store.append('cut', [event('1')]);
    const [file = ''] = readdirSync(own);
    appendFileSync(join(own, file), '{"id":"2","at":"2026');
    const next = new FileStore(own);
    expect(await ids(next, 'cut')).toEqual(['1 1']);
    await next.append('cut', [event('3')]);
    expect(await ids(new FileStore(own), 'cut')).toEqual(['1 1', '2 3']);
  });
});

describe.skipIf(noPostgres)('the store in PostgreSQL (skipped where it is not installed)', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await postgres();
  });
  afterAll(() => server?.stop());
  behaves(() => ({ open: () => PostgresStore.open(server.url) }));
});
