import { readOpen } from '../../formulas/open.ts';
import { writeLatex } from '../../formulas/write/latex.ts';

const longest = 200;
const span = /(?<!`)`([^`\n]{1,200})`(?!`)/g;

/** A formula of a statement, `z1 = x1*w1 + x2*w2`, in LaTeX; undefined for a name alone, which is typed as it stands, and for what is none. */
export function formulaLatex(text: string): string | undefined {
  if (text.length > longest || !/[=*+/^(≈≤≥⊙-]/.test(text.slice(1)) || /["'\\{}$<>]/.test(text)) return undefined;
  const parts = text.split(/\s(=|≈|≤|≥)\s/);
  const sides = parts.map((part, i) => (i % 2 === 1 ? (signs[part] ?? part) : sideLatex(part)));
  return sides.every((side) => side !== undefined) ? sides.join(' ') : undefined;
}

const signs: Readonly<Record<string, string>> = { '≈': '\\approx', '≤': '\\le', '≥': '\\ge' };

function sideLatex(text: string): string | undefined {
  const [tree, more] = readOpen(text) ?? [];
  return tree && !more ? writeLatex(tree).replaceAll('\\operatorname{sigmoid}', '\\sigma') : undefined;
}

/** A statement in Markdown with its formulas as mathematics. */
export const withMathematics = (markdown: string): string =>
  markdown.replace(span, (code, text: string) => {
    const tex = formulaLatex(text);
    return tex === undefined ? code : `$${tex}$`;
  });
