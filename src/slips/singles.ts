import { shapeOf, sites } from '../expressions/sites.ts';
import type { Expression } from '../expressions/tree.ts';
import { signInCounts } from '../working/prices.ts';
import { plainVoice } from '../working/voice.ts';
import type { Line, Operator, Slip, Wording, Working } from '../working/working.ts';
import { misread } from './misread.ts';
import { type Mutant, mutant } from './mutant.ts';
import { operators } from './operators/index.ts';
import { alikeWithin, type Made } from './within.ts';

/** The operators of every formula, and those of this sort of working. */
export const operatorsOf = (working: Working): readonly Operator[] => [...operators, ...(working.operators ?? [])];

/** The slips of a working by itself, whatever conventions there are and whatever its numbers. */
export function singles(working: Working): readonly Mutant[] {
  const voice = working.voice ?? plainVoice;
  const edits = new Map(working.lines.map((line) => [line, editsOf(line, working)]));
  const inOne = [...edits].flatMap(([line, made]) =>
    made.map((edit) =>
      inLines(edit, [[line.name, edit.tree]], () => voice.inOne(edit.wording, line, working), working),
    ),
  );
  return [...inOne, ...consistent(edits, working), ...slipsOf('slips', working), ...misread(working)];
}

/** What the operators make of a working as a whole, from its formulas or from its numbers. */
export const slipsOf = (hook: 'slips' | 'ofNumbers', working: Working): Mutant[] =>
  operatorsOf(working).flatMap((operator) =>
    (operator[hook]?.(working) ?? []).map((slip) => mutant(operator, spoken(slip, working))),
  );

const spoken = (slip: Slip, working: Working) => ({
  ...slip,
  wording: () => (working.voice ?? plainVoice).anywhere(slip.wording, working),
});

function inLines(edit: Made, trees: readonly (readonly [string, Expression])[], wording: () => Wording, w: Working) {
  const rarer = w.counts && edit.operator.kind === 'sign' ? signInCounts : 0;
  return mutant(edit.operator, { trees, wording, dearer: (edit.dearer ?? 0) + rarer });
}

/** By line, the edits that were found; workings under conventions have most lines from the plain one. */
const found = new WeakMap<Line, { readonly by: unknown; readonly made: readonly Made[] }>();

function editsOf(line: Line, working: Working): readonly Made[] {
  const known = found.get(line);
  const by = working.siblings ?? working;
  if (known?.by === by) return known.made;
  const made = findEdits(line, working);
  found.set(line, { by, made });
  return made;
}

function findEdits(line: Line, working: Working): Made[] {
  const all = operatorsOf(working).filter(({ edits }) => edits !== undefined);
  const here = sites(line.formula).flatMap((site) =>
    all.flatMap((operator) =>
      (operator.edits?.(site, line, working) ?? []).map((edit) => {
        const trace = `${site.path}:${operator.id}:${edit.trace}`;
        return { ...edit, operator, trace };
      }),
    ),
  );
  return working.counts ? here : [...here, ...alikeWithin(line, all, working)];
}

/** The same edit in every line of the same shape is one slip. */
function consistent(edits: ReadonlyMap<Line, readonly Made[]>, working: Working): Mutant[] {
  const groups = new Map<string, Line[]>();
  for (const line of edits.keys()) {
    const like = line.array ?? (line.role ? `${line.role.type}.${line.role.of}` : '');
    const shape = `${like} ${shapeOf(line.formula)}`;
    groups.set(shape, [...(groups.get(shape) ?? []), line]);
  }
  const voice = working.voice ?? plainVoice;
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const byTrace = group.map((line) => new Map(edits.get(line)?.map((edit) => [edit.trace, edit])));
      const [first, ...others] = byTrace;
      const shared = [...(first ?? [])].filter(([trace]) => others.every((edit) => edit.has(trace)));
      return shared.map(([trace, edit]) => {
        const trees = group.map((line, i) => [line.name, byTrace[i]?.get(trace)?.tree as Expression] as const);
        return inLines(edit, trees, () => voice.inAll(edit.wording, group, working), working);
      });
    });
}
