import { type FilePlace, placeOf } from './source-place.ts';

/** What matters in a declaration: the beginning of a text or a comment, a bracket, a name, a colon, a comma. */
const token = /['"`]|\/\/|\/\*|[{}()[\],:]|[\p{L}\p{N}_$]+/gu;
const ends: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '//': '\n', '/*': '*/' };

interface Repeated extends FilePlace {
  readonly name: string;
}

/**
 * The first name that stands twice in one member of a declaration, such as a line of the working: of two equal names of
 * an object the language keeps the last without a word. Undefined where the member is not written out in braces.
 */
export function repeatedKey(file: string, source: string, member: string): Repeated | undefined {
  const names = new Set<string>();
  for (const { name, at } of keysOf(source, member)) {
    if (names.has(name)) return { name, ...placeOf(file, source, at) };
    names.add(name);
  }
  return undefined;
}

function* keysOf(source: string, member: string): Generator<{ name: string; at: number }> {
  const start = source.indexOf(`\n  ${member}: {`);
  if (start < 0) return;
  token.lastIndex = source.indexOf('{', start) + 1;
  let depth = 1;
  let name: { name: string; at: number } | undefined;
  let isKey = true;
  for (let one = token.exec(source); one && depth > 0; one = token.exec(source)) {
    const [text] = one;
    const after = endOf(source, text, token.lastIndex);
    if ('{(['.includes(text)) depth++;
    else if ('})]'.includes(text)) depth--;
    else if (text === ':' && depth === 1 && isKey && name) yield name;
    if (depth === 1 && text === ',') isKey = true;
    else if (depth === 1 && text === ':') isKey = false;
    name = { name: bare(source.slice(one.index, after)), at: one.index };
    token.lastIndex = after;
  }
}

/** Where a text or a comment that begins here ends; another token ends where it was found to. */
function endOf(source: string, text: string, from: number): number {
  const end = ends[text];
  if (end === undefined) return from;
  let at = source.indexOf(end, from);
  while (at > 0 && text.length === 1 && source[at - 1] === '\\') at = source.indexOf(end, at + 1);
  return at < 0 ? source.length : at + end.length;
}

const bare = (key: string): string => (/^['"]/.test(key) ? key.slice(1, -1) : key);
