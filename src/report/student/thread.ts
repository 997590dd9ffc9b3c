import type { Mark } from '../../records/result.ts';
import { costs } from '../points.ts';
import type { Rail } from './view.ts';

interface Span {
  from: number;
  to: number;
}

/**
 * The thread of each line by its field: it starts at a wrong line, has a node at each line that uses it and runs dotted
 * past those that do not. Threads that overlap are drawn as one.
 */
export function threadOf(marks: readonly Mark[]): ReadonlyMap<string, Rail> {
  const numbers = new Map(marks.map(({ field }, i) => [field, i]));
  const nodes = new Set<number>();
  const spans: Span[] = [];
  marks.forEach((mark, i) => {
    const off = (n: number): boolean => nodes.has(n) || (mark.carriedFrom ?? []).includes(marks[n]?.field ?? '');
    const sources = usedBy(mark).map((field) => numbers.get(field) ?? i);
    const wrong = sources.filter((n) => n < i && off(n));
    if (wrong.length === 0) return;
    for (const n of [...wrong, i]) nodes.add(n);
    spans.push({ from: Math.min(...wrong), to: i });
  });
  return new Map(merged(spans).flatMap((span) => railsIn(span, marks, nodes)));
}

const usedBy = ({ carriedFrom = [], follows }: Mark): string[] => [...carriedFrom, ...(follows?.from ?? [])];

function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else found.push({ ...span });
  }
  return found;
}

function railsIn({ from, to }: Span, marks: readonly Mark[], nodes: ReadonlySet<number>): [string, Rail][] {
  const rail = (i: number): Rail => (i === from ? 'start' : i === to ? 'end' : nodes.has(i) ? 'node' : 'through');
  return marks.slice(from, to + 1).map(({ field }, i) => [field, rail(from + i)]);
}

/** The lines that keep their points although they hang on this one. */
export const followersOf = (field: string, marks: readonly Mark[]): Mark[] =>
  marks.filter((mark) => mark.verdict === 'carried' && !costs(mark) && (mark.carriedFrom ?? []).includes(field));
