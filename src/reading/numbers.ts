import { fold } from '../exact/characters.ts';
import { isFault, match, numeralAt } from '../exact/numeral.ts';
import { decimal } from '../exact/unsigned.ts';
import { Refusal } from './assembly.ts';
import { findName, settingOf } from './names.ts';
import type { Rule } from './source.ts';

const hexadecimal = /0[xX][\da-fA-F]/y;
const raised = /([⁺⁻]?)([⁰¹²³⁴-⁹]+)/y;

/** A decimal number with its suffix, exponent or percent sign. */
export const number: Rule = (source, at) => {
  const found = numeralAt(source.text, at, {
    ...settingOf(source.context, source.out.bracket?.list),
    inside: true,
  });
  if (found === undefined) return undefined;
  if (isFault(found)) throw new Refusal(found.reason, found.at);
  if (match(hexadecimal, source.text, at)) throw new Refusal('"0x…" may be hexadecimal or a product', at);
  if (found.letter && findName(found.letter, source.context)) {
    throw new Refusal(`"${found.letter}" is a name of this problem; write the number out, or a * before the name`, at);
  }
  if (found.letter && found.letter.length > 1 && source.out.last === '/')
    throw new Refusal(`it is unclear how much "${found.letter}" belongs to; write the number out`, at);
  const { read, exact, remark } = decimal(found);
  source.out.operand(read, at, found.percent ? 'percent' : 'number');
  source.whole &&= exact;
  if (remark) source.notes.push(remark);
  return found.end;
};

/** `½` and its like; not after a number, where it may be added or multiplied. */
export const vulgar: Rule = (source, at) => {
  const character = source.text[at] ?? '';
  if (!/[¼-¾⅐-⅞]/.test(character)) return undefined;
  const [above, below] = character.normalize('NFKC').split('⁄');
  source.out.operand(`(${above}/${below})`, at, 'number');
  return at + 1;
};

/** `²` and other raised digits: a power. */
export const superscript: Rule = (source, at) => {
  const found = match(raised, source.text, at);
  if (!found) return undefined;
  const [all, sign = '', digits = ''] = found;
  source.out.operator('^', at);
  source.out.open('(', at, ')');
  if (sign) source.out.operator(fold(sign.normalize('NFKC')), at);
  source.out.operand(digits.normalize('NFKC'), at, 'number');
  source.out.close(')', at);
  return at + all.length;
};
