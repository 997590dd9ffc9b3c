import { limits } from '../../exact/limits.ts';
import type { Names } from '../names.ts';
import { type Chain, Refusal, type Refused } from '../reading.ts';
import type { Formula } from '../tree.ts';
import { Scope } from './scope.ts';
import { statement } from './statement.ts';
import { type CodeToken, codeTokens, type Dialect } from './tokens.ts';

/** How code is to be read. */
export interface CodeOptions {
  readonly dialect: Dialect;
  /** In NumPy: vectors are arrays of one axis. */
  readonly flat?: boolean;
}

/**
 * Reads straight-line code of a dialect: assignments, and the value of the last or of the one that `wanted` names. Nothing
 * is run: the code becomes a formula, which is evaluated on small matrices. Whatever is not listed is refused.
 */
export function readCode(
  text: string,
  names: Names,
  { dialect, flat = false }: CodeOptions,
  wanted: ReadonlySet<string>,
): Chain | Refused {
  try {
    const plain = text.replace(/\\([{}_])/g, '$1');
    const statements = linesOf(codeTokens(plain, dialect));
    if (statements.length > limits.statements) throw new Refusal(`more than ${limits.statements} statements`, 0);
    const scope = new Scope(names, dialect, flat);
    let found: { tree: Formula; label?: string } | undefined;
    let asked: typeof found;
    for (const tokens of statements) {
      const made = statement(tokens, scope);
      if (!made) continue;
      found = made;
      if (made.label !== undefined) {
        scope.set(made.label, made.tree);
        if (wanted.has(made.label)) asked = made;
      }
    }
    const { tree, label } = asked ?? found ?? refused();
    const notes = [
      `read as ${dialect === 'matlab' ? 'MATLAB' : 'NumPy'}${flat ? ', vectors as arrays of one axis' : ''}`,
    ];
    const side = { tree, from: 0, to: text.length };
    return { ok: true, sides: [side], wide: true, code: true, notes, ...(label !== undefined && { label }) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message, at: Math.min(error.at, text.length) };
    throw error;
  }
}

function refused(): never {
  throw new Refusal('there is no formula', 0);
}

function linesOf(tokens: readonly CodeToken[]): CodeToken[][] {
  const lines: CodeToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'line') lines.push([]);
    else if (token.kind !== 'end') lines.at(-1)?.push(token);
  }
  return lines.filter((line) => line.length > 0);
}
