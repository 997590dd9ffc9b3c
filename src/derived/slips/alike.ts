import { symbol } from '../../expressions/tree.ts';
import type { Working } from '../../working/problem.ts';
import { prices } from './edit.ts';
import { type Mutant, mutant } from './mutant.ts';
import { layerWords } from './spoken.ts';
import { throughout } from './symbols.ts';

/** A pooling or a convolution taken to have the window, stride and padding of the nearest one of its sort. */
export function likeNeighbour(working: Working): Mutant[] {
  const sized = working.lines.filter(
    ({ layer, sort }) => layer !== undefined && /^(?:conv|pool)\.size$/.test(sort ?? ''),
  );
  return sized.flatMap(({ layer = '', sort }) => {
    const same = sized.filter((line) => line.sort === sort).map((line) => line.layer ?? '');
    const at = same.indexOf(layer);
    return [same[at - 1], same[at + 1]].flatMap((other) => (other === undefined ? [] : taken(layer, other, working)));
  });
}

const attributes = ['kernel', 'window', 'stride', 'padding'];

function taken(layer: string, other: string, working: Working): Mutant[] {
  const { givens, lines } = working;
  const differ = attributes.filter(
    (of) =>
      givens.has(`${layer}.${of}`) &&
      givens.has(`${other}.${of}`) &&
      givens.get(`${layer}.${of}`) !== givens.get(`${other}.${of}`),
  );
  if (differ.length < 2) return [];
  const names = differ.map((of) => [`${layer}.${of}`, `${other}.${of}`] as const);
  const users = lines.filter(({ inputs }) => inputs.some((input) => names.some(([name]) => name === input)));
  const trees = users.map(
    ({ name, formula }) =>
      [name, names.reduce((tree, [from, to]) => throughout(tree, from, symbol(to)), formula)] as const,
  );
  const wording = {
    says: `The numbers of ${layerWords(other, working)} (${differ.join(' and ')}) were used for ${layerWords(layer, working)}.`,
    hint: 'A layer is counted with the numbers of another one.',
    check: 'Go through the list of layers, one by one.',
  };
  return [{ ...mutant({ kind: 'swapped', price: prices.swapped, wording }, trees), family: 'layers' }];
}
