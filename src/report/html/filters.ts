import { remembered } from '../text/remembered.ts';
import { type Piece, piecesOf } from '../text/sentence.ts';
import { cut, cutMiddle, visible } from '../text/visible.ts';
import { escapeHtml, type Html, trusted } from './html.ts';
import { fitsColumn, formulaMarkup, inlineMarkup, isFormula } from './math.ts';

/** A sentence with its formulas typeset; no line begins with the punctuation that follows one. */
export const sentence = remembered((text: string): Html => trusted(piecesOf(text).map(stretch).join('')));

const punctuation = /^[.,;:!?)’”]+/;

function stretch({ kind, text }: Piece, i: number, pieces: readonly Piece[]): string {
  const [before, next] = [pieces[i - 1], pieces[i + 1]];
  if (kind === 'words') return escapeHtml(before?.kind === 'formula' ? text.replace(punctuation, '') : text);
  const end = escapeHtml((next?.kind === 'words' && punctuation.exec(next.text)?.[0]) || '');
  const shown = inlineMarkup(text);
  if (end === '' || !shown.endsWith('</math>')) return shown + end;
  const last = shown.lastIndexOf('<math>');
  return `${shown.slice(0, last)}<span class="nb">${shown.slice(last)}${end}</span>`;
}

/** The name of a line within a sentence. */
export const lineName = (text: string): Html => trusted(inlineMarkup(visible(text)));

/** A formula or worked line. */
export const formula = (text: string): Html => trusted(formulaMarkup(visible(text)));

/** Whether a formula is narrow enough for a column. */
export const fits = (text: string): boolean => fitsColumn(visible(text));

const shown = 240;
const kept = 2000;

/** What a student wrote: isolated from the text around it, and cut where it is longer than any honest answer. */
export function given(text: string): Html {
  const whole = visible(text);
  const title = whole.length > shown ? ` title="${escapeHtml(cut(whole, kept))}"` : '';
  return trusted(`<bdi${title}>${escapeHtml(cutMiddle(whole, shown))}</bdi>`);
}

/** The start of a sha256, which is enough to compare two by eye. */
export const hash = (text: string): string => cut(visible(text), 20);

const arithmetic = /[*^(=/⊙]|\[\[|^-?[\d.]+(?:e-?\d+)?$/;

/** An answer as it was read or as it should be: typeset where it is a number or formula, as text where it is words. */
export function answer(text: string): Html {
  const lines = visible(text).split('\n');
  const shown = lines.map((line) => (arithmetic.test(line) && isFormula(line) ? formula(line) : given(line)));
  return trusted(shown.join('<br>'));
}

/** A part of a whole as the class that gives it its size, in per cent; what is there is seen. */
export const share = (part: number | string, of: number | string = 100): string =>
  `p${Number(part) === 0 ? 0 : Math.min(100, Math.max(1, Math.round((100 * Number(part)) / (Number(of) || 1))))}`;
