import fc from 'fast-check';
import type { AnswerValue } from '../../src/reading/value.ts';

/** What terminals, CI runners, browsers, spreadsheets, templates and our own code might obey. */
const charms = [
  '\u0000',
  '\u001b[2J\u001b]0;t\u0007',
  '\u009b31m',
  '\u202e\u2066abc',
  '\ufeff',
  '\r',
  '\n::add-mask::1',
  '\n  ::error file=a.ts::no',
  '##[error]no',
  '\u2028',
  '\ud800',
  'e\u0301\u0301\u0301\u0301\u0301\u0301',
  '<script>document.title = 1</script>',
  '"><img src=x onerror=alert(1)>',
  '</style></script><base href=//x>',
  '{{ 7 * 7 }}{% raw %}',
  '=HYPERLINK("http://x")',
  '@SUM(1)',
  '`$(x)`',
  '../../x',
  '__proto__',
  'constructor',
  '字'.repeat(50),
];
export const charm = fc.constantFrom(...charms);

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -999, max: 99_999 }).map(String) },
  { weight: 3, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }).map((x) => x.toFixed(4)) },
  fc.constantFrom(
    'x',
    'z1',
    'w3',
    '\\hat{y}',
    '\\frac{1}{2}',
    '1e400',
    '1e-400',
    '½',
    '∞',
    'NaN',
    'π',
    '61.706',
    '1,368',
  ),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
);

/** Arithmetic, formulas, LaTeX, arrays and code as a tree of pieces, so that most of it can be read. */
export const expression = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc
      .tuple(
        tie('tree'),
        fc.constantFrom('+', '-', '*', '/', '^', ' = ', '≈', '\\cdot ', ', ', ' @ ', '.*', ';'),
        tie('tree'),
      )
      .map((p) => p.join('')),
    fc
      .tuple(fc.constantFrom('(', 'sigmoid(', '\\sigma(', 'np.exp(', 'sum(', 'max(', '-(', 'log('), tie('tree'))
      .map(([open, inside]) => `${open}${inside})`),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `\\frac{${a}}{${b}}`),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `[[${a}, ${b}], [${b}, ${a}]]`),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => `\\begin{pmatrix} ${a} & ${b} \\\\ ${b} & ${a} \\end{pmatrix}`),
    fc.tuple(tie('tree'), fc.integer({ min: 1, max: 60 })).map(([a, n]) => Array(n).fill(a).join('+')),
  ),
})).tree;

/** A text with something cut, doubled, put in or moved. */
export const damaged = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(12), fc.nat(3), charm), { minLength: 1, maxLength: 4 })
    .map((edits) => edits.reduce((now, [at, n, how, put]) => edit(now, at % (now.length + 1), n, how, put), text));

function edit(text: string, at: number, n: number, how: number, put: string): string {
  const [before, part, after] = [text.slice(0, at), text.slice(at, at + n), text.slice(at + n)];
  return (
    [before + after, before + part + part + after, before + put + part + after, after + part + before][how] ?? text
  );
}

const text = fc.oneof(
  { weight: 5, arbitrary: expression },
  { weight: 2, arbitrary: expression.chain(damaged) },
  charm,
  fc.constantFrom(
    '',
    ' ',
    '?',
    'true',
    '0',
    '1',
    '-1',
    '0.0000',
    '100%',
    '9'.repeat(400),
    '1+'.repeat(900),
    '('.repeat(300),
  ),
);

/** What may stand where an answer is wanted, as JSON: numbers, texts, lines, rows, and what is no answer at all. */
export const answer: fc.Arbitrary<AnswerValue> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.array(text, { maxLength: 5 }) },
  fc.array(fc.array(leaf, { maxLength: 4 }), { maxLength: 4 }),
  fc.jsonValue({ maxDepth: 3 }).map((value) => value as AnswerValue),
);
