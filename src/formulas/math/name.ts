import { type Formula, number, symbol } from '../tree.ts';
import { application, functionHere } from './apply.ts';
import { indicator } from './conditions.ts';
import type { Cursor } from './cursor.ts';
import { derivativeName } from './derivative.ts';
import { plainKey } from './key.ts';
import { reduction } from './reductions.ts';
import { checkedProduct, scriptedName, symbolOf } from './scripts.ts';
import { strange } from './special.ts';
import type { Token } from './tokens.ts';
import { keyOf, styles } from './vocabulary.ts';

/** A name with its scripts, a product of names written together, or a function with its argument. */
export function nameFactor(cursor: Cursor): Formula {
  const derived = derivativeName(cursor) ?? reduction(cursor) ?? sigmaSum(cursor);
  if (derived) return derived;
  const from = cursor.peek;
  const style = from.kind === 'command' && styles.has(from.text);
  const { key, scripts } = plainKey(cursor);
  if (scripts.length > 0) return withInner(cursor, key, scripts, from);
  if (style && /^[01]$/.test(key)) return styledDigit(cursor, key, from);
  const named = scriptedName(cursor, key);
  if (named) return checkedProduct(cursor, named, from);
  const fn = functionHere(cursor, key);
  if (fn) return application(cursor, fn, from);
  return cursor.vocabulary.name(key) ? checkedProduct(cursor, symbolOf(cursor, key), from) : strange(cursor, key, from);
}

/** A capital sigma with an index is the sign of a sum, unless it is a name of the question: `Σ_j W_ij x_j`. */
function sigmaSum(cursor: Cursor): Formula | undefined {
  const token = cursor.peek;
  const isSum = token.kind === 'word' && /^Σ(?:_|$)/u.test(token.text) && !cursor.vocabulary.name('Sigma');
  if (!isSum || (token.text === 'Σ' && cursor.ahead(1).text !== '_')) return undefined;
  cursor.take();
  const index = token.text.slice(2);
  if (index !== '') {
    cursor.pushBack({ ...token, text: index, at: token.at + 2, spaced: false });
    cursor.pushBack({ ...token, kind: 'sign', text: '_', at: token.at + 1, spaced: false });
  }
  cursor.pushBack({ ...token, kind: 'command', text: '\\sum' });
  return cursor.grammar.command(cursor);
}

/** `\hat{y_i}`: the scripts inside belong to the name with its mark. */
function withInner(cursor: Cursor, key: string, scripts: readonly Token[], from: Token): Formula {
  const label = keyOf(scripts.map(({ text }) => text).join(''));
  if (cursor.vocabulary.name(key + label)) return symbolOf(cursor, key + label);
  return cursor.refuse(
    `"${key}" with its scripts is no name of this question; write the scripts outside the mark`,
    from.at,
  );
}

/** A 1 in bold is a vector of ones, or the sign of an indicator. */
function styledDigit(cursor: Cursor, key: string, from: Token): Formula {
  const found = cursor.vocabulary.name(`${key}bold`);
  if (found && cursor.is('_') && cursor.ahead(1).text === found.shape.find((dim) => dim !== '1')) {
    cursor.next += 2;
    return symbol(found.name);
  }
  if (cursor.is('_', '[', '(', '\\{', '{')) return indicator(cursor);
  if (found) return symbol(found.name);
  if (key === '0') return number('0');
  return cursor.refuse('a bold 1 is no name of this question', from.at);
}
