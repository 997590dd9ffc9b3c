import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Block } from '../document.ts';
import { marks, type Passage, PassageWriter, trimmed } from '../passage.ts';
import { withFormulas, withInline } from './html-formulas.ts';
import { flowing, unread } from './html-names.ts';
import { all, find, textOf, toMath } from './html-tree.ts';
import { Items } from './items.ts';
import { latexOf } from './mathml.ts';

/** Reads a page of HTML. */
export function readHtml(source: string, number = 0): { blocks: Block[]; about: Record<string, string> } {
  const walk = new Walk(number);
  walk.children(fromHtml(source, { fragment: !/<(?:html|body|head)\b/i.test(source) }).children as Nodes[]);
  walk.flush();
  return { blocks: walk.blocks, about: walk.about };
}

const offsetOf = ({ position }: Nodes): number => position?.start.offset ?? 0;
const classes = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];

/** One walk over the tree, which writes blocks down. */
class Walk {
  readonly blocks: Block[] = [];
  readonly about: Record<string, string> = {};
  private readonly number: number;
  private out = new PassageWriter();
  private marker: string | undefined;
  private readonly items = new Items();

  constructor(number: number) {
    this.number = number;
  }

  children(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.node(node);
  }

  flush(): void {
    const passage = this.taken();
    if (passage.text.replace(/[\ue000-\ue003\s]/g, '') === '') return;
    for (const piece of withFormulas(passage)) this.add(piece);
  }

  private taken(): Passage {
    const passage = this.out.passage();
    this.out = new PassageWriter();
    return passage;
  }

  private add(block: Omit<Block, 'source'>): void {
    const marker = this.marker;
    this.marker = undefined;
    this.blocks.push({ ...block, ...(marker && { marker }), source: this.number });
  }

  private node(node: Nodes): void {
    if (node.type === 'text')
      this.out.add(node.value.replace(/[\ue000-\ue006]/g, ' '), offsetOf(node), node.position?.end.offset);
    else if (node.type === 'comment') this.comment(node.value, offsetOf(node));
    else if (node.type === 'element') this.element(node);
    else if ('children' in node) this.children(node.children as Nodes[]);
  }

  private comment(value: string, at: number): void {
    const label = /^ gradcheck(-question)?: ([^\s>]{1,100}) $/.exec(value);
    if (!label) return;
    this.flush();
    this.add({
      kind: 'problem',
      label: label[2] ?? '',
      ...(label[1] && { isStatement: true }),
      passage: new PassageWriter().add('', at).passage(),
    });
  }

  private element(node: Element): void {
    const { tagName } = node;
    const heading = /^h([1-6])$/.exec(tagName);
    if (tagName === 'meta') this.meta(node);
    else if (heading)
      this.apart(() => this.add({ kind: 'heading', level: Number(heading[1]), passage: this.inner(node) }));
    else if (tagName === 'head')
      this.children(node.children.filter((child) => child.type === 'element' && child.tagName === 'meta'));
    else if (unread.includes(tagName)) return;
    else if (tagName === 'math') this.math(node);
    else if (classes(node).includes('katex')) this.katex(node);
    else if (classes(node).includes('display') && classes(node).includes('math')) this.displayed(node);
    else if (tagName === 'pre') this.apart(() => this.add({ kind: 'code', passage: this.inner(node) }));
    else if (tagName === 'table') this.apart(() => this.table(node));
    else if (tagName === 'ol' || tagName === 'ul') this.list(node);
    else if (tagName === 'li') this.item(node);
    else if (tagName === 'input')
      this.out.add(` ${String(node.properties.value ?? '')} `, offsetOf(node), offsetOf(node) + 1);
    else if (flowing.includes(tagName)) this.apart(() => this.children(node.children));
    else this.inline(node);
  }

  private meta({ properties }: Element): void {
    const name = /^gradcheck-(assignment|student)$/.exec(String(properties.name ?? ''))?.[1];
    if (name) this.about[name] = String(properties.content ?? '');
  }

  private apart(write: () => void): void {
    this.flush();
    write();
    this.flush();
  }

  private inner(node: Element): Passage {
    const outer = this.out;
    this.out = new PassageWriter();
    for (const child of node.children)
      this.node(child.type === 'element' && flowing.includes(child.tagName) ? { ...child, tagName: 'span' } : child);
    const passage = withInline(this.taken());
    this.out = outer;
    return passage;
  }

  private inline(node: Element): void {
    const { tagName } = node;
    const at = offsetOf(node);
    const strong = ['b', 'strong', 'u', 'mark'].includes(tagName);
    const raised = tagName === 'sub' ? '_{' : tagName === 'sup' ? '^{' : '';
    if (tagName === 'br') this.out.add('\n', at);
    if (strong) this.out.add(marks.strong, at);
    this.out.add(raised, at);
    this.children(node.children);
    if (raised) this.out.add('}', node.position?.end.offset ?? at);
    if (strong) this.out.add(marks.strongEnd, node.position?.end.offset ?? at);
  }

  private list(node: Element): void {
    const { type, start } = node.properties;
    this.items.begin(node.tagName === 'ol' ? 'enumerate' : 'itemize', `${type ?? ''} start=${start ?? 1}`);
    this.apart(() => this.children(node.children));
    this.items.end();
  }

  private item(node: Element): void {
    this.flush();
    this.marker = this.items.next();
    this.children(node.children);
    this.flush();
    this.marker = undefined;
  }

  private displayed(node: Element): void {
    const { text, at } = this.inner(node);
    this.flush();
    const tex = text.replace(/[\ue000-\ue003]/g, '').replace(/^\s*(?:\\\[|\$\$)|(?:\\\]|\$\$)\s*$/g, '');
    this.add({ kind: 'math', passage: new PassageWriter().add(tex, at[0] ?? 0, at.at(-1)).passage() });
  }

  /** KaTeX writes each formula twice; its MathML has the source. */
  private katex(node: Element): void {
    const math = find(node, 'math');
    if (math) this.math(math);
  }

  private math(node: Element): void {
    const source = find(node, 'annotation');
    const tex = source ? textOf(source) : latexOf(toMath(node));
    const at = offsetOf(node);
    if (String(node.properties.display ?? '') === 'block') {
      this.flush();
      this.add({ kind: 'math', passage: new PassageWriter().add(tex, at, at + 1).passage() });
    } else this.out.add(`${marks.math}${tex}${marks.mathEnd}`, at, at + 1);
  }

  private table(node: Element): void {
    const rows = all(node, 'tr').map((row) =>
      row.children
        .filter((cell): cell is Element => cell.type === 'element' && (cell.tagName === 'td' || cell.tagName === 'th'))
        .map((cell) => trimmed(this.inner(cell))),
    );
    const caption = find(node, 'caption');
    if (caption) this.add({ kind: 'prose', passage: this.inner(caption) });
    const passage = new PassageWriter().add(' ', offsetOf(node)).passage();
    if (rows.length > 0) this.add({ kind: 'table', passage, rows });
  }
}
