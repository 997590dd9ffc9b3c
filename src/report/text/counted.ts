const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count in words up to ten: `six`. */
export const inWords = (n: number): string => numerals[n] ?? String(n);

/** The noun for so many: `line`, `lines`. */
export const plural = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many);

/** A count and what is counted: `six lines`. */
export const counted = (n: number, one: string, many?: string): string => `${inWords(n)} ${plural(n, one, many)}`;

/** As the first word of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a`, `b` and `c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** The name of a line or formula within a sentence. */
export const code = (name: string): string => `\`${name}\``;
