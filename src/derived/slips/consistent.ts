import type { Expression } from '../../expressions/tree.ts';
import type { Line, Working } from '../../working/problem.ts';
import type { Edit } from './edit.ts';
import { type Mutant, mutant } from './mutant.ts';
import { shapeOf } from './sites.ts';
import { allOf, spoken } from './spoken.ts';

/** The same edit in every line of the same shape is one slip. */
export function consistent(edits: ReadonlyMap<Line, readonly Edit[]>, working: Working): Mutant[] {
  const groups = new Map<string, Line[]>();
  for (const line of edits.keys()) {
    const shape = `${line.sort ?? ''} ${shapeOf(line.formula)}`;
    groups.set(shape, [...(groups.get(shape) ?? []), line]);
  }
  return [...groups.values()].filter((group) => group.length > 1).flatMap((group) => inAll(group, edits, working));
}

function inAll(group: readonly Line[], edits: ReadonlyMap<Line, readonly Edit[]>, working: Working): Mutant[] {
  const [first, ...others] = group.map((line) => new Map((edits.get(line) ?? []).map((edit) => [edit.trace, edit])));
  const shared = [...(first ?? [])].filter(([trace]) => others.every((edit) => edit.has(trace)));
  return shared.map(([trace, edit]) => {
    const trees = group.map((line, i): [string, Expression] => {
      const same = i === 0 ? edit : (others[i - 1]?.get(trace) ?? edit);
      return [line.name, same.tree];
    });
    return mutant({ ...edit, wording: together(edit, group, working) }, trees);
  });
}

/** "In all three convolutions: the padding is missing." Where there are no layers the lines are listed. */
function together({ wording }: Edit, group: readonly Line[], working: Working): Edit['wording'] {
  const layer = group[0]?.layer;
  const said = layer === undefined ? wording : spoken(wording, working, layer, true);
  const lines = listed(group.map(({ name }) => `\`${name}\``));
  const place = layer === undefined ? `${lines} alike` : allOf(group.map(({ sort }) => sort));
  return { ...said, says: `In ${place}: ${said.says.charAt(0).toLowerCase()}${said.says.slice(1)}` };
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
