import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { arraysIn, mathsAsCode } from '../../reading/statement-maths.ts';
import { formulaLatex } from './formulas.ts';
import type { Blank, Question, Sheet } from './sheet.ts';
import { texCharacter } from './tex-characters.ts';

/** A LaTeX document for `gradcheck.sty`: `\answer{z1}{}` for every answer, with lines of work before it. */
export function latexTemplate({ assignment, title, student, questions }: Sheet): string {
  return [
    '\\documentclass{article}',
    '\\usepackage[utf8]{inputenc}',
    '\\usepackage[T1]{fontenc}',
    '\\usepackage{gradcheck}',
    `\\assignment{${assignment}}`,
    `\\student{${student}}`,
    '\\begin{document}',
    `\\begin{statement}{${escaped(title)}}`,
    'An answer is mathematics already: write it without dollar signs. Work goes between the lines of \\texttt{work}, a line each.',
    '\\end{statement}',
    ...questions.map(questionText),
    '\\end{document}',
    '',
  ].join('\n');
}

const questionText = ({ id, title, statement, blanks }: Question): string =>
  [
    '',
    `\\begin{statement}{${escaped(title)}}`,
    texOf(statement),
    '\\end{statement}',
    `\\problem{${id}}`,
    ...blanks.flatMap(blankText),
  ].join('\n');

function blankText({ name, words, asked, isText }: Blank): string[] {
  const remark = [words, asked ? 'asked for' : ''].filter((part) => part !== '').join(', ');
  if (isText) return [`% ${remark}`, `\\begin{answertext}{${name}}`, '\\end{answertext}'];
  return [`% ${remark}`, `\\begin{work}{${name}}`, '\\end{work}', `\\answer{${name}}{}`];
}

const escaped = (text: string): string => [...text].map(texCharacter).join('');

/** A statement in Markdown as LaTeX. */
function texOf(markdown: string): string {
  return blockTex(
    fromMarkdown(mathsAsCode(markdown), { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }),
  );
}

const inner = (node: Parents, between = ''): string => node.children.map(blockTex).join(between);

const isMaths = (text: string): boolean => /^\$.+\$$/.test(text);

/** A text with its arrays of numbers as matrices. */
const proseTex = (text: string): string =>
  arraysIn(text)
    .map((part, i) => (i % 2 === 1 ? matrixTex(part) : escaped(part)))
    .join('');

function matrixTex(array: string): string {
  const rows = array.slice(2, -2).split(/\][,\s]*\[/);
  return `$\\begin{bmatrix} ${rows.map((row) => row.split(',').join(' & ')).join(' \\\\ ')} \\end{bmatrix}$`;
}

/** A formula is set; a name, which is typed as it stands, is not. */
function codeTex(text: string): string {
  const tex = isMaths(text) ? text.slice(1, -1) : formulaLatex(text);
  return tex === undefined ? `\\texttt{${escaped(text)}}` : `$${tex}$`;
}

function blockTex(node: Nodes): string {
  if (node.type === 'text') return proseTex(node.value);
  if (node.type === 'inlineCode') return codeTex(node.value);
  if (node.type === 'code') return `\\begin{verbatim}\n${node.value}\n\\end{verbatim}`;
  if (node.type === 'emphasis') return `\\emph{${inner(node)}}`;
  if (node.type === 'strong') return `\\textbf{${inner(node)}}`;
  if (node.type === 'break') return '\\\\ ';
  if (node.type === 'heading') return `\\paragraph{${inner(node)}}`;
  if (node.type === 'list')
    return `\\begin{${node.ordered ? 'enumerate' : 'itemize'}}\n${inner(node, '\n')}\n\\end{${node.ordered ? 'enumerate' : 'itemize'}}`;
  if (node.type === 'listItem') return `\\item ${inner(node, '\n')}`;
  if (node.type === 'table')
    return `\\begin{center}\\begin{tabular}{${'l'.repeat(node.children[0]?.children.length ?? 1)}}\n${inner(node, ' \\\\\n')}\n\\end{tabular}\\end{center}`;
  if (node.type === 'tableRow') return inner(node, ' & ');
  if (node.type === 'root' || node.type === 'blockquote') return inner(node, '\n\n');
  return 'children' in node ? inner(node as Parents) : '';
}
