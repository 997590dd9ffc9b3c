import { readCode } from './code/read.ts';
import { readMath } from './math/read.ts';
import type { Names } from './names.ts';
import { print } from './print.ts';
import type { Chain, Refused } from './reading.ts';
import type { Formula } from './tree.ts';
import { writeCode } from './write/code.ts';
import { writeLatex } from './write/latex.ts';

/** A way to write formulas. What it writes it reads as the same. */
export interface Notation {
  readonly read: (text: string, names: Names) => Chain | Refused;
  /** Throws `NotWritten` for what the notation has no way to say. */
  readonly write: (tree: Formula, names: Names) => string;
}

const nothing: ReadonlySet<string> = new Set();

/** The notations that students and authors use. */
export const notations: Readonly<Record<'latex' | 'plain' | 'matlab' | 'numpy', Notation>> = {
  latex: { read: readMath, write: writeLatex },
  plain: { read: readMath, write: print },
  matlab: {
    read: (text, names) => readCode(text, names, { dialect: 'matlab' }, nothing),
    write: (tree, names) => writeCode(tree, names, 'matlab'),
  },
  numpy: {
    read: (text, names) => readCode(text, names, { dialect: 'numpy' }, nothing),
    write: (tree, names) => writeCode(tree, names, 'numpy'),
  },
};
