import { stripVTControlCharacters } from 'node:util';

/** Data goes to standard output: what another program may read. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** Talk goes to standard error, without the codes that a name from a file could carry to the terminal. */
export function talk(text: string): void {
  const plain = stripVTControlCharacters(text).replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '\u{fffd}');
  process.stderr.write(`${plain}\n`);
}

/** Is standard output a terminal that wants colour? See no-color.org. */
export const inColor = (): boolean =>
  process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

/** Columns of the terminal, at most 80: the width that the pages of text are made for. */
export const width = (): number => Math.min(process.stdout.columns ?? 80, 80);
