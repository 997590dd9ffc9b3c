import { ignored } from '../exact/ignored.ts';
import { type Fault, isFault } from '../exact/numeral.ts';
import { unitStart } from '../exact/units.ts';
import type { Expression } from '../expressions/tree.ts';
import { trailingBracket } from './brackets.ts';
import { askedOf, findName, type NumberContext, plainName, scaleOf } from './names.ts';
import type { Side } from './shown.ts';
import { stepBetween } from './step.ts';
import { isFunctionWord } from './words.ts';

const lead =
  /^(?:=|≈|~|\\approx(?![a-z])|(?:i\.e\.|that is|or|so|about|approx\.?|approximately|roughly)(?!\p{L}))[\s\0]*/iu;
const trailingWord = /[\s\0](?:rounded|exactly|unrounded)$/;
const measured =
  /^(?:on|the|test|testing|tested|set|data|accuracy|acc\.?|final|best|epochs?|after|images|samples|\d+)$/i;
const nameAtEnd = /(?<![\p{L}\d_])\p{L}[\p{L}\d_]*$/u;

type ReadSide = (text: string) => readonly Side[] | Fault;

/**
 * A number, a blank and a bracket: `61,706 (61.7k)`, `608 (600 + 8)`. It is the number, with a remark that is left out,
 * where both agree; `unlike` where they do not. Undefined where the text is nothing of the kind.
 */
export function withRemark(
  text: string,
  context: NumberContext,
  readSide: ReadSide,
): readonly Side[] | 'unlike' | undefined {
  const bracket = trailingBracket(text.slice(0, unitStart(text, text.trimEnd().length)));
  if (!bracket) return undefined;
  const before = text.slice(0, bracket.to);
  const name = nameAtEnd.exec(before.slice(-60))?.[0];
  if (name && findName(plainName(name), context)) return undefined;
  const heads = readSide(before);
  if (isFault(heads)) return undefined;
  const found = heads.filter((head) => !head.unless && isRemark(bracket.inside, head, context, readSide));
  const note = ignored(bracket.text.replaceAll('\0', ''));
  if (found.length > 0) return found.map((head) => ({ ...head, notes: [...head.notes, note] }));
  return heads[0]?.written ? 'unlike' : undefined;
}

function isRemark(given: string, head: Side, context: NumberContext, readSide: ReadSide): boolean {
  const text = given.replaceAll('\0', ' ').trim();
  const led = lead.exec(text)?.[0] ?? '';
  const inside = text.slice(led.length).replace(trailingWord, '').trim();
  if (inside === '') return false;
  if (isFunctionWord(inside) || isCounted(inside)) return true;
  if (askedOf(context) === 'share' && inside.split(/\s+/).every((word) => measured.test(word)))
    return !/^\d+$/.test(inside);
  const readings = readSide(inside);
  return !isFault(readings) && readings.some((one) => bearsOut(one, head, led !== '', context));
}

/** `150 + 6 (biases)`, `61706 (trainable)`: words for what is counted, and nothing else. */
const isCounted = (inside: string): boolean => unitStart(` ${inside}`, inside.length + 1) <= 1;

/** Does a remark say the same as the number before it, in other words? */
function bearsOut(remark: Side, head: Side, led: boolean, context: NumberContext): boolean {
  if (remark.unless) return false;
  const { written } = remark;
  if (written && remark.read === head.read) return led || remark.given !== head.given.trim();
  const few = written && written.significant < 2 && written.places < (context.places ?? 1);
  const isVague = few && !remark.read.includes('e');
  if (isVague && !led && !remark.approximate && !remark.value.eq(head.value)) return false;
  if (isSize(remark.tree, head)) return true;
  const scale = scaleOf(context);
  return stepBetween(remark, head, scale).agrees || (written !== undefined && stepBetween(head, remark, scale).agrees);
}

/** `6 (6x6)`: the side of a square, and the square. */
const isSize = (tree: Expression, { value }: Side): boolean =>
  tree.kind === 'product' &&
  tree.factors.every(({ inverse, of }) => !inverse && of.kind === 'number' && value.eq(of.text));
