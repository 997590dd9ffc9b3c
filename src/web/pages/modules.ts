import { readFileSync } from 'node:fs';

const folder = new URL('../assets/', import.meta.url);
const known = new Map<string, readonly string[]>();

/** A script of ours and all that it imports, by name: a browser that is told of them at once asks for all at once. */
export function modulesOf(entry: string): readonly string[] {
  const found = known.get(entry) ?? [...reached(entry, new Set())];
  known.set(entry, found);
  return found;
}

function reached(name: string, found: Set<string>): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(new URL(name, folder), 'utf8');
  for (const [, next = ''] of text.matchAll(/ from '\.\/([a-z-]+\.js)';/g)) reached(next, found);
  return found;
}
