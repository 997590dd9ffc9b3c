import { dimsOf } from '../formulas/dims.ts';
import { writtenKey } from '../formulas/math/read.ts';
import { keyOf } from '../formulas/math/vocabulary.ts';
import type { Names } from '../formulas/names.ts';
import type { Formula } from '../formulas/tree.ts';
import { namesOf } from '../working/arrays/arrays.ts';
import type { FormulaField } from '../working/field.ts';
import { authorsFormula } from '../working/formulas.ts';
import type { Working } from '../working/working.ts';

/** What a field about a formula asks for. */
export interface Asked {
  readonly names: Names;
  /** The right formula in every way that the author wrote it, the shown one first. */
  readonly right: readonly [Formula, ...Formula[]];
  readonly also: readonly { readonly formula: Formula; readonly says: string }[];
  /** The keys by which an answer may call it. */
  readonly called: ReadonlySet<string>;
  /** The keys of other things that may stand before an equals sign. */
  readonly others: ReadonlySet<string>;
  /** The keys of what the formula is made of. */
  readonly given: ReadonlySet<string>;
}

type About = Omit<FormulaField, 'kind'>;

const known = new WeakMap<Working, Map<string, Asked>>();

/** What a field asks for, in the names of its line or of the question. */
export function askedOf(field: About, working: Working): Asked {
  const found = known.get(working) ?? new Map<string, Asked>();
  known.set(working, found);
  const asked = found.get(field.name) ?? made(field, working);
  found.set(field.name, asked);
  return asked;
}

function made(field: About, working: Working): Asked {
  const names = field.of === undefined ? withFieldsAbove(field, working) : namesOfLine(field.of, working);
  const [first, ...more] = rightOf(field, working, names);
  if (!first) throw new Error(`the field "${field.name}" has no right formula`);
  const also = (field.also ?? []).map(({ formula, says }) => ({ formula: authorsFormula(formula, names), says }));
  const called = [field.name, ...(field.of ? [field.of] : [])].map(keyOf);
  const written = (field.written ?? []).map(writtenKey);
  const fields = (working.fields ?? []).flatMap((one) => [
    keyOf(one.name),
    ...('written' in one ? (one.written ?? []) : []).map(writtenKey),
  ]);
  const others = [...fields, ...working.lines.map(({ name }) => keyOf(name))];
  return {
    names,
    right: [first, ...more],
    also,
    called: new Set([...called, ...written]),
    others: new Set(others),
    given: new Set(names.names.map(({ name }) => keyOf(name))),
  };
}

/** The names of the question, and the formulas asked for before: who has worked one out may use it by its name. */
function withFieldsAbove({ name }: About, working: Working): Names {
  const { symbols = { names: [] }, fields = [] } = working;
  const asked = fields.find((one) => one.name === name);
  const above = asked?.kind === 'formula' ? fields.slice(0, fields.indexOf(asked)) : [];
  const known = new Set(symbols.names.flatMap((one) => [one.name, ...(one.written ?? [])].map(writtenKey)));
  const isFree = (text: string): boolean => !known.has(writtenKey(text));
  const made = above.flatMap((one) => {
    if (one.kind !== 'formula' || one.of !== undefined || !isFree(one.name)) return [];
    const [is] = rightOf(one, working, symbols);
    const shape = is && dimsOf(is, symbols);
    return is && shape ? [{ name: one.name, shape, is, written: (one.written ?? []).filter(isFree) }] : [];
  });
  return made.length === 0 ? symbols : { ...symbols, names: [...symbols.names, ...made] };
}

function rightOf(field: About, { lines, arrays }: Working, names: Names): Formula[] {
  const source = arrays?.lines.find(({ name }) => name === field.of)?.source;
  const line = lines.find(({ name }) => name === field.of);
  if (field.of !== undefined && !line && !source)
    throw new Error(`the field "${field.name}" asks for the formula of "${field.of}", which is no line`);
  const written = [field.right ?? []].flat().map((text) => authorsFormula(text, names));
  const own = source ?? line?.formula;
  return own ? [own, ...written] : written;
}

/** The givens, and the lines above, each made of what stands before it. */
function namesOfLine(of: string, { givens, lines, aliases = {}, functions, arrays }: Working): Names {
  const array = arrays?.lines.find(({ name }) => name === of);
  if (arrays && array) return namesOf(arrays, array);
  const above = lines.slice(
    0,
    lines.findIndex(({ name }) => name === of),
  );
  const scalar = (name: string) => ({
    name,
    shape: ['1', '1'] as const,
    ...(aliases[name] && { written: aliases[name] }),
  });
  const made = above.map(({ name, formula }) => ({ ...scalar(name), is: formula as Formula }));
  return { names: [...[...givens.keys()].map(scalar), ...made], ...(functions && { functions }) };
}
