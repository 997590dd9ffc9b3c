import type { Fault } from '../exact/numeral.ts';
import { isProduct, labelFault, labelIn } from './label.ts';
import { findName, isOwn, type NumberContext, plainName, wordsIn } from './names.ts';
import { proseIn, turns } from './prose.ts';
import type { Side } from './sides.ts';

/** The parts of a line without what only says what the line gives. */
export interface Labelled {
  readonly sides: readonly Side[];
  /** The first part is a given's name, which may be meant as a label. */
  readonly given: boolean;
  /** Why the label may name another value. */
  readonly doubt?: string;
}

/** Leaves out the label before the first number, or behind the last; earlier lines of work may be labelled at will. */
export function withoutLabel(
  text: string,
  all: readonly Side[],
  context: NumberContext,
  last: boolean,
): Labelled | Fault {
  const sides = withoutOwnName(text, all, context);
  const [first, ...rest] = sides;
  if (!first) return { sides, given: false };
  const inside = text.slice(first.from, first.to);
  if (rest.length > 0 && isOwn(withoutArguments(inside.trim(), context), context)) return { sides: rest, given: false };
  const label = labelIn(inside);
  if (!label || /\s/.test(label.name)) return withoutProse(inside, sides, context, last);
  if ((rest.length === 0 && !label.colon) || isProduct(label.name, context)) return { sides, given: false };
  const turning = last ? wordsIn(label.name).find((word) => turns(word, context)) : undefined;
  if (turning && !isOwn(label.name, context))
    return { reason: `"${turning}" may make it another number`, at: first.from };
  const fault = labelFault(label, context, last);
  if (fault === 'given') return { sides, given: true };
  if (fault) return { ...fault, at: first.from };
  return { sides: label.colon ? [{ ...first, from: first.from + label.end }, ...rest] : rest, given: false };
}

const applied = /^([^()]+)\(([^()]+)\)$/u;

/** `L(y, \hat y)` as `L`: of several names of the problem no product is written with commas. */
function withoutArguments(label: string, context: NumberContext): string {
  const [, name = '', inside = ''] = applied.exec(label) ?? [];
  const given = inside.split(/[,;|]/);
  const isList = given.length > 1 && given.every((one) => findName(plainName(one), context) !== undefined);
  return isList ? name.trim() : label;
}

/** `0.7971 = a1` */
function withoutOwnName(text: string, sides: readonly Side[], context: NumberContext): readonly Side[] {
  const end = sides.at(-1);
  const isName = end && sides.length > 1 && isOwn(text.slice(end.from, end.to).trim(), context);
  return isName ? sides.slice(0, -1) : sides;
}

function withoutProse(inside: string, sides: readonly Side[], context: NumberContext, last: boolean): Labelled | Fault {
  const [first, ...rest] = sides;
  const prose = proseIn(inside, context);
  const isAll = prose !== undefined && inside.slice(prose.end).trim() === '';
  if (!first || !prose || (isAll && rest.length === 0)) return { sides, given: false };
  if (prose.fault && last) return { reason: prose.fault, at: first.from };
  const left = isAll ? rest : [{ ...first, from: first.from + prose.end }, ...rest];
  return { sides: left, given: false, ...(prose.doubt && { doubt: prose.doubt }) };
}
