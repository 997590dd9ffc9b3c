import type * as Ast from '@unified-latex/unified-latex-types';
import { type Passage, PassageWriter, sourcePassage, trimmed } from '../passage.ts';
import { uncommented, undollared } from './latex-passages.ts';
import type { Macro } from './macros.ts';

/** Where a node stands in the source. */
export const rangeOf = (node: Ast.Node | undefined): [number, number] | undefined =>
  node?.position && [node.position.start.offset, node.position.end.offset];

/** The source text of an argument. */
export function textOf(source: string, arg: Ast.Argument | undefined): string {
  const from = rangeOf(arg?.content[0])?.[0];
  const close = arg?.closeMark === ']' ? ']' : '}';
  const to = from === undefined ? -1 : source.indexOf(close, from);
  return from === undefined || to < 0 ? '' : source.slice(from, to).trim();
}

/** Behind the last of the nodes, and behind the braces of its arguments. */
function endOf(source: string, nodes: readonly Ast.Node[]): number | undefined {
  const from = rangeOf(nodes[0])?.[0];
  if (from === undefined) return undefined;
  let depth = 1;
  for (let i = from; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '{') depth++;
    else if (source[i] === '}' && --depth === 0) return i;
  }
  return undefined;
}

/** What a student's own command stands for: its name and its text. */
export function macroIn(source: string, args: readonly Ast.Argument[]): [string, Macro] | undefined {
  const braced = args.filter(({ openMark }) => openMark === '{');
  const name = braced[0]?.content.find((node) => node.type === 'macro')?.content;
  const count = args.find(({ openMark, content }) => openMark === '[' && content.length > 0);
  const body = braced.at(-1)?.content ?? [];
  const from = rangeOf(body[0])?.[0];
  const to = endOf(source, body);
  if (typeof name !== 'string' || braced.length < 2 || from === undefined || to === undefined) return undefined;
  return [name, { parameters: Number(count ? textOf(source, count) : 0) || 0, body: source.slice(from, to) }];
}

/** What stands in the braces of an answer. */
export function filledIn(source: string, value: Ast.Argument | undefined): Passage {
  const from = rangeOf(value?.content[0])?.[0];
  const to = endOf(source, value?.content ?? []);
  return from === undefined || to === undefined
    ? new PassageWriter().passage()
    : trimmed(undollared(uncommented(sourcePassage(source, from, to))));
}

const rule = /^(?:[hc]line|toprule|midrule|bottomrule)$/;

/** The rows of a table, each the nodes of its cells. */
export function cellsOf(content: readonly Ast.Node[]): Ast.Node[][][] {
  const rows: Ast.Node[][][] = [[[]]];
  for (const node of content) {
    if (node.type === 'string' && node.content === '&') rows.at(-1)?.push([]);
    else if (node.type === 'macro' && ['\\', 'tabularnewline'].includes(node.content)) rows.push([[]]);
    else if (node.type !== 'macro' || !rule.test(node.content))
      rows
        .at(-1)
        ?.at(-1)
        ?.push(node.type === 'parbreak' ? { type: 'whitespace' } : node);
  }
  return rows;
}
