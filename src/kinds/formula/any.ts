import type { Asked } from '../../derived/asked-formula.ts';
import { type CodeOptions, readCode } from '../../formulas/code/read.ts';
import { dialectOf } from '../../formulas/code/tokens.ts';
import { compare } from '../../formulas/compare.ts';
import { type Chain, Refusal, type Refused } from '../../formulas/reading.ts';
import { answered, type Judged } from './against.ts';
import { readPaper } from './paper.ts';

const latex = /\\[a-zA-Z]{2}|[_^]\{/;

/** A sign of code: arguments, statements, a value given to a name. */
const isCode = /[,;\n]|[^<>=!~]=[^=]/u;

/**
 * Reads a formula or code, and holds it against the right one. Where nothing in the text tells the language, `*` may be a
 * product of matrices or of cells: then a reading that is right is taken, and said; where none is, the first.
 */
export function readAny(text: string, asked: Asked): Judged | Refused {
  if (latex.test(text.replaceAll('\\dots', ''))) return readPaper(text, asked);
  try {
    const dialect = dialectOf(text);
    if (dialect === 'matlab') return inMatlab(text, asked);
    if (dialect === 'numpy') return inNumpy(text, asked);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message, at: error.at };
    throw error;
  }
  const paper = readPaper(text, asked);
  return isRight(paper) ? paper : inSomeLanguage(text, paper, asked);
}

function inSomeLanguage(text: string, paper: Judged | Refused, asked: Asked): Judged | Refused {
  const code = [inNumpy(text, asked), inCode(text, asked, { dialect: 'matlab' })];
  const fitting = code.find(isRight);
  if (fitting || paper.ok) return fitting ?? paper;
  const [first, ...others] = isCode.test(text) ? code.filter((reading) => reading.ok) : [];
  // What got further had more of it in mind.
  if (!first) return [...code, paper].reduce((a, b) => (!b.ok && (a.ok || b.at >= a.at) ? b : a));
  if (others.every((other) => isSame(first.chain, other.chain, asked))) return first;
  return { ok: false, reason: 'MATLAB and NumPy mean different things by this; say which it is', at: 0 };
}

const inCode = (text: string, asked: Asked, options: CodeOptions): Judged | Refused =>
  answered(readCode(text, asked.names, options, asked.called), asked);

/** Formulas on paper have the signs of MATLAB, too: `G .* G^T`. Those of NumPy mean other things. */
function inMatlab(text: string, asked: Asked): Judged | Refused {
  const code = inCode(text, asked, { dialect: 'matlab' });
  if (code.ok) return code;
  const paper = readPaper(text, asked);
  return paper.ok ? paper : code;
}

/** A vector may be an array of one axis or of two: the reading that is right is taken, and said; else the second. */
function inNumpy(text: string, asked: Asked): Judged | Refused {
  const code = inCode(text, asked, { dialect: 'numpy' });
  if (isRight(code)) return code;
  const flat = inCode(text, asked, { dialect: 'numpy', flat: true });
  return isRight(flat) || (flat.ok && !code.ok) ? flat : code;
}

/** Do two languages mean the same by it? */
function isSame(one: Chain, other: Chain, asked: Asked): boolean {
  const [a, b] = [one.sides.at(-1), other.sides.at(-1)];
  return a !== undefined && b !== undefined && compare(a.tree, b.tree, asked.names, { wide: true }).kind === 'equal';
}

const isRight = (reading: Judged | Refused): reading is Judged =>
  reading.ok && reading.judgement.comparison.kind === 'equal';
