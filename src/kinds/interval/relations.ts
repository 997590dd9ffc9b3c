/** One end of an interval, as far as something says it. */
export interface End {
  readonly at: string;
  readonly closed: boolean;
}

export interface Ends {
  readonly low?: End;
  readonly high?: End;
}

/** A number, or -inf and inf; undefined for anything else. */
type EndOf = (text: string) => string | undefined;

const longSign = /\\(leq?|geq?|leqslant|geqslant|lt|gt)(?![a-z])/g;
const signs: Readonly<Record<string, string>> = {
  le: '≤',
  leq: '≤',
  leqslant: '≤',
  ge: '≥',
  geq: '≥',
  geqslant: '≥',
  lt: '<',
  gt: '>',
};

/** The ends that relations settle: `a < y ≤ b`, `b > y`, `|y| < a`, `y > 0 and y < 1`; undefined where they are others. */
export function endsOfRelations(text: string, endOf: EndOf): Ends | undefined {
  const plain = text
    .replace(longSign, (_, name: string) => signs[name] ?? '')
    .replaceAll('<=', '≤')
    .replaceAll('>=', '≥');
  const parts = plain.split(/\band\b|∧|\\land|\\wedge/).map((part) => related(part.trim(), endOf));
  const [low, second] = parts.flatMap((part) => part?.low ?? []);
  const [high, third] = parts.flatMap((part) => part?.high ?? []);
  if (parts.includes(undefined) || second || third) return undefined;
  return { ...(low && { low }), ...(high && { high }) };
}

function related(text: string, endOf: EndOf): Ends | undefined {
  const found = [...text.matchAll(/[<≤>≥]/g)].map(([sign]) => sign);
  const sides = text.split(/[<≤>≥]/).map((side) => side.trim());
  const [first = '', second, more] = found;
  if (found.length === 0 || more || (second && isUp(first) !== isUp(second))) return undefined;
  // From the smaller to the larger.
  const [low = '', middle = '', high] = isUp(first) ? sides : sides.toReversed();
  const [below = '', above = ''] = isUp(first) ? found : found.toReversed();
  const end = (side: string, sign: string): End | undefined => {
    const at = endOf(side);
    return at === undefined ? undefined : { at, closed: sign === '≤' || sign === '≥' };
  };
  if (high !== undefined) return both(end(low, below), end(high, above));
  const [from, to] = [end(low, below), end(middle, below)];
  if (from && !to) return { low: from };
  if (!to || from) return undefined;
  const isSize = /^(?:\||\\[lv]?vert)/.test(low);
  return isSize ? { low: { ...to, at: negative(to.at) }, high: to } : { high: to };
}

const isUp = (sign: string): boolean => sign === '<' || sign === '≤';
const negative = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`);
const both = (low: End | undefined, high: End | undefined): Ends | undefined =>
  low && high ? { low, high } : undefined;
