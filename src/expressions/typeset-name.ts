import { type Name, readName } from './name.ts';

/** Text that stands inside markup. */
export const escapeMarkup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A symbol as MathML: `a1` as a with subscript 1, `dL_dyhat` as a fraction of partial derivatives. */
export const typesetName = (name: string): string => markup(readName(name));

/** The same for a line of text, where a fraction would push the lines apart: ∂L/∂ŷ. */
export function inlineName(name: string): string {
  const read = readName(name);
  return read.kind === 'derivative'
    ? `${partial(read.of)}<mo lspace="0" rspace="0">/</mo>${partial(read.by)}`
    : markup(read);
}

function markup(name: Name): string {
  switch (name.kind) {
    case 'word':
      return identifier(name.text);
    case 'cell':
      return cell(name.of, name.at);
    case 'member':
      return `<mrow>${markup(name.of)}${identifier(name.text)}</mrow>`;
    case 'derivative':
      return `<mfrac>${partial(name.of)}${partial(name.by)}</mfrac>`;
    case 'letter':
      return scripts(name.hat ? hatted(name.letter) : identifier(name.letter), name.below, name.above);
  }
}

/** The place of a cell after the indices of its name: `z1[2]` is z with the subscript 1,2. */
function cell(of: Name, at: string): string {
  if (of.kind !== 'letter') return `<msub><mrow>${markup(of)}</mrow><mn>${at}</mn></msub>`;
  return markup({ ...of, below: of.below === '' ? at : `${of.below},${at}` });
}

const partial = (name: Name): string => `<mrow><mo form="prefix" lspace="0" rspace="0">∂</mo>${markup(name)}</mrow>`;

const hatted = (letter: string): string => `<mover accent="true">${identifier(letter)}<mo>^</mo></mover>`;

/** A single letter is slanted and a word upright: browsers do so by themselves. */
const identifier = (text: string): string => `<mi>${escapeMarkup(text)}</mi>`;

const script = (text: string): string => (/^[\d,]+$/.test(text) ? `<mn>${text}</mn>` : identifier(text));

function scripts(base: string, below: string, above: string): string {
  if (below && above) return `<msubsup>${base}${script(below)}${script(above)}</msubsup>`;
  if (below) return `<msub>${base}${script(below)}</msub>`;
  return above ? `<msup>${base}${script(above)}</msup>` : base;
}
