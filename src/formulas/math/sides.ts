import { Refusal } from '../reading.ts';
import type { Token } from './tokens.ts';

/** Signs of equality, and of an assignment. */
const equals = new Set(['=', '\\equiv', '\\triangleq', '\\coloneqq', '\\gets', '\\leftarrow']);
const arrows = new Set(['\\to', '\\rightarrow', '\\Rightarrow', '\\implies', '\\longrightarrow', '\\mapsto', '\\iff']);
export const opening = new Set(['(', '[', '{', '\\{', '\\lvert', '\\lVert', '\\lfloor', '\\lceil']);
export const closing = new Set([')', ']', '}', '\\}', '\\rvert', '\\rVert', '\\rfloor', '\\rceil']);
/** Environments that only set the lines of a chain under each other. */
const layout = /^(?:aligned|align|equation|gather|gathered|split|eqnarray|displaymath|math|alignat|multline)\*?$/;

/** The tokens of each side of the equals signs outside of brackets; each ends with a token of its own. */
export function sidesIn(all: readonly Token[]): Token[][] {
  const tokens = laidOut(all);
  const arrow = tokens.find(
    ({ text, spaced }, i) =>
      arrows.has(text) || (text === '>' && !spaced && ['=', '-'].includes(tokens[i - 1]?.text ?? '')),
  );
  if (arrow) throw new Refusal('an arrow does not say what the formula is; write an equals sign', arrow.at);
  const sides: Token[][] = [[]];
  let depth = 0;
  tokens.forEach((token, i) => {
    if (token.text === '\\begin' || opening.has(token.text)) depth++;
    if (token.text === '\\end' || closing.has(token.text)) depth--;
    const relation = token.kind === 'sign' && token.text === '=';
    const isEquals = depth === 0 && (relation || (token.kind === 'command' && equals.has(token.text)));
    if (!isEquals || ['<', '>', '!', ':'].includes(tokens[i - 1]?.text ?? '')) {
      if (isEquals && tokens[i - 1]?.text === ':') sides.at(-1)?.pop();
      else {
        sides.at(-1)?.push(token);
        return;
      }
    }
    sides.at(-1)?.push({ kind: 'end', text: 'the end', at: token.at, spaced: false });
    sides.push([]);
  });
  return sides;
}

/** Commands that with their argument say nothing of the formula. */
const labels = new Set(['\\tag', '\\label', '\\color', '\\textcolor', '\\hspace', '\\vspace']);

/** Where the first brace after a place is closed. */
function closeAfter(tokens: readonly Token[], at: number): number {
  const close = tokens.findIndex(({ text }, i) => i > at && text === '}');
  return close < 0 ? tokens.length - 2 : close;
}

/** Without the environments, the tabs and the line breaks between the sides of a chain. */
function laidOut(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  const inner: boolean[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'command' && labels.has(token.text)) {
      i = closeAfter(tokens, i);
      continue;
    }
    if (token.text === '\\begin' || token.text === '\\end') {
      const close = closeAfter(tokens, i);
      const name = tokens
        .slice(i + 2, close)
        .map(({ text }) => text)
        .join('');
      if (layout.test(name) && inner.length === 0) {
        i = close;
        continue;
      }
      if (token.text === '\\begin') inner.push(true);
      else inner.pop();
    }
    const isBreak = inner.length === 0 && (token.text === '&' || token.text === '\\\\');
    if (isBreak && token.text === '\\\\' && !leadsOn(tokens, i))
      throw new Refusal('two lines stand here; give each its own', token.at);
    if (!isBreak) kept.push(token);
  }
  return kept;
}

/** Does the next line go on with a relation, or is it empty? */
function leadsOn(tokens: readonly Token[], at: number): boolean {
  const next = tokens.slice(at + 1).find(({ text }) => text !== '&' && text !== '\\\\');
  return (
    next === undefined || next.kind === 'end' || next.text === '\\end' || equals.has(next.text) || next.text === '='
  );
}
