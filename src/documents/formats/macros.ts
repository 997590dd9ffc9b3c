import { type Passage, PassageWriter, slice } from '../passage.ts';

/** A macro of the student's own: how many arguments it takes, and what it stands for. */
export interface Macro {
  readonly parameters: number;
  readonly body: string;
}

const deepest = 8;
const longest = 50_000;
const control = /\\([a-zA-Z]+)[ \t]*/g;

/** What makes the expansion of macros endless: it is refused, and told where. */
export class Endless extends Error {
  readonly at: number;
  constructor(at: number) {
    super('macros that stand for each other without end');
    this.at = at;
  }
}

/**
 * Puts a student's own macros (`\newcommand{\dd}[2]{\frac{\partial #1}{\partial #2}}`) into a formula. What a macro
 * gives stands where the macro stands. Throws `Endless` where this comes to no end or to a page.
 */
export function expanded(passage: Passage, macros: ReadonlyMap<string, Macro>): Passage {
  if (macros.size === 0) return passage;
  let result = passage;
  for (let depth = 0; ; depth++) {
    const next = once(result, macros);
    if (!next) return result;
    if (depth === deepest || next.text.length > longest + passage.text.length)
      throw new Endless(firstIn(result, macros));
    result = next;
  }
}

const firstIn = ({ text, at }: Passage, macros: ReadonlyMap<string, Macro>): number =>
  at[[...text.matchAll(control)].find(([, name = '']) => macros.has(name))?.index ?? 0] ?? 0;

/** One round over the text; undefined where no macro stands in it. */
function once(passage: Passage, macros: ReadonlyMap<string, Macro>): Passage | undefined {
  const out = new PassageWriter();
  let from = 0;
  for (const found of passage.text.matchAll(control)) {
    const macro = macros.get(found[1] ?? '');
    if (!macro || found.index < from) continue;
    out.append(slice(passage, from, found.index));
    const { values, end } = argumentsOf(passage.text, found.index + found[0].length, macro.parameters);
    const body = macro.body.replace(/#(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '');
    const at = passage.at[found.index] ?? 0;
    out.add(` ${body} `, at, at + 1);
    if (out.length > longest + passage.text.length) throw new Endless(at);
    from = end;
  }
  return from === 0 ? undefined : out.append(slice(passage, from)).passage();
}

/** Groups in braces, or single characters, as TeX takes them. */
function argumentsOf(text: string, start: number, count: number): { values: string[]; end: number } {
  const values: string[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    while (/\s/.test(text[at] ?? '')) at++;
    const end = text[at] === '{' ? groupEnd(text, at) : at + 1;
    values.push(text[at] === '{' ? text.slice(at + 1, end - 1) : text.slice(at, end));
    at = end;
  }
  return { values, end: at };
}

/** Behind the brace that closes the one at `at`; the end of the text where none does. */
export function groupEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i + 1;
  }
  return text.length;
}
