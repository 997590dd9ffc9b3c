import { Decimal } from '../../exact/decimal.ts';

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Do two plain decimals agree at the places that both of them have? */
export function agree(a: string, b: string): boolean {
  const places = Math.min(placesOf(a), placesOf(b));
  const half = new Decimal(10).pow(-places).div(2);
  return new Decimal(a).minus(b).abs().lte(half);
}

/** What a notation leaves of a number: not its spaces, brackets, signs of multiplication and thousands. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(/[\s()[\]{}*×·⋅,]/g, '');

/** How an answer was read, where that is not plain to see from what was written. */
export function notablyRead(given: string | undefined, read: string | undefined): string | undefined {
  if (given === undefined || read === undefined || given === read) return undefined;
  return bare(given) === bare(read) ? undefined : read;
}
