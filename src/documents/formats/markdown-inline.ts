import type { Nodes, PhrasingContent } from 'mdast';
import { marks, type Passage, PassageWriter, sourcePassage } from '../passage.ts';
import { tagText } from './html-in-markdown.ts';
import type { Region } from './mathematics.ts';

/** Where a node stands in the source. */
export const rangeOf = ({ position }: Nodes): [number, number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
];

const isWord = (character: string | undefined): boolean => /[\p{L}\p{N})\]}(]/u.test(character ?? '');

/** The text of a paragraph, with its formulas between marks; displayed ones between marks of their own. */
export class MarkdownInline {
  private readonly source: string;
  private readonly regions: ReadonlyMap<number, Region>;

  constructor(source: string, regions: readonly Region[]) {
    this.source = source;
    this.regions = new Map(regions.map((region) => [region.from, region]));
  }

  read(children: readonly PhrasingContent[]): Passage {
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
}
