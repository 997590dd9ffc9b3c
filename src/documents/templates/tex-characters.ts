const greek: Readonly<Record<string, string>> = Object.fromEntries(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega'
    .split(' ')
    .map((name, i) => [String.fromCodePoint(0x3b1 + i), name]),
);
const capitals: Readonly<Record<string, string>> = Object.fromEntries(
  ['Γ', 'Δ', 'Θ', 'Λ', 'Ξ', 'Π', 'Σ', 'Φ', 'Ψ', 'Ω'].map((letter) => {
    const name = greek[letter.toLowerCase()] ?? '';
    return [letter, `${name[0]?.toUpperCase()}${name.slice(1)}`];
  }),
);
const signs: Readonly<Record<string, string>> = {
  '×': 'times',
  '÷': 'div',
  '·': 'cdot',
  '⊙': 'odot',
  '⊗': 'otimes',
  '≈': 'approx',
  '≤': 'le',
  '≥': 'ge',
  '≠': 'ne',
  '±': 'pm',
  '∂': 'partial',
  '∇': 'nabla',
  '∑': 'sum',
  '∏': 'prod',
  '√': 'surd',
  '∞': 'infty',
  '∈': 'in',
  '→': 'to',
  '←': 'leftarrow',
  '⇒': 'Rightarrow',
  '‖': '|',
};
const letters: Readonly<Record<string, string>> = { ...greek, ...capitals, ...signs };
const texts: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '−': '\\ensuremath{-}',
  '…': '\\dots{}',
  '’': "'",
  '‘': '`',
  '“': '``',
  '”': "''",
  '–': '--',
  '—': '---',
  '\u00a0': '~',
};

/** Characters that pdflatex knows by itself: ASCII and the letters of western Europe. */
const known = /[\t\n\r -~\u00a1-\u017f]/;

/** A character as LaTeX writes it; one that has no name there is given by its number, so that the document is set. */
export function texCharacter(character: string): string {
  const text = texts[character];
  if (text !== undefined) return text;
  const name = letters[character];
  if (name !== undefined) return `\\ensuremath{\\${name}}`;
  if (known.test(character)) return /[%#&$_{}]/.test(character) ? `\\${character}` : character;
  const plain = character.normalize('NFKC');
  if (/^[A-Za-z0-9+=()-]+$/.test(plain)) return `\\ensuremath{{}${isRaised(character) ? '^' : '_'}{${plain}}}`;
  return `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Superscripts stand in these blocks, subscripts beside them. */
const isRaised = (character: string): boolean => /[\u00b2\u00b3\u00b9\u1d2c-\u1d61\u2070-\u207f]/.test(character);
