import type { Nodes, Parents, Table, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { arraysIn, mathsAsCode } from '../../reading/statement-maths.ts';
import { formula, lineName } from '../../report/html/filters.ts';
import { escapeHtml, type Html, trusted } from '../../report/html/html.ts';
import { isFormula, latexMarkup } from '../../report/html/math.ts';

/**
 * A statement as markup, with what stands between back-ticks or dollar signs, and every array of numbers, typeset. Nothing
 * of it is markup by itself.
 */
export function markdown(text: string): Html {
  const tree = fromMarkdown(mathsAsCode(text), { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  return trusted(inside(tree));
}

const inside = (node: Parents): string => node.children.map(markup).join('');
const within = (name: string, node: Parents): string => `<${name}>${inside(node)}</${name}>`;

function markup(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return prose(node.value);
    case 'inlineCode':
      return code(node.value);
    case 'code':
      return `<pre tabindex="0">${escapeHtml(node.value)}</pre>`;
    case 'paragraph':
      return within('p', node);
    case 'heading':
      // The page's own headings stand above those of a statement.
      return within(node.depth < 3 ? 'h3' : 'h4', node);
    case 'emphasis':
      return within('em', node);
    case 'strong':
      return within('strong', node);
    case 'listItem':
      return `<li>${node.children.map((one) => (one.type === 'paragraph' ? inside(one) : markup(one))).join('')}</li>`;
    case 'list':
      return within(node.ordered ? 'ol' : 'ul', node);
    case 'table':
      return table(node);
    case 'break':
      return '<br>';
    default:
      return 'children' in node ? inside(node) : 'value' in node ? escapeHtml(node.value) : '';
  }
}

/** A name, a formula or an equation; what is none of these stays as it was written. */
function code(text: string): string {
  if (/^[A-Za-z]\w*$/.test(text)) return lineName(text).toString();
  const maths = /^\$(.+)\$$/.exec(text)?.[1];
  if (maths !== undefined) return latexMarkup(maths);
  return isFormula(text) ? formula(text).toString() : `<code>${escapeHtml(text)}</code>`;
}

/** A text with its arrays of numbers typeset. */
const prose = (text: string): string =>
  arraysIn(text)
    .map((part, i) => (i % 2 === 1 ? formula(part).toString() : escapeHtml(part).replaceAll('\n', ' ')))
    .join('');

function table({ children, align = [] }: Table): string {
  const cell = (one: TableRow['children'][number], i: number, name: 'th' | 'td'): string => {
    const text = inside(one);
    const tag = text === '' ? 'td' : name;
    return `<${tag}${align?.[i] === 'right' ? ' class="num"' : ''}>${text}</${tag}>`;
  };
  const row = ({ children: cells }: TableRow, name: 'th' | 'td'): string =>
    `<tr>${cells.map((one, i) => cell(one, i, name)).join('')}</tr>`;
  const [head, ...body] = children;
  const heading = head ? `<thead>${row(head, 'th')}</thead>` : '';
  return `<div class="table" tabindex="0" role="group" aria-label="Table"><table class="rows">${heading}<tbody>${body.map((one) => row(one, 'td')).join('')}</tbody></table></div>`;
}
