import { blanks, filler } from './characters.ts';

const wrapper = String.raw`\\(?:text|textbf|textit|mathrm|mathbf|mathit|mathsf|mathcal|operatorname|boxed|fbox|underline)\s*\{`;
const dress = String.raw`\\(?:left|right|[bB]igg?[lrm]?|displaystyle|q?quad)(?![a-zA-Z])|\\[;:! ()[\]]|\$`;
const layout = String.raw`\\(?:begin|end)\{(?:aligned|align|split|gathered|equation)\*?\}|&(?=\s*(?:[=≈]|\\approx))`;
const piece = new RegExp(String.raw`\\\\|(?<wrapper>${wrapper})|(?<dress>${dress}|${layout})|\\[{}]|[{}]`, 'g');
const atom = new RegExp(
  String.raw`^[${blanks}]*(?:\p{L}[\p{L}\p{N}_]*(?:[${blanks}]+\p{L}+)*\.?|[\d.,]+|\*)[${blanks}]*$`,
  'u',
);

/**
 * Blanks out what only dresses a formula (`$`, `\left`, `\boxed{…}`, `\text{…}`), keeping every position. A wrapper
 * around more than a number or words becomes brackets, because `\boxed{2+3} \times 4` is 20.
 */
export function unwrap(text: string): string {
  const out = text.split('');
  const open: (Wrapper | undefined)[] = [];
  const dollars = text.split('$').length % 2 === 1;
  for (const match of text.matchAll(piece)) {
    const at = match.index;
    if (match.groups?.wrapper) open.push({ from: at, brace: at + match[0].length - 1 });
    else if (match[0] === '$' ? dollars : match.groups?.dress) out.fill(' ', at, at + match[0].length);
    else if (match[0] === '\\{' || match[0] === '\\}') out.splice(at, 2, filler, match[0] === '\\{' ? '(' : ')');
    else if (match[0] === '{') open.push(undefined);
    else if (match[0] === '}') close(out, open.pop(), at);
  }
  return out.join('');
}

interface Wrapper {
  readonly from: number;
  readonly brace: number;
}

function close(out: string[], opened: Wrapper | undefined, at: number): void {
  if (!opened) return;
  const plain = atom.test(out.slice(opened.brace + 1, at).join(''));
  out.fill(filler, opened.from, opened.brace);
  out[opened.brace] = plain ? filler : '(';
  out[at] = plain ? filler : ')';
}
