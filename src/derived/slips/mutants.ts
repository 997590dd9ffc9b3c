import { print } from '../../expressions/print.ts';
import { type Expression, number, sum, symbolsOf } from '../../expressions/tree.ts';
import type { Line, Working } from '../../working/problem.ts';
import { likeNeighbour } from './alike.ts';
import { consistent } from './consistent.ts';
import { conventionMutants } from './conventions.ts';
import { declaredMutants, otherGivens } from './declared.ts';
import { type Edit, prices } from './edit.ts';
import { everywhere, exchangedGivens, misread } from './everywhere.ts';
import { functionEdits, powerEdits } from './functions.ts';
import { layerMutants } from './layers.ts';
import { linear } from './linear.ts';
import { type Mutant, mutant } from './mutant.ts';
import { productEdits } from './products.ts';
import { roleMutants } from './roles.ts';
import { siblingsOf } from './siblings.ts';
import { sites } from './sites.ts';
import { spoken } from './spoken.ts';
import { sumEdits } from './sums.ts';
import { atOnePlace, type Mistaking, mistakings } from './symbols.ts';

export { literal } from './literal.ts';
export type { Mutant } from './mutant.ts';

const made = new WeakMap<Working, readonly Mutant[]>();

/** Every working that one slip makes of this one; generated once for a working. Equal ones are not merged yet. */
export function mutantsOf(working: Working): readonly Mutant[] {
  const known = made.get(working) ?? generate(working);
  made.set(working, known);
  return known;
}

function generate(working: Working): readonly Mutant[] {
  const order = new Map(working.lines.map((line, i) => [line.name, i]));
  const all = [...singles(working), ...declaredMutants(working), ...conventionMutants(working, singles)];
  return all.filter((m) => m.trees.size > 0 && looksBack(m, order, working));
}

/** The slips of a working by itself, whatever conventions there are. */
function singles(working: Working): readonly Mutant[] {
  const mistaken = mistakingsOf(working);
  const edits = new Map(working.lines.map((line) => [line, editsOf(line, mistaken, working)]));
  const inOne = [...edits].flatMap(([line, list]) =>
    list.map((edit) => mutant({ ...edit, wording: inLine(edit, line, working) }, [[line.name, edit.tree]])),
  );
  const inMany = [...everywhere(working, mistaken), ...misread(working), ...exchangedGivens(working)];
  return [
    ...inOne,
    ...consistent(edits, working),
    ...linear(working),
    ...inMany.map((m) => ({ ...m, wording: spoken(m.wording, working, '') })),
    ...roleMutants(working),
    ...otherGivens(working),
    ...layerMutants(working),
    ...likeNeighbour(working),
  ];
}

/** In a network the sentence says which line it is about; elsewhere the names do. */
function inLine({ wording }: Edit, line: Line, working: Working): Edit['wording'] {
  if (line.layer === undefined) return wording;
  const said = spoken(wording, working, line.layer);
  const place = (working.names[line.name] ?? line.name).replace(/^the parameters of /, '');
  return { ...said, says: `In ${place}: ${said.says.charAt(0).toLowerCase()}${said.says.slice(1)}` };
}

function editsOf(line: Line, mistaken: (name: string) => readonly Mistaking[], working: Working): Edit[] {
  const structural = sites(line.formula).flatMap((site) => [
    ...sumEdits(site),
    ...productEdits(site),
    ...functionEdits(site),
    ...powerEdits(site),
    ...atOnePlace(site, mistaken),
  ]);
  if (!working.counts) return structural;
  return [...structural.map(rarer), ...oneOff(line)];
}

/** In a count there are no negative numbers, and a minus for a plus is rarely written. */
const rarer = (edit: Edit): Edit => (edit.kind === 'sign' ? { ...edit, price: edit.price + 2 } : edit);

function oneOff(line: Line): Edit[] {
  return [true, false].map((negative) => ({
    kind: 'off-by-one',
    price: prices.offByOne,
    tree: sum([
      { negative: false, of: line.formula },
      { negative, of: number('1') },
    ]),
    trace: `off${negative}`,
    wording: {
      says: `\`${line.name}\` is one too ${negative ? 'small' : 'large'}.`,
      hint: 'Count the ends.',
      check: 'Try the smallest case by hand.',
    },
  }));
}

function mistakingsOf(working: Working): (name: string) => readonly Mistaking[] {
  const siblings = siblingsOf(working);
  const byName = new Map(working.lines.map((line) => [line.name, line]));
  const known = new Map<string, readonly Mistaking[]>();
  return (name) => {
    const list = known.get(name) ?? mistakings(name, siblings.get(name) ?? [], byName.get(name));
    known.set(name, list);
    return list;
  };
}

/** No line may use itself or a later one; and a change that changes nothing is none. */
function looksBack({ trees }: Mutant, order: ReadonlyMap<string, number>, working: Working): boolean {
  return [...trees].every(([name, tree]) => {
    const at = order.get(name) ?? -1;
    const back = symbolsOf(tree).every((s) => working.givens.has(s) || (order.get(s) ?? Infinity) < at);
    return back && print(tree) !== print(working.lines[at]?.formula as Expression);
  });
}
