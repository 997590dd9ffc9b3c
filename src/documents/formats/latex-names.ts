/** The macros of the template's package, and what stands in their arguments. */
export const own = {
  answer: { signature: 'm m' },
  problem: { signature: 'm' },
  assignment: { signature: 'm' },
  student: { signature: 'm' },
};
export const environments = { work: { signature: 'm' }, answertext: { signature: 'm' }, statement: { signature: 'm' } };

export const headings: Readonly<Record<string, number>> = {
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  question: 2,
  exercise: 2,
  task: 2,
  title: 1,
};
export const includes = ['input', 'include', 'subfile', 'import', 'verbatiminput', 'lstinputlisting', 'inputminted'];
export const verbatim = ['verbatim', 'verbatim*', 'lstlisting', 'minted', 'Verbatim', 'alltt'];
export const silent = [
  'label',
  'ref',
  'eqref',
  'cite',
  'vspace',
  'hspace',
  'includegraphics',
  'usepackage',
  'documentclass',
  'pagestyle',
  'setlength',
  'url',
  'maketitle',
  'bibliography',
  'newtheorem',
  'color',
  'geometry',
  'footnotetext',
  'date',
  'thispagestyle',
];
export const characters: Readonly<Record<string, string>> = {
  '\\': '\n',
  newline: '\n',
  '%': '%',
  _: '_',
  '#': '#',
  '&': '&',
  $: '$',
  '{': '{',
  '}': '}',
  quad: ' ',
  qquad: ' ',
  ',': ' ',
  ';': ' ',
  ' ': ' ',
  ldots: '…',
  dots: '…',
  times: '×',
  approx: '≈',
  hfill: ' ',
};
