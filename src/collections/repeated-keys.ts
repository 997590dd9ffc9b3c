import { type FilePlace, placeOf } from './source-place.ts';

/** What may stand in a declaration: a text, a comment, a bracket, a name before a colon, a comma. */
const token =
  /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\/[^\n]*|\/\*[^*]*\*\/|[{}()[\],:]|[\p{L}\p{N}_$]+/gsu;

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
  let before: RegExpExecArray | undefined;
  let isKey = true;
  for (let one = token.exec(source); one && depth > 0; one = token.exec(source)) {
    const [text] = one;
    if ('{(['.includes(text)) depth++;
    else if ('})]'.includes(text)) depth--;
    else if (text === ':' && depth === 1 && isKey && before) yield { name: bare(before[0]), at: before.index };
    if (depth === 1 && text === ',') isKey = true;
    else if (depth === 1 && text === ':') isKey = false;
    before = one;
  }
}

const bare = (key: string): string => (/^['"]/.test(key) ? key.slice(1, -1) : key);
