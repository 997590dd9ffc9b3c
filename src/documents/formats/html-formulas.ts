import type { Block } from '../document.ts';
import { marks, type Passage, PassageWriter, slice } from '../passage.ts';
import { columnsOf } from './columns.ts';
import { regionsOf } from './mathematics.ts';

/** TeX in the text, as MathJax finds it, apart from the prose. */
export function withFormulas(passage: Passage): Omit<Block, 'source'>[] {
  const pieces: Omit<Block, 'source'>[] = [];
  let from = 0;
  const prose = (to: number) => {
    const part = slice(passage, from, to);
    if (part.text.trim() !== '') pieces.push(...columnsOf(withInline(part)));
  };
  for (const { display, from: start, to, inner } of regionsOf(passage.text)) {
    if (!display) continue;
    prose(start);
    pieces.push({ kind: 'math', passage: slice(passage, ...inner) });
    from = to;
  }
  prose(passage.text.length);
  return pieces;
}

/** TeX within a line. */
export function withInline(passage: Passage): Passage {
  const out = new PassageWriter();
  let at = 0;
  for (const { from, to, inner } of regionsOf(passage.text)) {
    out.append(slice(passage, at, from)).add(marks.math, passage.at[from] ?? 0);
    out.append(slice(passage, ...inner)).add(marks.mathEnd, passage.at[to - 1] ?? 0);
    at = to;
  }
  return out.append(slice(passage, at)).passage();
}
