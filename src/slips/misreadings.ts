import type { SlipKind } from '../records/result.ts';
import { prices } from '../working/prices.ts';
import type { Wording } from '../working/working.ts';

/** A number read or copied wrongly: the text that came of it. */
export interface Misreading {
  readonly kind: SlipKind;
  readonly sort: 'changed' | 'exchanged' | 'lost' | 'moved' | 'off' | 'sign';
  readonly price: number;
  readonly text: string;
  readonly value: number;
  readonly wording: Wording;
}

/** One whose value is not yet reckoned. */
type Read = Omit<Misreading, 'value'>;

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
  const numbers = [
    ...digitChanged(bare),
    ...exchanged(bare),
    ...lost(bare),
    ...(whole ? oneOff(bare, 0) : [...oneOff(bare, sooner), ...moved(bare)]),
  ];
  const signed = [flipped(text, negative), ...numbers.map((m) => ({ ...m, text: sign + m.text }))];
  return distinct(signed.filter((m) => Number(m.text) !== Number(text) && (!whole || Number(m.text) > 0)));
}

/** Of those that give the same number the likeliest. */
function distinct(list: readonly Read[]): Misreading[] {
  const byValue = new Map<number, Misreading>();
  for (const m of list) {
    const value = Number(m.text);
    const same = byValue.get(value);
    if (!same || m.price < same.price) byValue.set(value, { ...m, value });
  }
  return [...byValue.values()];
}

const positions = (text: string): number[] => [...text].flatMap((ch, i) => (/\d/.test(ch) ? [i] : []));
const put = (text: string, i: number, ch: string): string => text.slice(0, i) + ch + text.slice(i + 1);

function digitChanged(text: string): Read[] {
  return positions(text).flatMap((i) =>
    [...'0123456789'].flatMap((digit) => {
      const old = text[i] ?? '';
      if (digit === old || (i === 0 && digit === '0' && text.length > 1 && text[1] !== '.')) return [];
      const price = prices.digit - (alike.has(old + digit) ? 2 : 0);
      return [reading('changed', price, put(text, i, digit), `One digit was misread: ${digit} for ${old}.`)];
    }),
  );
}

function exchanged(text: string): Read[] {
  const at = positions(text);
  return at.slice(1).flatMap((j, n) => {
    const i = at[n] as number;
    if (text[i] === text[j]) return [];
    const swapped = put(put(text, i, text[j] as string), j, text[i] as string);
    return [reading('exchanged', prices.exchanged, swapped, 'Two neighbouring digits were exchanged.')];
  });
}

function lost(text: string): Read[] {
  const at = positions(text);
  if (at.length < 2) return [];
  return at.map((i) => {
    const shorter = text.slice(0, i) + text.slice(i + 1);
    return reading('lost', prices.exchanged, tidy(shorter), 'A digit was lost.');
  });
}

/** No point without digits on both sides. */
const tidy = (text: string): string => text.replace(/\.$/, '').replace(/^\./, '0.') || '0';

function moved(text: string): Read[] {
  return [-2, -1, 1, 2].map((by) => {
    const places = Math.abs(by) === 1 ? 'one place' : 'two places';
    const price = prices.magnitude + (Math.abs(by) === 2 ? 1.5 : 0);
    return {
      kind: 'magnitude',
      sort: 'moved',
      price,
      text: scaled(text, by),
      wording: {
        says: `The decimal point is ${places} too far to the ${by > 0 ? 'right' : 'left'}.`,
        hint: 'Check the size of the result.',
        check: 'Estimate the result with one digit for each number.',
      },
    };
  });
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

function oneOff(text: string, cheaper: number): Read[] {
  if (!/^\d{1,15}$/.test(text) || text === '0') return [];
  return [1, -1].map((by) => ({
    kind: 'off-by-one',
    sort: 'off',
    price: prices.offByOne - cheaper,
    text: String(Number(text) + by),
    wording: {
      says: `It was taken one too ${by > 0 ? 'large' : 'small'}.`,
      hint: 'Count the ends.',
      check: 'Try the smallest case by hand.',
    },
  }));
}

function flipped(text: string, negative: boolean): Read {
  return {
    kind: 'sign',
    sort: 'sign',
    price: prices.sign + (negative ? 0 : 2.5),
    text: negative ? text.slice(1) : `-${text}`,
    wording: {
      says: negative ? 'The minus sign was lost.' : 'A minus sign was added.',
      hint: 'Look at the signs of the numbers you started from.',
      check: 'Compare each number with the question, sign by sign.',
    },
  };
}

const reading = (sort: Misreading['sort'], price: number, text: string, says: string): Read => ({
  kind: 'digit',
  sort,
  price,
  text,
  wording: { says, hint: 'One of the numbers is not the one it was copied from.', check: digitCheck },
});
