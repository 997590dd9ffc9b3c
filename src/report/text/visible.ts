import { remembered } from './remembered.ts';

const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Most texts, which hold nothing to be shown otherwise. */
const printable = /^[ -~]*$/;
const marks = /(\p{M}{4})\p{M}+/gu;

/**
 * Text that shows everything it holds: control, direction and zero-width characters by their code, no stack of marks
 * that leaves its line. Line feeds stay, tabs become a space.
 */
export function visible(text: string): string {
  return printable.test(text) ? text : shown(text);
}

const shown = remembered((text: string): string => {
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
  return plain.replace(hidden, (c) => (c === '\n' ? c : `⟨${codeOf(c)}⟩`)).replace(marks, '$1');
});

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The text if it is short, otherwise as much as fits in `most` characters, with an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = [...text.slice(0, 2 * most)];
  return whole.length <= most && text.length <= 2 * most ? text : `${whole.slice(0, most - 1).join('')}…`;
}

/** As many whole sentences as fit in `most` characters; of a longer first one its words, with an ellipsis. */
export function cutSentences(text: string, most: number): string {
  if (cut(text, most) === text) return text;
  const end = text.lastIndexOf('. ', most - 1);
  if (end > 0) return text.slice(0, end + 1);
  const word = text.lastIndexOf(' ', most - 2);
  return word > most / 2 ? `${text.slice(0, word)}…` : cut(text, most);
}

/** As much of a name from a paper as a line has room for, on one line. */
export const oneLine = (text: string, most = 60): string => visible(cut(text, most)).replaceAll('\n', '⟨U+000A⟩');

/** As `cut`, but in the middle: an answer begins with its work and ends with what it comes to. */
export function cutMiddle(text: string, most: number): string {
  if (cut(text, most) === text) return text;
  const tail = Math.floor(most / 3);
  return cut(text, most - tail) + [...text.slice(-2 * tail)].slice(-tail).join('');
}

/**
 * A record whose texts show everything they hold; what holds nothing to be shown otherwise stays the same object. Its
 * students keep their ids, which name files; they are shown by what writes them.
 */
export function visibleRecord<T>(record: T): T {
  return shownIn(record) as T;
}

function shownIn(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? shownList(value) : shownObject(value as Readonly<Record<string, unknown>>);
}

function shownList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (const [i, one] of list.entries()) {
    const shown = shownIn(one);
    if (shown === one) continue;
    copy ??= [...list];
    copy[i] = shown;
  }
  return copy ?? list;
}

function shownObject(object: Readonly<Record<string, unknown>>): unknown {
  const changed: [string, unknown][] = [];
  for (const name of Object.keys(object)) {
    const shown = name === 'student' ? object[name] : shownIn(object[name]);
    if (shown !== object[name]) changed.push([name, shown]);
  }
  // Not by assignment: a name that a paper wrote may be that of a prototype.
  return changed.length > 0 ? Object.fromEntries([...Object.entries(object), ...changed]) : object;
}
