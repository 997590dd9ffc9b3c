import type { Fn } from './fn.ts';
import { functions, wordsFor } from './index.ts';

const english = new Intl.ListFormat('en', { type: 'disjunction' });
const counted = (n: number): string => `${n} argument${n === 1 ? '' : 's'}`;

/** Why a function cannot take so many arguments; undefined where it can. */
export function arityFault({ name, arity: [fewest, most] }: Fn, given: number): string | undefined {
  if (given >= fewest && given <= most) return undefined;
  const takes = fewest === most ? counted(most) : given < fewest ? `at least ${counted(fewest)}` : `at most ${most}`;
  const comma = most === 1 && given === 2 ? '; a decimal has a point, not a comma' : '';
  return `\`${name}\` takes ${takes}, and this has ${given}${comma}`;
}

/** What to say of a name before a bracket that is no function. */
export function strangerFault(name: string, own: readonly Fn[] = []): string {
  const meant = candidates(name, own).map((one) => `\`${one}\``);
  if (meant.length > 0) return `\`${name}\` is not a function here: did you mean ${english.format(meant)}?`;
  return `"${name}" is not a function here; for a product write ${name}*(…)`;
}

/** The functions that a name may mean: those it stands for elsewhere, else those spelt nearly so. */
function candidates(name: string, own: readonly Fn[]): string[] {
  const all = [...own, ...functions];
  const unclear = all.filter((fn) => fn.unclear?.includes(name));
  if (unclear.length > 0) return unclear.map((fn) => fn.name);
  const words = (['plain', 'latex', 'matlab', 'numpy'] as const).flatMap((id) => [...wordsFor(id, own)]);
  const alias = words.find(([word]) => word.toLowerCase() === name.toLowerCase());
  if (alias) return [alias[1].name];
  return name.length < 3 ? [] : all.filter((fn) => isNear(fn.name, name)).map((fn) => fn.name);
}

/** One letter more, less, other or exchanged. */
function isNear(one: string, other: string): boolean {
  const short = one.length < other.length ? one : other;
  const long = one.length < other.length ? other : one;
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  const [a, b] = [short.slice(from), long.slice(from)];
  if (short.length !== long.length) return a === b.slice(1);
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
