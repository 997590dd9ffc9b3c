import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchMissing } from '../../src/cli/training/download.ts';

const content = 'the file';
const sha256 = createHash('sha256').update(content).digest('hex');
let server: Server;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.statusCode = request.url?.startsWith('/gone/') ? 404 : 200;
    response.end(request.url?.startsWith('/false/') ? 'another file' : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

function fetchFrom(folder: string, ...mirrors: string[]): Promise<void> {
  const { port } = server.address() as AddressInfo;
  asked = [];
  const addresses = mirrors.map((mirror) => `http://127.0.0.1:${port}/${mirror}`);
  return fetchMissing(['mnist', 'mnist'], folder, {
    mnist: { folder: 'mnist', mirrors: addresses, files: [{ name: 'a.gz', sha256 }] },
  });
}

describe('downloads', () => {
  const empty = () => mkdtempSync(join(tmpdir(), 'gradcheck-'));

  it('passes over mirrors that lack the file or have another one, and fetches nothing twice', async () => {
    const folder = empty();
    await fetchFrom(folder, 'gone', 'false', 'good');
    expect(readFileSync(join(folder, 'mnist/a.gz'), 'utf8')).toBe(content);
    expect(asked).toEqual(['/gone/a.gz', '/false/a.gz', '/good/a.gz']);
    await fetchFrom(folder, 'good');
    expect(asked).toEqual([]);
  });

  it('keeps nothing whose hash is not right, and says what every mirror did', async () => {
    const folder = empty();
    await expect(fetchFrom(folder, 'gone', 'false')).rejects.toThrow(
      /could not fetch a\.gz:\n.*\/gone\/a\.gz: the server answered 404\n.*\/false\/a\.gz: sha256 is \w{64}, it must be/,
    );
    expect(readdirSync(join(folder, 'mnist'))).toEqual([]);
  });

  it('refuses a data set that has no source', async () => {
    await expect(fetchMissing(['notmnist'], empty(), {})).rejects.toThrow('there is no download for notmnist');
  });
});
