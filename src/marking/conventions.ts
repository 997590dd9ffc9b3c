import { isOfCount, type Shown } from '../exact/agreement.ts';
import { half } from '../exact/rounding.ts';
import type { Statement } from '../reading/stated.ts';
import { setsOf } from '../slips/conventions.ts';
import { under } from '../slips/declared.ts';
import { keyOf } from '../working/key.ts';
import type { Convention, Working } from '../working/problem.ts';

/** The working by a set of accepted conventions; the plain working by none. */
export interface Followed {
  readonly working: Working;
  readonly conventions: readonly Convention[];
}

/** A working by conventions; `whole` with the lines that lead nowhere by them. */
interface Way extends Followed {
  readonly whole: Working;
}

const known = new WeakMap<Working, Map<string, readonly Way[]>>();

/** The plain working, and that of every set of the accepted conventions; made once for a working. */
function workingsOf(working: Working, accepted: readonly string[]): readonly Way[] {
  const made = known.get(working) ?? new Map<string, readonly Way[]>();
  known.set(working, made);
  const sets = [[], ...setsOf(working.conventions.filter(({ id }) => accepted.includes(id)))];
  const list = made.get(accepted.join()) ?? sets.map((conventions) => wayOf(working, conventions));
  made.set(accepted.join(), list);
  return list;
}

const wayOf = (working: Working, conventions: readonly Convention[]): Way => ({
  conventions,
  working: under(working, conventions),
  whole: under(working, conventions, true),
});

/** With every line that was handed in, so that none is left without a mark. */
function holding(handedIn: readonly string[], plain: Working, { working, whole, conventions }: Way): Followed {
  const has = new Set(working.lines.map(({ name }) => name));
  const isLost = plain.lines.some(({ name }) => handedIn.includes(name) && !has.has(name));
  return { working: isLost ? whole : working, conventions };
}

/**
 * The accepted workings that most of the written numbers agree with, the plain one first: one, unless something is
 * wrong by all of them and only the slips can tell.
 */
export function followable(
  working: Working,
  accepted: readonly string[],
  shown: ReadonlyMap<string, Shown>,
  handedIn: readonly string[],
): readonly Followed[] {
  const plain: Followed = { working, conventions: [] };
  if (accepted.length === 0 || shown.size === 0) return [plain];
  const ways = workingsOf(working, accepted).map((way) => holding(handedIn, working, way));
  const all = ways.map((one) => ({ one, agreeing: agreeing(one.working, shown) }));
  const most = Math.max(...all.map((each) => each.agreeing));
  const best = all.filter((each) => each.agreeing === most).map(({ one }) => one);
  return most > 0 ? best.slice(0, 1) : best;
}

const agreeing = (working: Working, shown: ReadonlyMap<string, Shown>): number =>
  [...shown].filter(([line, { value, places }]) => {
    const key = keyOf(working).get(line)?.exact;
    if ('exact' in working.rounding && key?.isInteger()) return isOfCount(value, key.toNumber());
    return key?.minus(value).abs().lte(half(places)) ?? false;
  }).length;

/** Throws a plain `Error` where an assignment accepts a convention that the problem does not have. */
export function acceptedOf(working: Working, set: readonly string[] | undefined): readonly string[] {
  const ids = working.conventions.map(({ id }) => id);
  const stranger = set?.find((id) => !ids.includes(id));
  if (stranger !== undefined)
    throw new Error(
      `there is no convention "${stranger}"; ${ids.length > 0 ? `the conventions are ${ids.join(', ')}` : 'this problem has none'}`,
    );
  return set ?? working.accepted ?? [];
}

/** Lines whose key is another by the conventions: there the mark says so. */
export function noteOf(
  line: string,
  plain: Working,
  { working, conventions }: Followed,
  statements: readonly Statement[],
): string | undefined {
  const own = keyOf(plain).get(line)?.exact;
  const other = keyOf(working).get(line)?.exact;
  if (!own || !other || own.eq(other)) return undefined;
  const accepted = conventions.filter(({ id }) => plain.accepted?.includes(id));
  const stated = conventions.flatMap((one) => {
    const said = statements.find(({ id }) => id === one.id)?.said;
    return accepted.includes(one) || said === undefined ? [] : [`${one.says} (“${said}”)`];
  });
  return [
    accepted.length > 0 ? `Counted by a convention that is accepted here: ${listOf(accepted)}.` : '',
    stated.length > 0 ? `Judged by the convention that you state: ${stated.join('; ')}.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

const listOf = (conventions: readonly Convention[]): string => conventions.map(({ says }) => says).join('; ');

/** The conventions by which a paper may be right: those accepted for all, and those that it states in words. */
export const acceptedBy = ({ accepted = [] }: Working, statements: readonly Statement[]): readonly string[] => [
  ...new Set([...accepted, ...statements.flatMap(({ id }) => id ?? [])]),
];
