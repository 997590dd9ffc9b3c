import type { Asked } from '../../derived/asked-formula.ts';
import { cellByCell } from '../../formulas/cell-by-cell.ts';
import { readMath } from '../../formulas/math/read.ts';
import type { Names } from '../../formulas/names.ts';
import type { Chain, Refused } from '../../formulas/reading.ts';
import { answered, type Judged } from './against.ts';

/** What a formula may mean besides, whose shapes do not fit as it stands. */
const others: readonly {
  readonly dots?: Names['dots'];
  readonly wide?: true;
  readonly cells?: true;
  readonly says: string;
}[] = [
  { wide: true, says: 'a single row or column was added to each row or column' },
  { cells: true, says: 'powers and quotients of arrays were read as cell by cell' },
  { dots: 'cells', says: 'the sign of the product was read as cell by cell' },
  { dots: 'inner', says: 'the dot between vectors was read as the product of their cells, summed' },
];

/**
 * Reads a formula as people write it on paper. Where its shapes do not fit, one that is right with a bias for every row, or
 * with `\\cdot` for another product, is taken so, and it is said.
 */
export function readPaper(text: string, asked: Asked): Judged | Refused {
  const plain = answered(readMath(text, asked.names), asked);
  if (!plain.ok || plain.judgement.comparison.kind !== 'shape') return plain;
  for (const { dots, wide, cells, says } of others) {
    const chain = dots ? readMath(text, { ...asked.names, dots }) : plain.chain;
    const read = chain.ok ? answered(meant(chain, wide, cells && asked.names, says), asked) : chain;
    if (read.ok && read.judgement.comparison.kind === 'equal') return read;
  }
  return plain;
}

const meant = (chain: Chain, wide: true | undefined, cells: Names | undefined, says: string): Chain => ({
  ...chain,
  ...(cells && { sides: chain.sides.map((side) => ({ ...side, tree: cellByCell(side.tree, cells) })) }),
  ...(wide && { wide }),
  notes: [...chain.notes, says],
});
