import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block } from '../document.ts';
import { marks, type Passage, PassageWriter, slice, sourcePassage, trimmed } from '../passage.ts';
import { columnsOf } from './columns.ts';
import { frontMatter } from './front-matter.ts';
import { masked, type Region, regionsOf } from './mathematics.ts';

export interface MarkdownReading {
  readonly blocks: readonly Block[];
  readonly about: Readonly<Record<string, string>>;
}

/** Reads Markdown: CommonMark with tables and front matter, and mathematics as people and scanners write it. */
export function readMarkdown(source: string, number = 0): MarkdownReading {
  const { about, end } = frontMatter(source);
  const body = source.slice(0, end).replace(/[^\n]/g, ' ') + source.slice(end);
  const regions = regionsOf(body);
  const tree = fromMarkdown(masked(body, regions), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const walk = new Walk(body, regions, number);
  for (const node of tree.children) walk.block(node);
  return { blocks: walk.blocks, about };
}

const rangeOf = ({ position }: Nodes): [number, number] => [position?.start.offset ?? 0, position?.end.offset ?? 0];
const longestLabel = 100;
const isWord = (character: string | undefined): boolean => /[\p{L}\p{N})\]}(]/u.test(character ?? '');

/** One walk over the tree, which writes blocks down. */
class Walk {
  readonly blocks: Block[] = [];
  private readonly source: string;
  private readonly regions: ReadonlyMap<number, Region>;
  private readonly number: number;
  private marker: string | undefined;
  /** The field whose text is being read, and the blocks before it. */
  private field: { readonly label: string; readonly from: number } | undefined;
  private began = 0;

  constructor(source: string, regions: readonly Region[], number: number) {
    this.source = source;
    this.regions = new Map(regions.map((region) => [region.from, region]));
    this.number = number;
  }

  block(node: RootContent): void {
    if (node.type === 'heading') this.add({ kind: 'heading', level: node.depth, passage: this.inline(node.children) });
    else if (node.type === 'paragraph') this.paragraph(node.children);
    else if (node.type === 'code') this.add({ kind: 'code', passage: this.code(node) });
    else if (node.type === 'table') this.table(node);
    else if (node.type === 'html') this.html(node.value, rangeOf(node)[0]);
    else if (node.type === 'list')
      node.children.forEach((item, i) => {
        this.marker = node.ordered ? `${(node.start ?? 1) + i}.` : '-';
        for (const child of item.children) this.block(child);
        this.marker = undefined;
      });
    else if ('children' in node) for (const child of node.children) this.block(child as RootContent);
  }

  private add(block: Omit<Block, 'source'>): void {
    const marker = this.marker;
    this.marker = undefined;
    this.blocks.push({ ...block, ...(marker && { marker }), source: this.number });
  }

  private paragraph(children: readonly PhrasingContent[]): void {
    for (const piece of this.pieces(this.inline(children))) this.add(piece);
  }

  /** Displayed formulas stand apart from the prose around them, and so do rows of columns. */
  private pieces(passage: Passage): Omit<Block, 'source'>[] {
    const pieces: Omit<Block, 'source'>[] = [];
    let from = 0;
    const prose = (to: number) => {
      const part = slice(passage, from, to);
      if (part.text.trim() !== '') pieces.push(...columnsOf(part));
    };
    for (const found of passage.text.matchAll(/\ue005[^\ue005\ue006]*\ue006/g)) {
      prose(found.index);
      from = found.index + found[0].length;
      pieces.push({ kind: 'math', passage: slice(passage, found.index + 1, from - 1) });
    }
    prose(passage.text.length);
    return pieces;
  }

  private inline(children: readonly PhrasingContent[]): Passage {
    const out = new PassageWriter();
    for (const child of children) this.phrase(child, out);
    return out.passage();
  }

  private phrase(node: PhrasingContent, out: PassageWriter): void {
    const [from, to] = rangeOf(node);
    if (node.type === 'text') this.text(node.value, from, to, out);
    else if (node.type === 'inlineCode') this.inlineCode(node.value, from, to, out);
    else if (node.type === 'break') out.add('\n', from);
    else if (node.type === 'html') out.add(tagText(node.value), from, to);
    else if (node.type === 'emphasis' || node.type === 'strong') this.emphasis(node, from, to, out);
    else if ('children' in node) for (const child of node.children) this.phrase(child, out);
  }

  /** In `5*5*16` the asterisks multiply. */
  private emphasis(
    node: Extract<PhrasingContent, { type: 'emphasis' | 'strong' }>,
    from: number,
    to: number,
    out: PassageWriter,
  ): void {
    const width = node.type === 'strong' ? 2 : 1;
    const literal =
      this.source[from] === '*' &&
      (isWord(this.source[from - 1]) || isWord(this.source[to])) &&
      !/[\p{L}]/u.test(this.source[to] ?? '');
    const [open, close] = literal
      ? [this.source.slice(from, from + width), this.source.slice(to - width, to)]
      : node.type === 'strong'
        ? [marks.strong, marks.strongEnd]
        : ['', ''];
    out.add(open, from);
    for (const child of node.children) this.phrase(child, out);
    out.add(close, to - width);
  }

  private inlineCode(value: string, from: number, to: number, out: PassageWriter): void {
    const inner = this.source.indexOf(value.slice(0, 20), from);
    out.add(value, inner > 0 && inner < to ? inner : from, to);
  }

  private text(value: string, from: number, to: number, out: PassageWriter): void {
    const source = this.source.slice(from, to);
    // A character reference: where exactly its characters stand does not matter.
    if (/&#?\w+;/.test(source) && !this.regionIn(from, to)) {
      out.add(value, from, to);
      return;
    }
    for (let at = from; at < to; at++) {
      const region = this.regions.get(at);
      if (region) {
        this.formula(region, out);
        at = region.to - 1;
      } else if (this.source[at] !== '\\' || !/[!-/:-@[-`{-~]/.test(this.source[at + 1] ?? ''))
        out.add(this.source[at] ?? '', at);
    }
  }

  private regionIn(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.regions.has(at)) return true;
    return false;
  }

  private formula({ inner: [from, to], display }: Region, out: PassageWriter): void {
    out.add(display ? '\ue005' : marks.math, from);
    out.append(sourcePassage(this.source, from, to));
    out.add(display ? '\ue006' : marks.mathEnd, to);
  }

  private code(node: Nodes & { value: string }): Passage {
    const [from] = rangeOf(node);
    const out = new PassageWriter();
    let at = from;
    for (const line of node.value.split('\n')) {
      const found = line.trim() === '' ? -1 : this.source.indexOf(line, at);
      out.add(`${line}\n`, found >= 0 ? found : at);
      if (found >= 0) at = found + line.length;
    }
    return out.passage();
  }

  /** What a comment of a template says: whose answers follow, that a statement does, or that a text begins or ends. */
  private labelled(kind: string, label: string, from: number): void {
    const passage = sourcePassage(this.source, from, from);
    if (kind === '' || kind === 'question')
      this.add({ kind: 'problem', label, passage, ...(kind === 'question' && { isStatement: true }) });
    if (kind === 'text') {
      this.began = this.blocks.length;
      this.field = { label, from: this.source.indexOf('-->', from) + 3 };
    }
    if (kind !== 'end' || this.field?.label !== label) return;
    const text = trimmed(sourcePassage(this.source, this.field.from, from));
    this.blocks.splice(this.began);
    this.field = undefined;
    this.add({ kind: 'answer', label, passage: text });
  }

  private table(node: Table): void {
    const rows = node.children.map((row) => row.children.map((cell) => this.inline(cell.children)));
    const [from, to] = rangeOf(node);
    this.add({ kind: 'table', passage: sourcePassage(this.source, from, to), rows: rows.map((row) => row.map(shown)) });
  }

  private html(value: string, from: number): void {
    for (const [, kind = '', label = ''] of value.matchAll(/<!-- gradcheck(?:-([a-z]+))?: ([^\s>]+) -->/g))
      if (label.length <= longestLabel) this.labelled(kind, label, from);
    if (value.startsWith('<!--')) return;
    const text = withoutScripts(value).replace(/<[^<>]*>/g, ' ');
    if (text.trim() !== '')
      this.add({ kind: 'prose', passage: new PassageWriter().add(text, from, from + value.length).passage() });
  }
}

/** Without scripts and styles; one that is never closed stays. */
function withoutScripts(html: string): string {
  let [kept, from, open] = ['', 0, -1];
  for (const { 0: tag, index } of html.matchAll(/<\/(?:script|style)>|<(?:script|style)/gi)) {
    if (!tag.startsWith('</')) open = open < 0 ? index : open;
    else if (open >= 0) {
      kept += html.slice(from, open);
      [from, open] = [index + tag.length, -1];
    }
  }
  return kept + html.slice(from);
}

/** In a cell a displayed formula is one like any other. */
const shown = ({ text, at }: Passage): Passage => ({
  text: text.replaceAll('\ue005', marks.math).replaceAll('\ue006', marks.mathEnd),
  at,
});

function tagText(tag: string): string {
  if (/^<br\b/i.test(tag)) return '\n';
  return /^<sub\b/i.test(tag) ? '_' : /^<sup\b/i.test(tag) ? '^' : '';
}
