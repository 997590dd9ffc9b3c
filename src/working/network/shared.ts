import { print } from '../../expressions/print.ts';
import type { Working } from '../working.ts';

/** What a working is beside its numbers. */
export type Said = Omit<Working, 'givens' | 'asks' | 'rounding'>;

const mostKept = 30;

/**
 * Makes workings that differ in nothing but their numbers share their lines and all that is said of them, so that what
 * is found for one (its slips above all) is found for every variant. `say` completes the first of a structure.
 */
export function sharing(): (own: Working, say: () => Said) => Working {
  const known = new Map<string, Said>();
  return (own, say) => {
    const key = structureOf(own);
    const said = known.get(key);
    if (said) return { ...own, ...said };
    const first = say();
    if (known.size >= mostKept) known.clear();
    known.set(key, first);
    return { ...own, ...first };
  };
}

const structureOf = ({ givens, lines, fields = [] }: Working): string =>
  [
    ...givens.keys(),
    ...lines.map(({ name, formula, role }) => `${role?.type} ${name}=${print(formula)}`),
    ...fields.map(({ name }) => name),
  ].join('\n');
