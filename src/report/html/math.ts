import { parsePlain } from '../../expressions/plain.ts';
import { type Run, runs } from '../../expressions/typeset.ts';
import { inlineName } from '../../expressions/typeset-name.ts';
import { readOpen } from '../../formulas/open.ts';
import { formulaRuns } from '../../formulas/typeset.ts';
import { remembered } from '../text/remembered.ts';
import { cut } from '../text/visible.ts';
import { escapeHtml } from './html.ts';

const relation = / ?([=≈<>≤≥]) ?/;
/** Characters that fit into one line of a phone. */
const narrow = 26;

/** A formula in the plain notation, with relations, as markup: MathML, or monospace where it cannot be read. */
export const formulaMarkup = remembered((text: string): string => {
  const maths = mathsOf(text);
  if (!maths) return `<code>${escapeHtml(cut(text, 200))}</code>`;
  const markup = text.length <= narrow ? math(maths.join('')) : maths.map(math).join('<wbr>');
  return isNarrow(maths)
    ? markup
    : `<span class="wide" tabindex="0" role="group" aria-label="Formula">${markup}</span>`;
});

/** Mathematics as LaTeX writes it: MathML, or monospace where it cannot be read. */
export const latexMarkup = remembered((text: string): string => {
  const sides = readOpen(text, 'latex')?.map(formulaRuns);
  const maths = sides?.flatMap((runs, i) => (i === 0 ? [runs] : ['=', runs]));
  return maths ? sidesOf(maths).map(math).join('<wbr>') : `<code>${escapeHtml(text)}</code>`;
});

/** Can a formula be set in a column, with breaks where it may be broken? */
export const fitsColumn = remembered((text: string): boolean => isNarrow(mathsOf(text) ?? [text]));

/** Can it be typeset? */
export const isFormula = (text: string): boolean => mathsOf(text) !== undefined;

const isNarrow = (maths: readonly string[]): boolean => maths.every((inside) => widthOf(inside) <= narrow);

/** The stretches of a formula between which a line may be broken; undefined where it cannot be read. */
function mathsOf(text: string): readonly string[] | undefined {
  const maths = known(text);
  return maths.length > 0 ? maths : undefined;
}

/** A formula of single numbers, or one over arrays; none where it cannot be read. */
const known = remembered((text: string): readonly string[] => {
  const sides = text.split(relation).map((side, i) => (i % 2 === 1 ? side : runsOf(side)));
  if (sides.every((side) => side !== undefined)) return sidesOf(sides);
  // A relation may stand within a formula over arrays.
  const whole = outerSides(text).map((side, i) => (i % 2 === 1 ? side : (runsOf(side) ?? arrayRuns(side))));
  return whole.every((side) => side !== undefined) ? sidesOf(whole) : [];
});

function runsOf(side: string): Run[] | undefined {
  const read = parsePlain(side);
  return read.ok ? runs(read.tree) : undefined;
}

/** Arrays larger than these are easier to read as text. */
const mostCells = 64;

function arrayRuns(side: string): Run[] | undefined {
  const [tree, more] = readOpen(side) ?? [];
  if (!tree || more || (tree.kind === 'matrix' && tree.rows.flat().length > mostCells)) return undefined;
  return formulaRuns(tree);
}

/** The sides of the relations outside of brackets, with the relations between them. */
function outerSides(text: string): string[] {
  const sides = [''];
  let depth = 0;
  for (const character of text) {
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (depth === 0 && '=≈<>≤≥'.includes(character)) sides.push(character, '');
    else sides[sides.length - 1] += character;
  }
  return sides.map((side) => side.trim());
}

/** A formula within a sentence: as `formulaMarkup`, but a lone derivative is kept to the height of the line. */
export const inlineMarkup = remembered((text: string): string => {
  const read = parsePlain(text);
  return read.ok && read.tree.kind === 'symbol' ? math(inlineName(read.tree.name)) : formulaMarkup(text);
});

/** A sign at the beginning would be spaced as a prefix; it stands between two sides all the same. */
const math = (inside: string): string => `<math>${inside.replace(/^<mo>/, '<mo form="infix">')}</math>`;

/** Runs that may stand on lines of their own; a relation goes with what follows it. */
function sidesOf(sides: readonly (string | readonly Run[])[]): string[] {
  const found: string[] = [];
  let sign = '';
  for (const side of sides) {
    if (typeof side === 'string') sign = `<mo>${escapeHtml(side)}</mo>`;
    else {
      const [first = '', ...rest] = joined(side);
      found.push(sign + first, ...rest);
    }
  }
  return found;
}

/** Runs between which no line may be broken, put together. */
function joined(list: readonly Run[]): string[] {
  const found: string[] = [];
  for (const { mathml, breaks } of list) {
    const last = found.length - 1;
    if (breaks || last < 0) found.push(mathml);
    else found[last] += mathml;
  }
  return found;
}

/** About how many characters a run is wide, or more: both halves of a fraction are counted. */
const widthOf = (mathml: string): number => mathml.replace(/<[^<>]*>|\u2061|\u2062/g, '').length;
