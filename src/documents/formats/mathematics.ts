/** Mathematics in a Markdown source: from the first delimiter to behind the last, and what stands between them. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly inner: readonly [number, number];
  readonly display: boolean;
}

/** A formula longer than this is no formula but a dollar sign that was forgotten. */
const longest = 20_000;
const code = /^(?: {0,3})(`{3,}|~{3,})/;

/**
 * Finds `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and bare environments, outside of code. Scanned pages write `$$\begin{aligned}`
 * on one line and `\end{aligned}$$` on another, which parsers of Markdown take for a fence, so that it is found before.
 */
export function regionsOf(source: string): Region[] {
  const regions: Region[] = [];
  for (const [from, to] of outsideFences(source)) {
    let at = from;
    while (at < to) {
      const found = regionAt(source, at, to);
      if (found) regions.push(found);
      at = found ? found.to : pastCode(source, at, to);
    }
  }
  return regions;
}

/** The parts of the source that no fence encloses. */
function outsideFences(source: string): [number, number][] {
  const parts: [number, number][] = [];
  let fence = '';
  let from = 0;
  let at = 0;
  for (const line of source.split('\n')) {
    const found = code.exec(line)?.[1];
    if (fence === '' && found) {
      parts.push([from, at]);
      fence = found;
    } else if (fence !== '' && found && found[0] === fence[0] && found.length >= fence.length) {
      fence = '';
      from = at + line.length + 1;
    }
    at += line.length + 1;
  }
  if (fence === '') parts.push([from, source.length]);
  return parts;
}

/** The next place to look at: behind a code span, an escaped character, or one further. */
function pastCode(source: string, at: number, to: number): number {
  if (source[at] === '\\') return at + 2;
  if (source[at] !== '`') return at + 1;
  let run = at;
  while (source[run] === '`') run++;
  const ticks = source.slice(at, run);
  const end = source.indexOf(ticks, run);
  return end > 0 && end < Math.min(to, at + longest) ? end + ticks.length : run;
}

function regionAt(source: string, at: number, to: number): Region | undefined {
  if (source.startsWith('$$', at)) return closed(source, at, 2, '$$', to, true);
  if (source[at] === '$') return inline(source, at, to);
  if (source[at] !== '\\') return undefined;
  if (source.startsWith('\\(', at)) return closed(source, at, 2, '\\)', to, false);
  if (source.startsWith('\\[', at)) return closed(source, at, 2, '\\]', to, true);
  const name = source.startsWith('\\begin{', at)
    ? /^\\begin\{([a-z]+\*?)\}/i.exec(source.slice(at, at + 30))?.[1]
    : undefined;
  if (!name) return undefined;
  const end = source.indexOf(`\\end{${name}}`, at);
  if (end < 0 || end > Math.min(to, at + longest)) return undefined;
  const past = end + name.length + 6;
  return { from: at, to: past, inner: [at, past], display: true };
}

function closed(
  source: string,
  at: number,
  width: number,
  end: string,
  to: number,
  display: boolean,
): Region | undefined {
  const found = source.indexOf(end, at + width);
  if (found < 0 || found + end.length > to || found - at > longest) return undefined;
  const inner = [at + width, found] as const;
  // Two paragraphs are no formula: the delimiter was escaped text.
  if (/\n[ \t]*\n[ \t]*\n/.test(source.slice(...inner)) || (end === '\\)' && /\n[ \t]*\n/.test(source.slice(...inner))))
    return undefined;
  return { from: at, to: found + end.length, inner, display };
}

/** `$…$` by Pandoc's rule, that prices are no formulas; with blanks inside the dollars where it looks like one. */
function inline(source: string, at: number, to: number): Region | undefined {
  let end = at + 1;
  const last = Math.min(to, at + longest);
  while (end < last && source[end] !== '$') {
    if (source[end] === '\n' && /^\n[ \t]*\n/.test(source.slice(end, end + 200))) return undefined;
    end += source[end] === '\\' ? 2 : 1;
  }
  if (end >= last) return undefined;
  const text = source.slice(at + 1, end);
  if (text === '') return undefined;
  const loose = /^\s|\s$/.test(text) || /\d/.test(source[end + 1] ?? '');
  if (loose && !/[\\=_^]/.test(text)) return undefined;
  return { from: at, to: end + 1, inner: [at + 1, end], display: false };
}

/** The source with every character of a region replaced, so that no parser reads it; nothing moves. */
export function masked(source: string, regions: readonly Region[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of regions) {
    parts.push(source.slice(at, from), '\ue004'.repeat(to - from));
    at = to;
  }
  return [...parts, source.slice(at)].join('');
}
