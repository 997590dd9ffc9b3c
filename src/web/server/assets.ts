import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { lean } from '../../report/html/assets.ts';

interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly tag: string;
}

const folder = new URL('../assets/', import.meta.url);
const font = new URL('../../report/assets/gradcheck-math.woff2', import.meta.url);

/** The styles of the reports, which these pages look like, and those of the pages that one writes in. */
const styles = ['tokens', 'base', 'frame', 'page', 'problem', 'ledger', 'why', 'narrow', 'print'];

/** The maths editor, where it is installed: it is optional, for it is as large as all the rest of our pages. */
const editorFolder = (() => {
  try {
    return dirname(createRequire(import.meta.url).resolve('mathlive/fonts.css'));
  } catch {
    return undefined;
  }
})();

/** Where the maths editor is served; undefined where it is not installed. */
export const editorAddress = editorFolder && '/assets/mathlive/mathlive.min.mjs';

let assets: ReadonlyMap<string, Asset> | undefined;

/** Everything that pages ask for beside themselves, by name. It is read once. */
function allAssets(): ReadonlyMap<string, Asset> {
  assets ??= new Map([
    ['page.css', asset('text/css; charset=utf-8', Buffer.from(sheet()))],
    ['gradcheck-math.woff2', asset('font/woff2', readFileSync(font))],
    ...scripts().map(
      (name) => [name, asset('text/javascript; charset=utf-8', readFileSync(new URL(name, folder)))] as const,
    ),
  ]);
  return assets;
}

const scripts = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.js'));

function sheet(): string {
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort();
  const face =
    '@font-face{font-family:"Gradcheck Math";src:url(gradcheck-math.woff2) format("woff2");font-display:swap}';
  const texts = own.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return [face, ...styles.map((name) => lean(`styles/${name}.css`)), ...texts].join('\n');
}

const asset = (type: string, body: Buffer): Asset => ({
  type,
  body,
  tag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`,
});

/** Serves them under `/assets/`; a browser asks again whether what it has still holds. */
export function serveAssets(app: FastifyInstance): void {
  app.get<{ Params: { name: string } }>('/assets/:name', { config: { open: true } }, (request, reply) => {
    const found = allAssets().get(request.params.name);
    if (!found) return reply.code(404).type('text/plain').send('There is no such file.');
    reply.header('cache-control', 'no-cache').header('etag', found.tag);
    if (request.headers['if-none-match'] === found.tag) return reply.code(304).send();
    return reply.type(found.type).send(found.body);
  });
  if (editorFolder !== undefined) serveEditor(app, editorFolder);
}

const editorTypes: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

function serveEditor(app: FastifyInstance, root: string): void {
  const named = /^(mathlive\.min\.mjs|fonts\/[A-Za-z0-9_-]+\.woff2)$/;
  app.get<{ Params: { '*': string } }>('/assets/mathlive/*', { config: { open: true } }, (request, reply) => {
    const name = request.params['*'];
    const path = join(root, name);
    if (!named.test(name) || !existsSync(path))
      return reply.code(404).type('text/plain').send('There is no such file.');
    return reply
      .header('cache-control', 'max-age=86400')
      .type(editorTypes[extname(name)] ?? '')
      .send(readFileSync(path));
  });
}
