import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block } from '../document.ts';
import { marks, type Passage, PassageWriter, slice, sourcePassage, trimmed } from '../passage.ts';
import { columnsOf } from './columns.ts';
import { frontMatter } from './front-matter.ts';
import { withoutScripts } from './html-in-markdown.ts';
import { MarkdownInline, rangeOf } from './markdown-inline.ts';
import { masked, type Region, regionsOf } from './mathematics.ts';

export interface MarkdownReading {
  readonly blocks: readonly Block[];
  readonly about: Readonly<Record<string, string>>;
}

/** Reads Markdown: CommonMark with tables and front matter, and mathematics as people and scanners write it. */
export function readMarkdown(source: string, number = 0): MarkdownReading {
  const { about, end } = frontMatter(source);
  const body = source.slice(0, end).replace(/[^\n]/g, ' ') + withoutDeleted(source.slice(end));
  const regions = regionsOf(body);
  const tree = fromMarkdown(masked(body, regions), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const walk = new Walk(body, regions, number);
  for (const node of tree.children) walk.block(node);
  return { blocks: walk.blocks, about };
}

/** What is crossed out, `~~like this~~`, is blank; nothing moves. */
const withoutDeleted = (text: string): string =>
  text.replace(/(?<!~)~~(?=[^\s~])[^~\n]{1,600}~~(?!~)/g, (found) => ' '.repeat(found.length));

const longestLabel = 100;

/** One walk over the tree, which writes blocks down. */
class Walk {
  readonly blocks: Block[] = [];
  private readonly source: string;
  private readonly number: number;
  private readonly inline: MarkdownInline;
  private marker: string | undefined;
  /** The field whose text is being read, and the blocks before it. */
  private field: { readonly label: string; readonly from: number } | undefined;
  private began = 0;

  constructor(source: string, regions: readonly Region[], number: number) {
    this.source = source;
    this.inline = new MarkdownInline(source, regions);
    this.number = number;
  }

  block(node: RootContent): void {
    if (node.type === 'heading')
      this.add({ kind: 'heading', level: node.depth, passage: this.inline.read(node.children) });
    else if (node.type === 'paragraph') this.paragraph(node.children);
    else if (node.type === 'code') this.add({ kind: 'code', passage: this.code(node) });
    else if (node.type === 'table') this.table(node);
    else if (node.type === 'html') this.html(node.value, rangeOf(node)[0]);
    else if (node.type === 'list')
      node.children.forEach((item, i) => {
        this.marker = node.ordered ? `${(node.start ?? 1) + i}.` : '-';
        // What belongs to it stands below: "1)" and a line of its own.
        if (item.children.length === 0)
          this.add({ kind: 'prose', passage: sourcePassage(this.source, ...rangeOf(item)) });
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
    for (const piece of this.pieces(this.inline.read(children))) this.add(piece);
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
    const rows = node.children.map((row) => row.children.map((cell) => this.inline.read(cell.children)));
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

/** In a cell a displayed formula is one like any other. */
const shown = ({ text, at }: Passage): Passage => ({
  text: text.replaceAll('\ue005', marks.math).replaceAll('\ue006', marks.mathEnd),
  at,
});
