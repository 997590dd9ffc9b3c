import type { SlipKind } from '../records/result.ts';
import { prices } from '../working/prices.ts';
import type { Wording } from '../working/working.ts';

type Sort = 'changed' | 'exchanged' | 'lost' | 'moved' | 'off' | 'sign';

/** A number read or copied wrongly: the text that came of it. Its words are made when they are asked for. */
export class Misreading {
  readonly kind: SlipKind;
  readonly sort: Sort;
  readonly price: number;
  readonly text: string;
  readonly value: number;
  private readonly from: string;

  constructor(sort: Sort, price: number, from: string, text: string) {
    this.sort = sort;
    this.kind = kinds[sort];
    this.price = price;
    this.text = text;
    this.value = Number(text);
    this.from = from;
  }

  get wording(): Wording {
    return words[this.sort](this.from.replace('-', ''), this.text.replace('-', ''), this.from.startsWith('-'));
  }
}

const kinds: Readonly<Record<Sort, SlipKind>> = {
  changed: 'digit',
  exchanged: 'digit',
  lost: 'digit',
  moved: 'magnitude',
  off: 'off-by-one',
  sign: 'sign',
};

/** Digits that look alike in handwriting; confusing them is four times as likely. */
const alike = new Set(['17', '71', '35', '53', '56', '65', '49', '94', '06', '60', '80', '08', '38', '83']);
const digitCheck = 'Compare with the line above, digit by digit; read the two numbers aloud.';

/**
 * Every way in which a written decimal is commonly misread or miscopied: one digit changed, two neighbours exchanged, a
 * digit lost, the point moved by one or two places, the minus lost or gained; for counts also one more or less.
 */
export function misreadings(text: string, whole: boolean): Misreading[] {
  const negative = text.startsWith('-');
  const bare = negative ? text.slice(1) : text;
  const sign = negative ? '-' : '';
  const found: Misreading[] = [
    new Misreading('sign', prices.sign + (negative ? 0 : 2.5), text, negative ? bare : `-${text}`),
  ];
  const read = (sort: Sort, price: number, as: string): void => {
    found.push(new Misreading(sort, price, text, sign + as));
  };
  changed(bare, read);
  exchanged(bare, read);
  lost(bare, read);
  oneOff(bare, whole ? 0 : sooner, read);
  if (!whole) moved(bare, read);
  return distinct(found, Number(text), whole);
}

/** Takes what a number may be read as. */
type Read = (sort: Sort, price: number, as: string) => void;

/** Of those that give the same number the likeliest. */
function distinct(list: readonly Misreading[], right: number, whole: boolean): Misreading[] {
  const byValue = new Map<number, Misreading>();
  for (const one of list) {
    if (one.value === right || (whole && one.value <= 0)) continue;
    const same = byValue.get(one.value);
    if (!same || one.price < same.price) byValue.set(one.value, one);
  }
  return [...byValue.values()];
}

const positions = (text: string): number[] => [...text].flatMap((ch, i) => (/\d/.test(ch) ? [i] : []));
const put = (text: string, i: number, ch: string): string => text.slice(0, i) + ch + text.slice(i + 1);

function changed(text: string, read: Read): void {
  for (const i of positions(text))
    for (const digit of '0123456789') {
      const old = text[i] ?? '';
      if (digit === old || (i === 0 && digit === '0' && text.length > 1 && text[1] !== '.')) continue;
      read('changed', prices.digit - (alike.has(old + digit) ? 2 : 0), put(text, i, digit));
    }
}

function exchanged(text: string, read: Read): void {
  const at = positions(text);
  at.slice(1).forEach((j, n) => {
    const i = at[n] as number;
    if (text[i] !== text[j])
      read('exchanged', prices.exchanged, put(put(text, i, text[j] as string), j, text[i] as string));
  });
}

function lost(text: string, read: Read): void {
  const at = positions(text);
  if (at.length < 2) return;
  for (const i of at) read('lost', prices.exchanged, tidy(text.slice(0, i) + text.slice(i + 1)));
}

/** No point without digits on both sides. */
const tidy = (text: string): string => text.replace(/\.$/, '').replace(/^\./, '0.') || '0';

function moved(text: string, read: Read): void {
  for (const by of [-2, -1, 1, 2]) read('moved', prices.magnitude + (Math.abs(by) === 2 ? 1.5 : 0), scaled(text, by));
}

/** The decimal text times a power of ten, digit for digit. */
export function scaled(text: string, by: number): string {
  const [whole = '0', fraction = ''] = text.split('.');
  const digits = whole + fraction;
  const point = whole.length + by;
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  return point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Among decimals a whole number is how many there are: one less is rather a slip than a digit misread. */
const sooner = 1.6;

function oneOff(text: string, cheaper: number, read: Read): void {
  if (!/^\d{1,15}$/.test(text) || text === '0') return;
  for (const by of [1, -1]) read('off', prices.offByOne - cheaper, String(Number(text) + by));
}

const digit = (says: string): Wording => ({
  says,
  hint: 'One of the numbers is not the one it was copied from.',
  check: digitCheck,
});

/** The words of each sort, from the number without its sign and what it was read as. */
const words: Readonly<Record<Sort, (from: string, to: string, negative: boolean) => Wording>> = {
  changed: (from, to) => {
    const at = [...from].findIndex((ch, i) => ch !== to[i]);
    return digit(`One digit was misread: ${to[at]} for ${from[at]}.`);
  },
  exchanged: () => digit('Two neighbouring digits were exchanged.'),
  lost: () => digit('A digit was lost.'),
  moved: (from, to) => {
    const by = Math.round(Math.log10(Number(to) / Number(from)));
    return pointWording(by, 'Check the size of the result.', 'Estimate the result with one digit for each number.');
  },
  off: (from, to) => ({
    says: `It was taken one too ${Number(to) > Number(from) ? 'large' : 'small'}.`,
    hint: 'Count the ends.',
    check: 'Try the smallest case by hand.',
  }),
  sign: (_from, _to, negative) => ({
    says: negative ? 'The minus sign was lost.' : 'A minus sign was added.',
    hint: 'Look at the signs of the numbers you started from.',
    check: 'Compare each number with the question, sign by sign.',
  }),
};

/** A decimal point that is `by` places too far to the right, or to the left. */
export const pointWording = (by: number, hint: string, check: string): Wording => ({
  says: `The decimal point is ${Math.abs(by) === 1 ? 'one place' : 'two places'} too far to the ${by > 0 ? 'right' : 'left'}.`,
  hint,
  check,
});
