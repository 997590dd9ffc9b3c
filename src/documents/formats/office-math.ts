import { XmlElement, XmlText } from '@rgrove/parse-xml';

const accents: Readonly<Record<string, string>> = {
  '\u0302': '\\hat',
  '^': '\\hat',
  '\u0304': '\\bar',
  '\u0305': '\\bar',
  '\u0303': '\\tilde',
  '\u20d7': '\\vec',
};

/** A formula of a Word document as LaTeX. */
export function officeMath(node: XmlElement): string {
  const part = (name: string): string => {
    const found = elements(node).find((child) => child.name === `m:${name}`);
    return found ? officeMath(found) : '';
  };
  switch (node.name) {
    case 'm:t':
      return node.children.map((child) => (child instanceof XmlText ? child.text : '')).join('');
    case 'm:f':
      return `\\frac{${part('num')}}{${part('den')}}`;
    case 'm:sSub':
      return `${part('e')}_{${part('sub')}}`;
    case 'm:sSup':
      return `${part('e')}^{${part('sup')}}`;
    case 'm:sSubSup':
      return `${part('e')}_{${part('sub')}}^{${part('sup')}}`;
    case 'm:rad':
      return part('deg').trim() ? `\\sqrt[${part('deg')}]{${part('e')}}` : `\\sqrt{${part('e')}}`;
    case 'm:acc':
      return `${accents[propertyOf(node, 'm:chr') ?? '\u0302'] ?? ''}{${part('e')}}`;
    case 'm:bar':
      return `\\bar{${part('e')}}`;
    case 'm:borderBox':
      return `\\boxed{${part('e')}}`;
    case 'm:nary':
      return `${propertyOf(node, 'm:chr') ?? '∫'}_{${part('sub')}}^{${part('sup')}}${part('e')}`;
    case 'm:func':
      return `${part('fName')}${part('e')}`;
    case 'm:d':
      return delimited(node);
    case 'm:eqArr':
    case 'm:m':
      return rows(node);
    case 'm:ctrlPr':
      return '';
    default:
      return node.name.endsWith('Pr') ? '' : elements(node).map(officeMath).join('');
  }
}

function delimited(node: XmlElement): string {
  const inner = elements(node)
    .filter(({ name }) => name === 'm:e')
    .map(officeMath);
  return `${propertyOf(node, 'm:begChr') ?? '('}${inner.join(propertyOf(node, 'm:sepChr') ?? '|')}${propertyOf(node, 'm:endChr') ?? ')'}`;
}

function rows(node: XmlElement): string {
  const lines = elements(node).filter(({ name }) => name === 'm:e' || name === 'm:mr');
  const texts = lines.map((line) =>
    line.name === 'm:mr' ? elements(line).map(officeMath).join(' & ') : officeMath(line),
  );
  return node.name === 'm:m'
    ? `\\begin{matrix}${texts.join(' \\\\ ')}\\end{matrix}`
    : `\\begin{aligned}${texts.join(' \\\\ ')}\\end{aligned}`;
}

const elements = (node: XmlElement): XmlElement[] =>
  node.children.filter((child): child is XmlElement => child instanceof XmlElement);

/** The value of a property, wherever it stands among the properties of the node. */
function propertyOf(node: XmlElement, name: string): string | undefined {
  const properties = elements(node).find((child) => child.name.endsWith('Pr'));
  const found = properties && elements(properties).find((child) => child.name === name);
  return found?.attributes['m:val'];
}
