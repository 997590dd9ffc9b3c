import { readFileSync } from 'node:fs';

const read = (name: string): Buffer => readFileSync(new URL(`../${name}`, import.meta.url));

/** A style sheet or script without its indentation, which would be in every page. */
export const lean = (name: string): string =>
  read(name)
    .toString('utf8')
    .split('*/')
    .flatMap((part) => part.split('/*').slice(0, 1))
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

/** The mathematics font as a rule that needs no request. */
export function mathFont(): string {
  const data = read('assets/gradcheck-math.woff2').toString('base64');
  return `@font-face{font-family:"Gradcheck Math";src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}

/** One rule for each per cent: a page without style attributes can forbid them to what a paper brings into it. */
export const shares = (): string => Array.from({ length: 101 }, (_, n) => `.p${n}{--share:${n}}`).join('');

/** The symbols of the verdicts, each to be used by `#v-` and the verdict. */
export const symbols = (): string => lean('assets/symbols.svg');
