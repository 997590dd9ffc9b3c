import { stripVTControlCharacters } from 'node:util';
import { visible } from '../report/text/visible.ts';

/** Codes for colour and weight, which only we write: what a paper says has been made visible where it is laid out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is what such a code begins with
const styled = /(\x1b\[\d{1,3}(?:;\d{1,3})*m)/;
/** What a CI runner obeys where it stands at the beginning of a line, or anywhere in the older form. */
const command = /^([ \t]*):(?=:)|#(?=#(?:\[|vso\[))/gm;

/** Text that no terminal and no CI runner obeys. Everything that is written goes through here. */
const inert = (text: string): string => visible(text).replace(command, (all) => `${all} `);

/** Data goes to standard output: what another program may read. */
export function print(text: string): void {
  const safe = text.split(styled).map((part, i) => (i % 2 === 1 ? part : inert(part)));
  process.stdout.write(`${safe.join('').replace(/\n$/, '')}\n`);
}

/** JSON as data; what cannot be seen, or would be obeyed, is escaped, which changes nothing of its meaning. */
export function printJson(value: unknown): void {
  const text = JSON.stringify(value, null, 2);
  process.stdout.write(`${text.replace(unseen, escaped)}\n`);
}

const unseen = /[\p{Cf}\p{Co}\p{Zl}\p{Zp}\x7f-\x9f]|#(?=#(?:\[|vso\[))/gu;
const escaped = (text: string): string =>
  text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** Commands for a CI runner, made of texts that were escaped for it: the only thing that is written as it is. */
export const printCommands = (text: string): boolean => process.stdout.write(text);

/** Talk goes to standard error. */
export function talk(text: string): void {
  process.stderr.write(`${inert(stripVTControlCharacters(text))}\n`);
}

/** Is standard output a terminal that wants colour? See no-color.org. */
export const inColor = (): boolean =>
  process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

/** Columns of the terminal, at most 80: the width that the pages of text are made for. */
export const width = (): number => Math.min(process.stdout.columns ?? 80, 80);
