import type { Asked } from '../../derived/asked-formula.ts';
import { type CodeOptions, readCode } from '../../formulas/code/read.ts';
import { dialectOf } from '../../formulas/code/tokens.ts';
import { compare } from '../../formulas/compare.ts';
import { readMath } from '../../formulas/math/read.ts';
import { type Chain, Refusal, type Refused } from '../../formulas/reading.ts';
import { against } from './against.ts';

const latex = /\\[a-zA-Z]{2}|[_^]\{/;

/**
 * Reads a formula or code. Where nothing in the text tells the language, `*` may be a product of matrices or of cells: then
 * a reading that is right is taken, and said; where none is, the first.
 */
export function readAny(text: string, asked: Asked): Chain | Refused {
  if (latex.test(text.replaceAll('\\dots', ''))) return readMath(text, asked.names);
  try {
    const dialect = dialectOf(text);
    if (dialect === 'matlab') return inMatlab(text, asked);
    if (dialect === 'numpy') return inNumpy(text, asked);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message, at: error.at };
    throw error;
  }
  const math = readMath(text, asked.names);
  const code = [inNumpy(text, asked), inCode(text, asked, { dialect: 'matlab' })];
  const readings = [math, ...code].filter((reading) => reading.ok);
  const fitting = readings.find((reading) => isRight(reading, asked));
  const [first, ...others] = readings;
  if (fitting ?? first === undefined) return fitting ?? code[0] ?? math;
  const isOne = others.every((other) => isSame(first as Chain, other, asked));
  if (first === math || isOne) return first as Chain;
  return { ok: false, reason: 'MATLAB and NumPy mean different things by this; say which it is', at: 0 };
}

const inCode = (text: string, asked: Asked, options: CodeOptions): Chain | Refused =>
  readCode(text, asked.names, options, asked.called);

/** Formulas on paper have the signs of MATLAB, too: `G .* G^T`. Those of NumPy mean other things. */
function inMatlab(text: string, asked: Asked): Chain | Refused {
  const code = inCode(text, asked, { dialect: 'matlab' });
  if (code.ok) return code;
  const math = readMath(text, asked.names);
  return math.ok ? math : code;
}

/** A vector may be an array of one axis or of two: the reading that is right is taken, and said; else the second. */
function inNumpy(text: string, asked: Asked): Chain | Refused {
  const code = inCode(text, asked, { dialect: 'numpy' });
  if (code.ok && isRight(code, asked)) return code;
  const flat = inCode(text, asked, { dialect: 'numpy', flat: true });
  return flat.ok && (!code.ok || isRight(flat, asked)) ? flat : code;
}

/** Do two languages mean the same by it? */
function isSame(one: Chain, other: Chain, asked: Asked): boolean {
  const [a, b] = [one.sides.at(-1), other.sides.at(-1)];
  return a !== undefined && b !== undefined && compare(a.tree, b.tree, asked.names, { wide: true }).kind === 'equal';
}

function isRight({ sides, wide = false }: Chain, asked: Asked): boolean {
  const last = sides.at(-1);
  return last !== undefined && against(last.tree, asked, { wide }).comparison.kind === 'equal';
}
