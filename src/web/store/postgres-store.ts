import pg from 'pg';
import type { Appended, Event, Store, Stored } from './store.ts';

/** What runs SQL: the pool, or the connection of a transaction. */
export interface Db {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

const tables = `
create schema if not exists gradcheck;
create table if not exists gradcheck.event (
  stream text not null,
  seq integer not null,
  id text not null,
  body jsonb not null,
  primary key (stream, seq),
  unique (stream, id)
);`;

/** Those of the events that are not there yet, after the last, where the stream has ended at the number that was expected. */
const adding = `
with there as (
  select coalesce(max(seq), 0) as seq, coalesce(array_agg(id) filter (where id = any($2)), '{}') as ids
  from gradcheck.event where stream = $1
), fresh as (
  select e, row_number() over (order by n) as n
  from there, jsonb_array_elements($3::jsonb) with ordinality as t(e, n) where not (e->>'id' = any(there.ids))
), put as (
  insert into gradcheck.event (stream, seq, id, body)
  select $1, there.seq + n::int, e->>'id', e from there, fresh where $4::int is null or there.seq = $4
  returning seq
)
select there.seq, (select count(*)::int from fresh) as fresh, (select max(seq) from put) as put from there`;

/** What PostgreSQL says where a key is there already. */
const taken = '23505';

/** One number for all servers that make the tables at once. */
const making = 470_313;

/** The store of a course on several machines: the same streams in one table. */
export class PostgresStore implements Store {
  readonly pool: pg.Pool;

  private constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 10 });
    // A connection that breaks while nobody uses it is replaced; the next question tells of trouble that stays.
    this.pool.on('error', () => {});
  }

  /** Opens it, and makes its tables where there are none. */
  static async open(url: string): Promise<PostgresStore> {
    const store = new PostgresStore(url);
    await store.within(async (db) => {
      await db.query('select pg_advisory_xact_lock($1)', [making]);
      await db.query(tables);
    });
    return store;
  }

  async read(stream: string, after = 0): Promise<readonly Stored[]> {
    const sql = 'select seq, body from gradcheck.event where stream = $1 and seq > $2 order by seq';
    const { rows } = await this.pool.query(sql, [stream, after]);
    return rows.map(({ seq, body }) => ({ seq, event: body as Event }));
  }

  /** In one statement: of two who write at once the second finds the place taken, and looks again. */
  async append(stream: string, events: readonly Event[], expected?: number): Promise<Appended> {
    for (;;) {
      try {
        return await added(this.pool, stream, events, expected);
      } catch (error) {
        if ((error as { code?: string }).code !== taken) throw error;
      }
    }
  }

  async versions(prefix: string): Promise<ReadonlyMap<string, number>> {
    const sql =
      'select stream, max(seq) as seq from gradcheck.event where starts_with(stream, $1) group by stream order by stream';
    const { rows } = await this.pool.query(sql, [prefix]);
    return new Map(rows.map(({ stream, seq }) => [stream as string, seq as number]));
  }

  async names(prefix: string): Promise<readonly string[]> {
    const sql = 'select distinct stream from gradcheck.event where starts_with(stream, $1) order by stream';
    const { rows } = await this.pool.query(sql, [prefix]);
    return rows.map(({ stream }) => stream as string);
  }

  /** Does all of it or nothing. */
  async within<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const done = await work(client);
      await client.query('commit');
      return done;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** Adds events within a transaction; who else does so to the stream waits for its end. */
export async function appendWithin(db: Db, stream: string, events: readonly Event[]): Promise<Appended> {
  await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [stream]);
  return added(db, stream, events);
}

async function added(db: Db, stream: string, events: readonly Event[], expected?: number): Promise<Appended> {
  const each = new Map(events.map((event) => [event.id, event]));
  const values = [stream, [...each.keys()], JSON.stringify([...each.values()]), expected ?? null];
  const { rows } = await db.query(adding, values);
  const { seq, fresh, put } = rows[0] as { seq: number; fresh: number; put: number | null };
  return { ok: fresh === 0 || put !== null, seq: put ?? seq };
}
