import { Decimal } from '../../exact/decimal.ts';

const decimal = /^[-+−]?(?:\d+\.?\d*|\.\d+)$/;

/** The number that an answer ends in: the last side of its last line; undefined where that is no plain decimal. */
export function finalNumber(text: string | undefined): string | undefined {
  const side = text?.split('\n').at(-1)?.split(/[=≈]/).at(-1)?.trim();
  return side !== undefined && side.length < 60 && decimal.test(side) ? side : undefined;
}

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;
const numberOf = (text: string): Decimal => new Decimal(text.replace('−', '-'));

/** Do two decimals agree at the places that both of them have? */
export function agree(a: string, b: string): boolean {
  const places = Math.min(placesOf(a), placesOf(b));
  const half = new Decimal(10).pow(-places).div(2);
  return numberOf(a).minus(numberOf(b)).abs().lte(half);
}

/** What a notation leaves of a number: not its spaces, brackets, signs of multiplication and thousands. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(/[\s()[\]{}*×·⋅,]/g, '');

/** How an answer was read, where that is not plain to see from what was written. */
export function notablyRead(given: string | undefined, read: string | undefined): string | undefined {
  return given === undefined || read === undefined || bare(given) === bare(read) ? undefined : read;
}
