import type * as Ast from '@unified-latex/unified-latex-types';
import { getParser } from '@unified-latex/unified-latex-util-parse';
import type { Complaint } from '../../records/complaint.ts';
import type { Block } from '../document.ts';
import { marks, type Passage, PassageWriter, sourcePassage, trimmed } from '../passage.ts';
import { linesOf } from './columns.ts';
import { Items, isList } from './items.ts';
import { LatexBlocks } from './latex-blocks.ts';
import { characters, environments, headings, includes, own, silent, verbatim } from './latex-names.ts';
import { uncommented } from './latex-passages.ts';
import { cellsOf, filledIn, macroIn, rangeOf, textOf } from './latex-source.ts';
import { Endless } from './macros.ts';

export interface LatexReading {
  readonly blocks: readonly Block[];
  readonly about: Readonly<Record<string, string>>;
  readonly complaints: readonly Complaint[];
}

/** Reads LaTeX. Nothing is run: the student's own macros are put into formulas, within bounds, and no other file is read. */
export function readLatex(source: string, file: string): LatexReading {
  const walk = new Walk(source, file);
  try {
    const tree = getParser({ macros: own, environments }).parse(source);
    walk.nodes(tree.content);
    walk.flush();
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof Endless)) throw error;
    const at = error instanceof Endless ? error.at : 0;
    const says = error instanceof Endless ? error.message : 'brackets or environments stand too deep within each other';
    walk.complain(at, says, 'write the formulas out');
  }
  return walk;
}

/** What stands in the brackets behind the name of an environment. */
const optionOf = (source: string, { args = [] }: Ast.Environment): string => {
  const option = args.find(({ openMark, content }) => openMark === '[' && content.length > 0);
  return option ? textOf(source, option) : '';
};

/** One walk over the tree, which writes blocks down. */
class Walk extends LatexBlocks implements LatexReading {
  readonly about: Record<string, string> = {};
  private readonly items = new Items();

  nodes(nodes: readonly Ast.Node[]): void {
    for (const node of nodes) this.node(node);
  }

  private node(node: Ast.Node): void {
    const range = rangeOf(node);
    if (node.type === 'parbreak') this.flush();
    else if (node.type === 'whitespace') this.out.add(' ', range?.[0] ?? 0);
    else if (node.type === 'string') this.out.add(node.content === '~' ? ' ' : node.content, range?.[0] ?? 0);
    else if (node.type === 'group') this.nodes(node.content);
    else if (node.type === 'inlinemath' && range) this.inlineMath(range);
    else if ((node.type === 'displaymath' || node.type === 'mathenv') && range) this.display(range);
    else if (node.type === 'environment') this.environment(node, range);
    else if (node.type === 'verbatim' && range) this.code(node.content, range);
    else if (node.type === 'macro') this.macro(node, range?.[0] ?? 0);
  }

  private inlineMath([from, to]: [number, number]): void {
    const width = this.source[from] === '$' ? 1 : 2;
    this.out.add(marks.math, from);
    this.out.append(sourcePassage(this.source, from + width, to - width));
    this.out.add(marks.mathEnd, to - 1);
  }

  private display([from, to]: [number, number]): void {
    this.flush();
    const width = this.source.startsWith('\\begin', from) ? 0 : 2;
    this.add({ kind: 'math', passage: uncommented(sourcePassage(this.source, from + width, to - width)) });
  }

  private code(content: string, [from, to]: [number, number]): void {
    this.flush();
    const start = this.source.indexOf(content, from);
    const passage =
      start >= 0 && start < to
        ? sourcePassage(this.source, start, start + content.length)
        : new PassageWriter().add(content, from, to).passage();
    this.add({ kind: 'code', passage });
  }

  private environment(node: Ast.Environment, range: [number, number] | undefined): void {
    const name = typeof node.env === 'string' ? node.env : String((node.env as { content?: unknown }).content ?? '');
    const label = textOf(this.source, node.args?.[0]);
    if (name === 'tabular' || name === 'tabularx' || name === 'array' || name === 'longtable')
      this.table(node.content, range);
    else if (name === 'statement') this.flush();
    else if (name === 'work' || name === 'answertext') this.labelled(name, label, node.content);
    else if (verbatim.includes(name) && range) this.code(this.source.slice(...range), range);
    else this.within(name, node);
  }

  private within(name: string, node: Ast.Environment): void {
    this.flush();
    if (name in headings) this.heading(name, node.args ?? []);
    if (isList(name)) this.items.begin(name.replace('*', ''), optionOf(this.source, node));
    this.nodes(node.content);
    this.flush();
    if (isList(name)) this.items.end();
  }

  /** The lines of work, or the text, of an answer. */
  private labelled(name: string, label: string, content: readonly Ast.Node[]): void {
    this.flush();
    const inner = new Walk(this.source, this.file);
    inner.nodes(content);
    inner.flush();
    const lines = inner.blocks
      .flatMap(({ passage }) => linesOf(passage))
      .map(trimmed)
      .filter(({ text }) => text !== '');
    const out = new PassageWriter();
    for (const [i, line] of lines.entries()) out.add(i > 0 ? '\n' : '', line.at[0] ?? 0).append(line);
    if (name === 'work') this.add({ kind: 'answer', label, passage: new PassageWriter().passage(), work: lines });
    else this.add({ kind: 'answer', label, passage: out.passage() });
  }

  private heading(name: string, args: readonly Ast.Argument[]): void {
    this.flush();
    for (const arg of args.filter(({ openMark }) => openMark === '{' || openMark === '[')) this.nodes(arg.content);
    const passage = this.taken();
    if (passage.text.trim() !== '') this.add({ kind: 'heading', level: headings[name] ?? 2, passage });
  }

  private table(content: readonly Ast.Node[], range: [number, number] | undefined): void {
    this.flush();
    const rows = cellsOf(content).map((row) => row.map((cell) => this.cell(cell)));
    const full = rows.filter((row) => row.some(({ text }) => text !== ''));
    const [from, to] = range ?? [0, 0];
    if (full.length > 0) this.add({ kind: 'table', passage: sourcePassage(this.source, from, to), rows: full });
  }

  private cell(nodes: readonly Ast.Node[]): Passage {
    this.nodes(nodes);
    return trimmed(this.taken());
  }

  private macro(node: Ast.Macro, at: number): void {
    const name = node.content;
    const args = node.args ?? [];
    if (name === 'newcommand' || name === 'renewcommand' || name === 'providecommand' || name === 'DeclareMathOperator')
      this.define(args);
    else if (includes.includes(name))
      this.complain(at, `"\\${name}" names another file, which is not read`, 'put the text into this file');
    else if (name === 'assignment' || name === 'student') this.about[name] = textOf(this.source, args[0]);
    else if (name === 'problem') this.problem(args, at);
    else if (name === 'answer') this.answer(args);
    else if (name in headings && args.length > 0) this.heading(name, args);
    else if (name === 'item') this.item(args);
    else if (name === 'multicolumn' || name === 'multirow') this.nodes(args.at(-1)?.content ?? []);
    else if (name === 'caption') this.paragraph(args);
    else if (Object.hasOwn(characters, name) && args.every(({ content }) => content.length === 0))
      this.out.add(characters[name] ?? '', at);
    else if (!silent.includes(name) && name !== 'def') this.through(name, args, at);
  }

  private through(name: string, args: readonly Ast.Argument[], at: number): void {
    const strong = ['textbf', 'underline', 'fbox', 'framebox', 'uline'].includes(name);
    if (strong) this.out.add(marks.strong, at);
    for (const { content, openMark } of args) if (openMark !== '[') this.nodes(content);
    if (strong) this.out.add(marks.strongEnd, at);
  }

  private define(args: readonly Ast.Argument[]): void {
    const made = macroIn(this.source, args);
    if (made) this.macros.set(...made);
  }

  private problem(args: readonly Ast.Argument[], at: number): void {
    this.flush();
    this.add({ kind: 'problem', label: textOf(this.source, args[0]), passage: sourcePassage(this.source, at, at) });
  }

  private answer(args: readonly Ast.Argument[]): void {
    this.flush();
    const [field, value] = args;
    this.add({ kind: 'answer', label: textOf(this.source, field), passage: filledIn(this.source, value) });
  }

  private item(args: readonly Ast.Argument[]): void {
    this.flush();
    const label = args.find(({ openMark, content }) => openMark === '[' && content.length > 0);
    this.marker = label ? textOf(this.source, label) : this.items.next();
    this.nodes(args.at(-1)?.content ?? []);
    this.flush();
    this.marker = undefined;
  }

  private paragraph(args: readonly Ast.Argument[]): void {
    this.flush();
    for (const { content, openMark } of args) if (openMark === '{') this.nodes(content);
    this.flush();
  }
}
