import { type Passage, slice, trimmed } from '../../passage.ts';

/** Arithmetic that comes to a number, or a number by itself, within a sentence. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Where its sides begin behind each relation, the first at its own beginning. */
  readonly sides: readonly Passage[];
  readonly parting: readonly string[];
}

const token =
  /(?<number>(?:\d{1,3}(?:(?:[,.'’\u00a0\u202f ]|\{,\}|\\,)\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:(?:[.,]|\{,\})\d+)?|\.\d+)(?:e[-+]?\d+)?(?:\s?\\?%|[kKM](?!\p{L}))?(?![\p{L}\d_]))|(?<rel>:=|==?|≈|≃|→|->|=>|⇒|\\(?:approx|simeq|to|rightarrow)(?![a-zA-Z]))|(?<call>\\?(?:sigmoid|sigma|tanh|relu|exp|ln|log|sqrt|max|floor)(?![a-zA-Z])|[σΣ√]|e(?=\^))|(?<op>[-−–+*/×·÷^²³⋅∗]|\\(?:times|cdot|div|pm|ast)(?![a-zA-Z])|[xX](?=\s?\d))|(?<bracket>[()[\]{}⌊⌋]|\\(?:left|right|big|Big|frac|dfrac|tfrac|lfloor|rfloor|underline|boxed|fbox|mathbf|textbf)(?![a-zA-Z]))|(?<blank>[\s&\ue000-\ue003$_]+|\\[,;!: ]|\\(?:quad|qquad)(?![a-zA-Z]))|(?<other>\\[a-zA-Z]+|\p{L}[\p{L}\p{N}_'’-]*|.)/suy;

interface Token {
  readonly sort: string;
  readonly from: number;
  readonly to: number;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const sort = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? 'other';
    tokens.push({ sort, from: found.index, to: found.index + found[0].length });
  }
  return tokens;
}

/** Every run of a sentence, in order. */
export function runsIn(sentence: Passage): Run[] {
  const runs: Run[] = [];
  let open: Token[] = [];
  const close = (): void => {
    const run = runOf(open, sentence);
    if (run) runs.push(run);
    open = [];
  };
  const tokens = tokensOf(sentence.text);
  for (const [i, one] of tokens.entries()) {
    if (one.sort === 'other') close();
    else if (one.sort === 'number' && open.at(-1)?.sort === 'blank' && lastSolid(open)?.sort === 'number') {
      close();
      open.push(one);
    } else open.push(one);
    if (i === tokens.length - 1) close();
  }
  return runs;
}

const lastSolid = (tokens: readonly Token[]): Token | undefined => tokens.findLast(({ sort }) => sort !== 'blank');

function runOf(tokens: readonly Token[], sentence: Passage): Run | undefined {
  const begin = tokens.findIndex(({ sort }) => sort !== 'blank' && sort !== 'rel');
  const all = sentence.text.slice(tokens[begin]?.from, tokens.at(-1)?.to);
  const first = /^\(/.test(all) && !isBalanced(all) && opensMore(all) ? begin + 1 : begin;
  const last = tokens.findLastIndex(({ sort }) => sort === 'number' || sort === 'bracket');
  const lastNumber = tokens.findLastIndex(({ sort }) => sort === 'number');
  if (first < 0 || lastNumber < first) return undefined;
  const own = tokens.slice(first, Math.max(last, lastNumber) + 1);
  const text = sentence.text.slice(own[0]?.from, own.at(-1)?.to);
  const to = (isBalanced(text) ? own.at(-1)?.to : tokens[lastNumber]?.to) ?? 0;
  const from = own[0]?.from ?? 0;
  const cuts = own.filter(({ sort, from: at }) => sort === 'rel' && at < to);
  const starts = [from, ...cuts.map((one) => one.to)];
  const sides = starts.map((start, i) => trimmed(slice(sentence, start, cuts[i]?.from ?? to)));
  return { from, to, sides, parting: ['', ...cuts.map((one) => sentence.text.slice(one.from, one.to))] };
}

const opensMore = (text: string): boolean => text.split('(').length > text.split(')').length;

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c) && --depth < 0) return false;
  }
  return depth === 0;
}

/** Does it come to something: is its last side a number, behind a relation? */
export const isWorked = ({ sides }: Run): boolean => sides.length > 1;

/** Is it a number and no arithmetic that stays open? */
export const isNumeral = ({ sides }: Run): boolean =>
  /^[\s\ue000-\ue003({[\\a-z]*[-−+]?\s?[\d.][\d.,'’{}\s\\]*(?:(?:[kKM]|\\?%|e[-+]?\d+|[\ue000-\ue003)\]])[\s\ue000-\ue003)}\]]*)?$/.test(
    sides.at(-1)?.text ?? '',
  );
