import { fold } from './characters.ts';
import { Decimal } from './decimal.ts';
import { limits } from './limits.ts';
import { type Fault, isFault, match, type Numeral, numeralAt, type Setting, short, tooLarge } from './numeral.ts';

/** A number without its sign, in any of its forms. */
export interface Unsigned {
  readonly value: Decimal;
  readonly places: number;
  readonly significant: number;
  readonly exact: boolean;
  readonly integer: boolean;
  readonly read: string;
  readonly letter?: string;
  readonly remark?: string;
}

const blank = String.raw`[\s\0]*`;
const times = String.raw`${blank}(?:(\*|[xX]|\\times|\\cdot)${blank})?`;
const raised = String.raw`${blank}(?:\^|\*\*)${blank}(?:\{([^{}]*)\}|\(([^()]*)\)|([+-]?\d+))|([⁺⁻]?[⁰¹²³⁴-⁹]+)`;
const powerOfTen = new RegExp(`${times}10(?:${raised})$`, 'y');
const fraction = /\\[dt]?frac[\s\0]*(?:\{([^{}]*)\}|(\d))[\s\0]*(?:\{([^{}]*)\}|(\d))$/y;
const scientific = /^\d\.\d+$/;
const slash = /[\s\0]*\/[\s\0]*/y;

/** The number without sign from `at` to the end of `text`. */
export function unsigned(text: string, at: number, setting: Setting): Unsigned | Fault {
  const [character = ''] = text.slice(at);
  if (/[¼-¾⅐-⅞]/.test(character)) return vulgar(text, at, setting);
  const typeset = match(fraction, text, at);
  if (typeset) return ratio(typeset[1] ?? typeset[2] ?? '', typeset[3] ?? typeset[4] ?? '', at, setting);
  const alone = match(powerOfTen, text, at);
  if (alone && alone[1] === undefined) return tenTo(alone, '1', at);
  const found = numeralAt(text, at, setting);
  if (found === undefined) return { reason: notANumber(text.slice(at)), at };
  if (isFault(found)) return found;
  return found.end === text.length ? decimal(found) : compound(text, at, found, setting);
}

function notANumber(text: string): string {
  const seen = text.replace(/\0/g, '').trim();
  return seen === '' ? 'there is no number' : `"${short(seen)}" is not a number`;
}

function compound(text: string, at: number, first: Numeral, setting: Setting): Unsigned | Fault {
  const power = match(powerOfTen, text, first.end);
  if (power && first.scale === 0) {
    if (power[1] !== undefined) return tenTo(power, first.digits, first.end);
    // 6.2 10^-4 is scientific notation without its sign; 62 10^-4 may be two numbers.
    if (scientific.test(first.digits)) return withoutSign(tenTo(power, first.digits, first.end));
  }
  const over = match(slash, text, first.end);
  if (over) return ratio(text.slice(at, first.end), text.slice(first.end + over[0].length), at, setting);
  return { reason: leftOver(text.slice(first.end)), at: first.end };
}

const withoutSign = (found: Unsigned | Fault): Unsigned | Fault =>
  isFault(found) ? found : { ...found, remark: `read as ${found.read}: a product sign is missing` };

function leftOver(text: string): string {
  const rest = text.replace(/\0/g, '').trim();
  if (/^[KkMBG]$/.test(rest)) return `"${rest}" must stand directly after the number`;
  if (/^\d/.test(rest)) return `"${short(rest)}" may be a second number or the rest of the first`;
  return `"${short(rest)}" after the number has no meaning here`;
}

/** A decimal number with its power of ten. */
export function decimal(found: Omit<Numeral, 'end'>): Unsigned {
  const { digits, scale, letter, remark } = found;
  const fractional = digits.split('.')[1]?.length ?? 0;
  const value = new Decimal(`${digits}e${scale}`);
  return {
    value,
    places: fractional - scale,
    significant: value.isZero() ? 0 : digits.replace('.', '').replace(/^0+/, '').length,
    exact: fractional === 0 && scale === 0,
    integer: value.isInteger(),
    read: plainDigits(digits, scale, value, fractional - scale),
    ...(letter === undefined ? {} : { letter }),
    ...(remark === undefined ? {} : { remark }),
  };
}

const asTheyAre = /^(?:0|[1-9]\d*)\.\d+$/;

/** Powers of ten stay where writing them out would add digits or run long. */
function plainDigits(digits: string, scale: number, value: Decimal, places: number): string {
  if (scale > 0 || places > 30) return scale === 0 ? digits : `${digits}e${scale}`;
  if (scale === 0 && asTheyAre.test(digits)) return digits;
  return value.toFixed(places);
}

function tenTo(power: RegExpExecArray, digits: string, at: number): Unsigned | Fault {
  const written = power[2] ?? power[3] ?? power[4] ?? fold((power[5] ?? '').normalize('NFKC'));
  const size = written.replace(/[\s\0]/g, '');
  if (!/^[+-]?\d+$/.test(size)) return { reason: `"${short(written)}" is no whole power of ten`, at };
  const scale = Number(size);
  if (Math.abs(scale) > limits.exponent) return tooLarge(at);
  const x = /x/i.exec(power[1] ?? '')?.[0];
  return decimal({ digits, scale, ...(x === undefined ? {} : { letter: x }) });
}

function vulgar(text: string, at: number, setting: Setting): Unsigned | Fault {
  const [above = '', below = ''] = (text[at] ?? '').normalize('NFKC').split('⁄');
  if (at + 1 < text.length) return { reason: `"${short(text.slice(at))}" is not one number`, at };
  return ratio(above, below, at, setting);
}

/** A fraction of whole numbers: exact, however many decimals its value has. */
function ratio(above: string, below: string, at: number, setting: Setting): Unsigned | Fault {
  const [n, d] = [whole(above, setting), whole(below, setting)];
  if (n === undefined || d === undefined) return { reason: 'a fraction has whole numbers above and below', at };
  if (d.isZero()) return { reason: 'a fraction with 0 below has no value', at };
  const value = n.isZero() ? new Decimal(0) : n.div(d);
  return {
    value,
    places: value.decimalPlaces(),
    significant: value.isZero() ? 0 : value.precision(),
    exact: true,
    integer: value.isInteger(),
    read: `${value.isNegative() && !value.isZero() ? '-' : ''}${n.abs().toFixed()}/${d.abs().toFixed()}`,
  };
}

function whole(text: string, { asked }: Setting): Decimal | undefined {
  const sign = /^[\s\0]*[+-]?[\s\0]*/.exec(text)?.[0] ?? '';
  const found = numeralAt(text, sign.length, asked === 'share' ? {} : { ...(asked && { asked }) });
  if (!found || isFault(found) || text.slice(found.end).replace(/[\s\0]/g, '') !== '') return undefined;
  if (found.scale !== 0 || found.letter !== undefined || found.digits.includes('.')) return undefined;
  return new Decimal(found.digits).times(sign.includes('-') ? -1 : 1);
}
