import type { Fn } from '../expressions/functions/fn.ts';
import { parsePlain } from '../expressions/plain.ts';
import { symbolsOf } from '../expressions/tree.ts';
import { DeclarationError } from './declaration-error.ts';

export const decimalText = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** What a member of a declaration is. */
export type Sort = 'text' | 'record' | 'list' | 'yes or no';

/** Every member of a declaration and what it is. */
type Members = Readonly<Record<string, Sort>>;

type Named = Readonly<Record<string, unknown>>;

/** As much of a declaration as is checked here. */
interface Declared {
  readonly id: string;
  readonly title: string;
  readonly rounding: object;
  readonly givens: Named;
  readonly working: Readonly<Record<string, string>>;
  readonly asks: Readonly<Record<string, { readonly points: number }>>;
  readonly domains?: Named;
  readonly names?: Named;
  readonly terms?: Named;
  readonly skips?: Named;
  readonly roles?: Named;
  readonly conventions?: readonly Over[];
  readonly misconceptions?: readonly Over[];
  readonly alternatives?: readonly { readonly given: string }[];
  readonly accepted?: readonly string[];
  readonly fields?: readonly { readonly name: string }[];
  readonly functions?: readonly Fn[];
}

/** Other formulas for lines. */
interface Over {
  readonly id: string;
  readonly over: Readonly<Record<string, string>>;
  readonly givens?: Named;
}

const required: readonly (keyof Declared)[] = ['id', 'title', 'rounding', 'givens', 'working', 'asks'];

/** What TypeScript would say to an author who writes JavaScript, or does not look. Throws `DeclarationError`. */
export function checkDeclaration(declared: Declared, members: Members): void {
  if (sortOf(declared) !== 'record') throw new DeclarationError('a declaration is an object: defineProblem({ … })');
  const { id = 'a problem' } = declared;
  const absent = required.find((name) => declared[name] === undefined);
  if (absent) throw new DeclarationError(`${id}: "${absent}" is missing`, { name: 'id' });
  for (const [name, value] of Object.entries(declared)) checkMember(String(id), name, value, members);
  for (const [name, text] of Object.entries(declared.working))
    if (typeof text !== 'string')
      fault(id, `line "${name}" must be a formula as text, such as 'w*x + b'`, name, 'working');
  for (const [name, value] of Object.entries(declared.givens))
    if (!isGiven(value))
      fault(id, `the given "${name}" must be a decimal number as text, such as "0.75"`, name, 'givens');
  for (const [name, ask] of Object.entries(declared.asks))
    if (typeof ask?.points !== 'number')
      fault(id, `"${name}" is asked for without points: ${name}: { points: 1 }`, name, 'asks');
}

/** A decimal number as text, a word, or a list of these: what begins as a number must be one. */
const isGiven = (value: unknown): boolean =>
  typeof value === 'string' ? decimalText.test(value) || !/^[-+.,\d]/.test(value) : Array.isArray(value);

function checkMember(id: string, name: string, value: unknown, members: Members): void {
  if (!Object.hasOwn(members, name))
    fault(id, `"${name}" is no member of a declaration; the members are ${Object.keys(members).join(', ')}`, name);
  const sort = members[name];
  if (value !== undefined && sortOf(value) !== sort) fault(id, `"${name}" must be a ${sort}`, name);
}

function sortOf(value: unknown): Sort | undefined {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object' && value !== null) return 'record';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'yes or no' : undefined;
}

/** Names and formulas beside the working that mean nothing in it. Throws `DeclarationError`. */
export function checkReferences(declared: Declared): void {
  const { id, givens, working, conventions = [], misconceptions = [], fields = [] } = declared;
  const lines = Object.keys(working);
  const own = [...conventions, ...misconceptions].flatMap((one) => Object.keys(one.givens ?? {}));
  const named = [...Object.keys(givens), ...lines, ...fields.map(({ name }) => name), ...own];
  const lists: readonly [string, readonly string[], readonly string[]][] = [
    ['domains', Object.keys(declared.domains ?? {}), Object.keys(givens)],
    ['alternatives', (declared.alternatives ?? []).map(({ given }) => given), Object.keys(givens)],
    ['names', Object.keys(declared.names ?? {}), named],
    ['terms', Object.keys(declared.terms ?? {}), lines],
    ['skips', Object.keys(declared.skips ?? {}), lines],
    ['roles', Object.keys(declared.roles ?? {}), [...Object.keys(givens), ...lines]],
    ['accepted', declared.accepted ?? [], conventions.map((one) => one.id)],
  ];
  for (const [member, used, known] of lists) {
    const stranger = used.find((name) => !known.includes(name));
    if (stranger !== undefined)
      fault(id, `${member}: there is no "${stranger}"; there are ${known.join(', ')}`, stranger, member);
  }
  for (const one of [...conventions, ...misconceptions]) checkConvention(declared, one, lines);
}

/** The other formulas of a convention or misconception stand for lines, and are formulas as the lines are. */
function checkConvention(declared: Declared, one: Over, lines: readonly string[]): void {
  for (const [line, formula] of Object.entries(one.over ?? {})) {
    const where = `"${one.id}" over "${line}"`;
    if (!lines.includes(line)) fault(declared.id, `${where}: the working has no such line`, line);
    const reading = parsePlain(formula, declared.functions);
    const place = { name: line, formula };
    if (!reading.ok)
      throw new DeclarationError(`${declared.id}: ${where}: ${reading.reason}`, { ...place, at: reading.at });
    const known = [...Object.keys(declared.givens), ...lines, ...Object.keys(one.givens ?? {})];
    const stranger = symbolsOf(reading.tree).find((name) => !known.includes(name));
    if (stranger) {
      const says = `${declared.id}: ${where} uses "${stranger}", which is no given and no line`;
      throw new DeclarationError(says, { ...place, at: formula.indexOf(stranger) });
    }
  }
}

function fault(id: string, says: string, name: string, within = ''): never {
  throw new DeclarationError(`${id}: ${says}`, { name, within });
}
