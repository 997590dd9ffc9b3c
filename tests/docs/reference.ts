import { functions } from '../../src/expressions/functions/index.ts';
import type { SlipKind } from '../../src/records/result.ts';
import assignment from '../../src/records/schemas/assignment.schema.json' with { type: 'json' };
import { revisions, slipTitles } from '../../src/report/student/kinds.ts';
import { operators } from '../../src/slips/operators/index.ts';
import { type Documented, libraryFunctions, membersOf } from './source.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => (text === '' ? '' : `\`${text}\``);
const codes = (list: readonly string[] = []): string => list.map(code).join(' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const members = (list: readonly Documented[]): string =>
  table(
    ['member', 'type', 'what it is'],
    list.map(({ name, type, says }) => [code(name), code(type), says]),
  );

const functionTable = (): string =>
  table(
    ['function', 'arguments', 'defined', 'derivative', 'students also write', 'taken for'],
    functions.map(({ name, arity: [fewest, most], domain, derivative, aliases = {}, mistakenFor }) => [
      code(name),
      fewest === most ? String(most) : `${fewest} to ${most === Number.POSITIVE_INFINITY ? 'any' : most}`,
      domain ? code(domain) : 'everywhere',
      codes(derivative),
      codes([...new Set(Object.values(aliases).flat())]),
      codes(mistakenFor),
    ]),
  );

const kindTable = (): string =>
  table(
    ['kind', 'heading on the page', 'what to revise', 'found by'],
    (Object.keys(slipTitles) as SlipKind[]).map((kind) => [
      code(kind),
      slipTitles[kind],
      revisions[kind] ?? '',
      codes(operators.filter((one) => one.kind === kind).map(({ id }) => id)),
    ]),
  );

interface Described {
  readonly description?: string;
  readonly $ref?: string;
}

const described = (properties: Readonly<Record<string, Described>>): string =>
  table(
    ['member', 'what it is'],
    Object.entries(properties).map(([name, { description, $ref }]) => [code(name), description ?? ofRef($ref)]),
  );

function ofRef(ref = ''): string {
  const name = ref.split('/').at(-1) ?? '';
  return (assignment.$defs as Record<string, Described>)[name]?.description ?? '';
}

/** What an author declares, by the heading of its table. */
const declared: readonly (readonly [string, string, string])[] = [
  ['A problem: `defineProblem`', 'src/working/declaration.ts', 'Declaration'],
  ['A network of layers: `defineNetwork`', 'src/working/network/network.ts', 'NetworkDeclaration'],
  ['What is asked', 'src/working/asked.ts', 'Ask'],
  ['A convention, or a misconception', 'src/working/asked.ts', 'Convention'],
  ['Another number for a given', 'src/working/asked.ts', 'Alternative'],
  ['A second method: `defineProof`', 'src/working/proof.ts', 'Proof'],
  ['A function of a course: `defineFunction`', 'src/expressions/define-function.ts', 'OwnFunction'],
  ['What is known of a function', 'src/expressions/functions/fn.ts', 'Fn'],
  ['A slip operator', 'src/working/working.ts', 'Operator'],
  ['A course: `gradcheck.config.ts`', 'src/collections/config.ts', 'CourseConfig'],
];

/** All that is declared and not said. */
export const silent = (): string[] => [
  ...declared.flatMap(([, file, name]) =>
    membersOf(file, name)
      .filter(({ says }) => says === '')
      .map((member) => `${name}.${member.name}`),
  ),
  ...libraryFunctions()
    .filter(({ says }) => says === '')
    .map(({ name }) => name),
];

/** The reference as Markdown. */
export const reference = (): string =>
  `${[
    '# Reference',
    'Made from the lists and the docstrings by `npm run docs`; a test holds it to them. How to begin: [a problem of your own in ten minutes](your-own-problem.md).',
    '## Formulas',
    'A line is a formula in the plain notation: `+ - * / ^`, brackets, numbers, names, and the functions below. `2x` and `(a)(b)` are products; `w(1 - y)` is refused, because it may be a function: write `w*(1 - y)`. A name is letters, digits, `_` and dots. Students may write the same in LaTeX, NumPy, MATLAB and as on paper.',
    functionTable(),
    '## Rounding',
    table(
      ['`rounding`', 'what the question says'],
      [
        ["`{ places: 4, when: 'every-step' }`", 'every line is rounded as it is written'],
        ["`{ places: 4, when: 'end' }`", 'only the answer is rounded'],
        ['`{ significant: 3 }`', 'to so many significant digits'],
        ['`{ exact: true }`', 'not at all: counts, sizes'],
        ['`{ unstated: true }`', 'nothing, so every order of rounding is accepted'],
      ],
    ),
    ...declared.flatMap(([heading, file, name]) => [`## ${heading}`, members(membersOf(file, name))]),
    '## An assignment',
    described(assignment.properties),
    'Each of its `problems`:',
    described(assignment.$defs.problem.properties),
    '## Kinds of slip',
    'The kinds without an operator come from what an author declares, from the digits, or from the numbers of a working.',
    kindTable(),
    '## The library',
    "`import { … } from 'gradcheck'`",
    ...libraryFunctions().map(({ name, type, says }) => `### ${name}\n\n${says}\n\n\`\`\`ts\n${type}\n\`\`\``),
  ].join('\n\n')}\n`;
