// Browsers space a minus as a binary operator wherever it stands, unless it is told to be a prefix.
export const minus = '<mo form="prefix" lspace="0" rspace="0">−</mo>';
export const infix = (sign: string): string => `<mo>${sign}</mo>`;
export const dot = infix('·');
export const times = '<mo>\u2062</mo>';
export const row = (inside: string): string => `<mrow>${inside}</mrow>`;

/** Something in brackets, which grow only around fractions: those that may grow are set with more space. */
export function bracketed(inside: string, left = '(', right = ')'): string {
  const fence = (sign: string): string => `<mo${inside.includes('<mfrac>') ? '' : ' stretchy="false"'}>${sign}</mo>`;
  return row(fence(left) + inside + fence(right));
}

const inThrees = (digits: string): string => {
  const head = digits.slice(0, digits.length % 3);
  return [...(head && [head]), ...(digits.slice(head.length).match(/\d{3}/g) ?? [])].join(',');
};

/** A number with its thousands set apart, `1e-3` as a power of ten. */
export function numberMarkup(text: string): string {
  const [mantissa = '', exponent] = text.split(/e/i);
  const grouped = mantissa.replace(/^\d{5,}/, inThrees);
  if (exponent === undefined) return `<mn>${grouped}</mn>`;
  const sign = exponent.startsWith('-') ? minus : '';
  const power = `<msup><mn>10</mn>${row(`${sign}<mn>${exponent.replace(/^[+-]/, '')}</mn>`)}</msup>`;
  return row(`<mn>${grouped}</mn>${dot}${power}`);
}

/** A function's sign before its arguments in brackets. */
export const applied =
  (sign: string) =>
  (args: readonly string[]): string =>
    row(`${sign}<mo>\u2061</mo>${bracketed(args.join('<mo separator="true">,</mo>'))}`);
