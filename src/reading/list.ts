import type { Fault } from '../exact/numeral.ts';
import type { LineReading } from './chain.ts';
import type { Line } from './lines.ts';
import { isOwn, type NumberContext } from './names.ts';
import { isFunctionWord } from './words.ts';

/** A line of work with what was read of it. */
interface ReadLine {
  readonly line: Line;
  readonly reading: LineReading | (Fault & { readonly ok: false });
}

const concluding = /(?<!\p{L})(?:total|answer|result|altogether|overall)(?!\p{L})/iu;
const longest = 80;

/** The words before the number of a line, with the sign that parts them from it. */
function labelOf({ text }: Line): string {
  const end = text.search(/[\d=:≈]/);
  const label = end < 0 || end > longest || /\d/.test(text[end] ?? '') ? '' : text.slice(0, end + 1);
  return /\p{L}{2}/u.test(label) ? label : '';
}

/** `The prediction`, where that is what the field is called in words. */
const saysField = (name: string, { words = '' }: NumberContext): boolean => {
  const plain = (text: string): string => text.toLowerCase().replace(/^the /, '');
  return plain(name) === plain(words);
};

/**
 * Why the last of several lines is perhaps not the answer: a list, as programs print it, goes on after its total
 * (`Non-trainable params: 0`), and its last line is another number under a name of its own.
 */
export function anotherQuantity(
  readings: readonly ReadLine[],
  context: NumberContext,
): { readonly line: Line; readonly reason: string } | undefined {
  const last = readings.at(-1);
  const label = last ? labelOf(last.line) : '';
  if (!last?.reading.ok || label === '' || concluding.test(label)) return undefined;
  const name = label.slice(0, -1).trim();
  if (isOwn(name, context) || isFunctionWord(name) || saysField(name, context)) return undefined;
  const { value } = last.reading.value;
  const others = readings.filter(({ reading }) => reading.ok && !reading.value.value.eq(value));
  const total = others.find(({ line }) => concluding.test(labelOf(line)));
  if (total) return { line: total.line, reason: 'an earlier line is called the total; write the answer last' };
  if (!label.endsWith(':') || others.length === 0) return undefined;
  return { line: last.line, reason: `"${name}" may be another quantity than the lines above; write the answer alone` };
}
