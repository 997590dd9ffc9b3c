import { parseXml, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml';
import type { Block } from '../document.ts';
import { marks, type Passage, PassageWriter, trimmed } from '../passage.ts';
import { columnsOf } from './columns.ts';
import { officeMath } from './office-math.ts';
import { unzipped } from './zip.ts';

export type DocxReading =
  | { readonly ok: true; readonly blocks: readonly Block[]; readonly text: string }
  | { readonly ok: false; readonly says: string; readonly mend: string };

/** Reads a Word document: its main text, with formulas. A place in it is the number of the paragraph, as a line. */
export function readDocx(bytes: Uint8Array): DocxReading {
  const zip = unzipped(bytes, (name) => name === 'word/document.xml');
  const mend = 'save it again as .docx, or hand in Markdown or a PDF’s source';
  if (!zip.ok) return { ok: false, says: zip.says, mend };
  const part = zip.parts['word/document.xml'];
  if (!part) return { ok: false, says: 'there is no text in it ("word/document.xml")', mend };
  const xml = new TextDecoder().decode(part);
  // Entities are the bombs of XML, and Word declares none.
  if (/<!DOCTYPE/i.test(xml.slice(0, 10_000))) return { ok: false, says: 'its XML declares entities', mend };
  if (tooDeep(xml)) return { ok: false, says: 'its XML stands too deep within itself', mend };
  try {
    const walk = new Walk();
    const body = find(parseXml(xml).root, 'w:body');
    for (const child of body?.children ?? []) walk.block(child);
    return { ok: true, blocks: walk.blocks, text: walk.text() };
  } catch (error) {
    return { ok: false, says: `its XML cannot be read: ${(error as Error).message.split('\n')[0]}`, mend };
  }
}

/** The parser calls itself for every level. */
function tooDeep(xml: string): boolean {
  let depth = 0;
  for (const [tag] of xml.matchAll(/<\/?[^<>]{1,2000}>/g)) {
    depth += tag.startsWith('</') ? -1 : tag.endsWith('/>') || tag.startsWith('<?') ? 0 : 1;
    if (depth > 500) return true;
  }
  return false;
}

/** One walk over the paragraphs; the source of the document is their text, a line each. */
class Walk {
  readonly blocks: Block[] = [];
  private readonly lines: string[] = [];
  private offset = 0;

  text(): string {
    return this.lines.join('\n');
  }

  block(node: XmlNode): void {
    if (!(node instanceof XmlElement)) return;
    if (node.name === 'w:p') this.paragraph(node);
    else if (node.name === 'w:tbl') this.table(node);
    else for (const child of node.children) this.block(child);
  }

  private paragraph(node: XmlElement): void {
    const passage = this.line(node);
    const style = styleOf(node);
    const level =
      /^(?:heading|berschrift|titre|titolo)\D*(\d)$/i.exec(style)?.[1] ?? (/^title$/i.test(style) ? '1' : undefined);
    const marker = find(node, 'w:numPr') ? '-' : undefined;
    if (passage.text.trim() === '') return;
    if (level) this.add({ kind: 'heading', level: Number(level), passage });
    else if (find(node, 'm:oMathPara')) this.add({ kind: 'math', passage: bare(passage) });
    else if (/code|verbatim|html|preformatted/i.test(style)) this.add({ kind: 'code', passage });
    else for (const piece of columnsOf(passage)) this.add({ ...piece, ...(marker && { marker }) });
  }

  private add(block: Omit<Block, 'source'>): void {
    this.blocks.push({ ...block, source: 0 });
  }

  /** The text of a paragraph or a cell, as a line of the source. */
  private line(node: XmlElement): Passage {
    const text = textOf(node).replaceAll('\r', '');
    const flat = text.replace(/\n/g, ' ');
    const passage = new PassageWriter().add(text, this.offset).passage();
    this.lines.push(flat);
    this.offset += flat.length + 1;
    return passage;
  }

  private table(node: XmlElement): void {
    const rows = all(node, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => trimmed(this.line(cell))));
    const passage = rows[0]?.[0] ?? new PassageWriter().passage();
    if (rows.length > 0) this.add({ kind: 'table', passage, rows });
  }
}

const bare = ({ text, at }: Passage): Passage => {
  const from = text.indexOf(marks.math) + 1;
  const to = text.lastIndexOf(marks.mathEnd);
  return from > 0 && to > from
    ? trimmed({ text: text.slice(from, to).replace(/[\ue000\ue001]/g, ' '), at: at.slice(from, to) })
    : { text, at };
};

function textOf(node: XmlNode): string {
  if (!(node instanceof XmlElement)) return '';
  if (node.name === 'w:t' || node.name === 'w:delText') return node.name === 'w:t' ? contents(node) : '';
  if (node.name === 'w:tab') return '\t';
  if (node.name === 'w:br' || node.name === 'w:cr') return '\n';
  if (node.name === 'm:oMath') return `${marks.math}${officeMath(node)}${marks.mathEnd}`;
  if (node.name === 'w:pPr' || node.name === 'w:rPr' || node.name === 'w:del' || node.name === 'mc:Fallback') return '';
  const inner = node.children.map(textOf).join('');
  if (node.name !== 'w:r' || inner === '') return inner;
  return run(node, inner);
}

/** A run of text with its look: lowered and raised text, bold and underlined text. */
function run(node: XmlElement, inner: string): string {
  const properties = node.children.find(
    (child): child is XmlElement => child instanceof XmlElement && child.name === 'w:rPr',
  );
  const has = (name: string) => properties && find(properties, name);
  const align = has('w:vertAlign')?.attributes['w:val'];
  if (align === 'subscript') return `_{${inner}}`;
  if (align === 'superscript') return `^{${inner}}`;
  const off = (element: XmlElement | undefined) =>
    !element || ['0', 'false', 'none'].includes(element.attributes['w:val'] ?? '');
  return off(has('w:b')) && off(has('w:u')) ? inner : `${marks.strong}${inner}${marks.strongEnd}`;
}

const contents = (node: XmlElement): string =>
  node.children.map((child) => (child instanceof XmlText ? child.text : '')).join('');
const styleOf = (node: XmlElement): string => find(node, 'w:pStyle')?.attributes['w:val'] ?? '';

function find(node: XmlElement | null, name: string): XmlElement | undefined {
  for (const child of node?.children ?? []) {
    if (!(child instanceof XmlElement)) continue;
    const found = child.name === name ? child : find(child, name);
    if (found) return found;
  }
  return undefined;
}

const all = (node: XmlElement, name: string): XmlElement[] =>
  node.children.flatMap((child) => {
    if (!(child instanceof XmlElement)) return [];
    return child.name === name ? [child] : child.name === 'w:tbl' ? [] : all(child, name);
  });
