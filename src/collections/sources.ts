import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';

/** A relative path in quotes: what a module imports, requires or reads. */
const relative = /["'`](\.{1,2}\/[^"'`\n$]{1,400})["'`]/g;
const endings = ['', '.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];
/** Files that name no others. */
const isModule = (path: string): boolean => /^\.[cm]?[jt]s$/.test(extname(path));

/**
 * sha256 of modules with all files that they name by a relative path, and those that these name. The text tells it, not
 * what was loaded: which modules are loaded depends on what the process did before.
 */
export function sourcesHash(modules: readonly string[]): string {
  const texts = new Map<string, Buffer>();
  const open = modules.map((path) => resolve(path));
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (texts.has(path) || !isFile(path)) continue;
    const text = readFileSync(path);
    texts.set(path, text);
    if (isModule(path)) open.push(...namedIn(path, text.toString('utf8')));
  }
  const hash = createHash('sha256');
  for (const path of [...texts.keys()].sort()) hash.update(texts.get(path) ?? '').update('\0');
  return hash.digest('hex');
}

const namedIn = (file: string, text: string): string[] =>
  [...text.matchAll(relative)].flatMap(([, name = '']) => fileAt(resolve(dirname(file), name)) ?? []);

/** The file of this name; the ending may be left out, or be that of the file once compiled. */
const fileAt = (path: string): string | undefined =>
  [...endings.map((ending) => path + ending), path.replace(/\.([cm]?)js$/, '.$1ts')].find(isFile);

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
