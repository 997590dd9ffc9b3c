const fence = /^---[ \t]*\r?\n/;

/** What a document says of itself at its top, as `name: value`, and where its text begins. */
export function frontMatter(source: string): { about: Record<string, string>; end: number } {
  const start = fence.exec(source);
  if (!start) return { about: {}, end: 0 };
  const close = source.indexOf('\n---', start[0].length - 1);
  if (close < 0 || close > 5_000) return { about: {}, end: 0 };
  const lines = source.slice(start[0].length, close).split(/\r?\n/);
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^([a-z]+):(.*)$/i.exec(line) ?? [];
    return name ? [[name.toLowerCase(), unquoted(value ?? '')] as const] : [];
  });
  const end = source.indexOf('\n', close + 1);
  return { about: Object.fromEntries(pairs), end: end < 0 ? source.length : end };
}

function unquoted(given: string): string {
  const value = given.trim();
  const quote = value.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}
