/** A node of MathML as any parser gives it. */
export interface MathNode {
  readonly name: string;
  readonly children: readonly MathNode[];
  readonly text: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** What MathML shows, as LaTeX: the subset that converters of documents write. */
export function latexOf(node: MathNode): string {
  const parts = node.children.map(latexOf);
  const [first = '', second = '', third = ''] = parts;
  switch (node.name) {
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mfrac':
      return `\\frac{${first}}{${second}}`;
    case 'msqrt':
      return `\\sqrt{${parts.join(' ')}}`;
    case 'mroot':
      return `\\sqrt[${second}]{${first}}`;
    case 'msub':
    case 'munder':
      return `${first}_{${second}}`;
    case 'msup':
      return `${first}^{${second}}`;
    case 'msubsup':
    case 'munderover':
      return `${first}_{${second}}^{${third}}`;
    case 'mover':
      return accents[second.trim()] ? `${accents[second.trim()]}{${first}}` : `${first}^{${second}}`;
    case 'mtable':
      return `\\begin{aligned}${parts.join(' \\\\ ')}\\end{aligned}`;
    case 'mtr':
      return parts.join(' & ');
    case 'menclose':
      return `\\boxed{${parts.join(' ')}}`;
    case 'mtext':
      return `\\text{${node.text}}`;
    case 'mi':
    case 'mn':
    case 'mo':
      return node.text.trim().length > 1 && node.name === 'mi' ? `\\mathrm{${node.text.trim()}}` : node.text.trim();
    default:
      return node.children.length === 0 ? node.text : parts.join(' ').trim();
  }
}

const accents: Readonly<Record<string, string>> = {
  '^': '\\hat',
  ˆ: '\\hat',
  '̂': '\\hat',
  '¯': '\\bar',
  '‾': '\\bar',
  '~': '\\tilde',
  '˜': '\\tilde',
  '→': '\\vec',
  '⃗': '\\vec',
};
