import type { Asked } from '../../derived/asked-formula.ts';
import type { Expression } from '../../expressions/tree.ts';
import { compare, likely, type Meaning } from '../../formulas/compare.ts';
import type { Names } from '../../formulas/names.ts';
import { print } from '../../formulas/print.ts';
import { below, type Formula, namesIn, over } from '../../formulas/tree.ts';
import type { Slip } from '../../records/result.ts';
import { type ArrayEdit, arrayEdits } from '../../slips/array-edits.ts';
import { singles } from '../../slips/singles.ts';
import { english } from '../../working/message.ts';
import type { Working } from '../../working/working.ts';

/** Formulas that agree wherever they were compared leave chance no room worth a smaller number. */
const certain = '99.0';

/** The slip that makes the right formula into the student's, the commonest first; none if there is no such slip. */
export function slipsIn(tree: Formula, asked: Asked, field: string, working: Working, meaning: Meaning): Slip[] {
  const isLikely = likely(tree, asked.names, meaning);
  // Where the shapes do not fit nothing can be worked out: what is written is compared.
  const written = print(flat(tree));
  const isAlike = (other: Formula): boolean => print(flat(other)) === written;
  const found = asked.right
    .flatMap((right) => [...scalarEdits(right, asked.names, field, working), ...arrayEdits(right)])
    .find(
      (one) =>
        isAlike(one.tree) || (isLikely(one.tree) && compare(tree, one.tree, asked.names, meaning).kind === 'equal'),
    );
  if (!found) return [];
  const { kind, says, hint, check } = found;
  return [{ kind, step: field, evidence: certain, says: english(says), formula: print(found.tree), hint, check }];
}

/** Products within products written as one. */
function flat(tree: Formula): Formula {
  const inside = over(tree, flat);
  if (inside.kind !== 'product') return inside;
  const factors = inside.factors.flatMap((factor) =>
    factor.of.kind === 'product' && !factor.inverse ? factor.of.factors : [factor],
  );
  return { kind: 'product', factors };
}

/** What the operators of every formula make of this one, as far as it is a formula of scalars. */
function scalarEdits(right: Formula, names: Names, field: string, working: Working): ArrayEdit[] {
  if (!isScalar(right, names)) return [];
  const line = { name: field, formula: right, inputs: [...namesIn(right)] };
  const givens = new Map(names.names.map(({ name }) => [name, '1']));
  const { operators = [], groups, voice } = working;
  const alone: Working = {
    ...empty,
    rounding: working.rounding,
    lines: [line],
    givens,
    groups,
    operators,
    ...(voice && { voice }),
  };
  return singles(alone)
    .flatMap(({ trees, kind, wording, price }) => {
      const formula = new Map(trees).get(field);
      return formula ? [{ tree: formula as Formula, kind, price, ...wording }] : [];
    })
    .sort((a, b) => a.price - b.price);
}

const empty = { names: {}, counts: false, conventions: [], misconceptions: [] } as const;
const scalarKinds = new Set<Formula['kind']>(['number', 'symbol', 'sum', 'product', 'power', 'call']);

function isScalar(tree: Formula, names: Names): tree is Expression {
  if (!scalarKinds.has(tree.kind)) return false;
  const declared = tree.kind === 'symbol' ? names.names.find(({ name }) => name === tree.name) : undefined;
  if (declared && (declared.shape[0] !== '1' || declared.shape[1] !== '1')) return false;
  return below(tree).every((child) => isScalar(child, names));
}
