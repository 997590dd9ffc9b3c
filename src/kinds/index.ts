import type { Field } from '../working/field.ts';
import type { Working } from '../working/problem.ts';
import { accuracy } from './accuracy/accuracy.ts';
import { cells } from './cells/cells.ts';
import { choice } from './choice/choice.ts';
import { claims } from './claims/claims.ts';
import { derivation } from './derivation/derivation.ts';
import { formula } from './formula/formula.ts';
import { interval } from './interval/interval.ts';
import type { Kind } from './kind.ts';
import { log } from './log/log.ts';
import { matrix } from './matrix/matrix.ts';
import { number } from './number/number.ts';
import { pairs } from './pairs/pairs.ts';
import { person } from './person/person.ts';
import { rates } from './rates/rates.ts';
import { reported } from './reported/reported.ts';
import { shape } from './shape/shape.ts';
import { table } from './table/table.ts';
import { weights } from './weights/weights.ts';

/** Every kind of answer. A field of a kind that is missing here does not compile. */
export const kinds: { readonly [K in Field['kind']]: Kind<Extract<Field, { kind: K }>> } = {
  number,
  formula,
  shape,
  cells,
  weights,
  choice,
  interval,
  accuracy,
  reported,
  matrix,
  pairs,
  claims,
  table,
  rates,
  log,
  person,
  derivation,
};

/** The kind of a field's answer. Throws where a declaration, written without types, names one that there is not. */
export function kindOf({ kind, name }: Field): Kind {
  const found: Kind | undefined = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!found)
    throw new Error(`the field "${name}" is of the kind "${kind}"; the kinds are ${Object.keys(kinds).join(', ')}`);
  return found;
}

const known = new WeakMap<Working, readonly Field[]>();

/** Everything that can be answered: the number of each line, in working order, and what the author declares beside them. */
export function fieldsOf(working: Working): readonly Field[] {
  const fields = known.get(working) ?? [
    ...working.lines.map(({ name }): Field => ({ kind: 'number', name })),
    ...(working.fields ?? []),
  ];
  known.set(working, fields);
  return fields;
}

/** What a blank paper has a place for: an array has one, and not one for each of its cells. */
export function blanksOf(working: Working): readonly Field[] {
  const all = fieldsOf(working);
  const byName = new Map(all.map((field) => [field.name, field]));
  const lines = working.arrays?.lines ?? [];
  const arrayOf = new Map(lines.flatMap(({ name, cells }) => cells.flat().map((cell) => [cell, byName.get(name)])));
  return [...new Set(all.map((field) => arrayOf.get(field.name) ?? field))];
}

// What a reader of documents asks: which blocks have the shape of an answer.
export { readMatrices } from './cells/read.ts';
export { formulaBeside } from './formula/beside.ts';
export { listOf } from './given.ts';
export type { Answered, Kind, MarkingPlace, MarkingPolicy, Outcome, ReadingPlace } from './kind.ts';
export { readLog } from './log/read.ts';
export { givenText } from './text.ts';
