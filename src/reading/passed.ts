import { match } from '../exact/numeral.ts';
import { unglued } from './glued.ts';
import { isProduct, labelFault, labelIn } from './label.ts';
import {
  derivativeName,
  derivativePattern,
  findName,
  isOwn,
  type NumberContext,
  namePattern,
  plainName,
} from './names.ts';
import { endsInOther, holdsTwo } from './statements.ts';

/** What makes a name another one: `w^{t}`, `w^{+}`, `w^*`. */
const raised = /\^[\s\0]*(?:\{[\s\0]*(?:\p{L}+|[+*])[\s\0]*\}|[+*][\s\0]*$)/gu;
const calculates = /[-+*/^()[\]]|\\(?:times|cdot|ast|div|frac|dfrac|tfrac|sqrt|sum|prod|over)(?![a-zA-Z])/;

interface Mention {
  readonly name: string;
  readonly derivative: boolean;
}

/**
 * Why a part of a line that cannot be read (a `plain` text) may not be passed over: it may say that the line gives
 * something else than the answer, such as twice the answer, or hold the end of another statement.
 */
export function standsInTheWay(text: string, context: NumberContext, last: boolean): string | undefined {
  const label = labelIn(text);
  if (label && !label.colon && isOwn(label.name, context)) return undefined;
  const mentions = mentionsIn(text, context);
  if (mentions.some(({ name }) => isOwn(name, context))) return `"${context.field}" is what this line is to give`;
  if (holdsTwo(text) || endsInOther(text, context))
    return 'this may be more than one statement; write the number alone';
  return otherLabel(text, mentions, context, last);
}

function otherLabel(text: string, mentions: readonly Mention[], context: NumberContext, last: boolean) {
  const name = text.replace(raised, '');
  const label = labelIn(name);
  const fault = label && !isProduct(label.name, context) && labelFault(label, context, last);
  if (fault) return fault === 'given' ? `"${label.name}" is another value` : fault.reason;
  const rest = withoutDerivatives(name);
  if (label || calculates.test(rest) || /^[\s\0]*[\d.]/.test(rest)) return undefined;
  if (rest.includes("'") || rest.includes('\\prime')) return 'a prime makes it another quantity';
  const others = mentions.filter((one) => one.derivative || findName(one.name, context));
  const [other] = others;
  if (!other || (others.length > 1 && others.length === mentions.length)) return undefined;
  return `this line may give "${other.name}", but the answer is "${context.field}"`;
}

interface Word {
  readonly found: RegExpExecArray;
  readonly derivative: boolean;
}

/** Every name in a text as it is written, a derivative as one. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    const quotient = match(derivativePattern, text, at);
    const found = quotient ?? match(namePattern, text, at);
    if (found) words.push({ found, derivative: quotient !== undefined });
    at += found?.[0].length ?? 1;
  }
  return words;
}

/** Every name in a text, glued ones apart. */
const mentionsIn = (text: string, context: NumberContext): Mention[] =>
  wordsIn(text).flatMap(({ found, derivative }) => {
    const name = derivative ? derivativeName(found) : plainName(found[0]);
    const names = derivative ? [name] : (unglued(name, context) ?? [name]);
    return names.map((one) => ({ name: one, derivative }));
  });

const withoutDerivatives = (text: string): string =>
  wordsIn(text)
    .filter(({ derivative }) => derivative)
    .reduceRight((left, { found }) => left.slice(0, found.index) + left.slice(found.index + found[0].length), text);
