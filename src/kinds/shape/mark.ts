import type { Shown } from '../../exact/agreement.ts';
import type { Judgement } from '../../judging/judgement.ts';
import type { Mark, Slip, Verdict } from '../../records/result.ts';
import type { ShapeField } from '../../working/field.ts';
import { type Message, say } from '../../working/message.ts';
import type { Working } from '../../working/problem.ts';
import { slips } from '../told.ts';
import type { Wordable } from '../wordable.ts';
import { says } from '../wording.ts';
import { numbersOf } from './numbers.ts';

/** What becomes of a shape, before its points. */
export type Found = Pick<Mark, 'verdict' | 'slips' | 'carriedFrom'> & { readonly says?: Message };

const rank: readonly Verdict[] = ['wrong', 'slip', 'carried', 'correct'];

/** The worst of its numbers decides. */
export function fromLines(
  shown: ReadonlyMap<string, Shown>,
  given: string,
  judged: ReadonlyMap<string, Judgement>,
  working: Working,
): Found {
  const parts = [...shown].flatMap(([line, number]) => {
    const judgement = judged.get(line);
    return judgement ? [{ line, number, judgement }] : [];
  });
  const [worst] = [...parts].sort((a, b) => rank.indexOf(a.judgement.verdict) - rank.indexOf(b.judgement.verdict));
  if (!worst || worst.judgement.verdict === 'correct') return { verdict: 'correct' };
  const { judgement, number, line } = worst;
  const wordable: Wordable = { judgement, shown: number, allShown: true, places: 0, uses: [] };
  const text = says(wordable);
  const found = slips(wordable);
  const words = working.names[line] ?? line;
  const place =
    given === number.text ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)} is ${number.text} here. `;
  return {
    verdict: judgement.verdict,
    ...(text && { says: say`${place}${text}` }),
    ...(found.length > 0 && { slips: found }),
    ...(judgement.verdict === 'carried' && { carriedFrom: [...judgement.roots] }),
  };
}

/** Too many or too few numbers, or sides that differ where they cannot. */
export function misshapen(field: ShapeField, numbers: readonly number[], working: Working): Found {
  const right = numbersOf(field, working).map(Number);
  const rest = [...numbers];
  const isMissing = right.some((n) => {
    const at = rest.indexOf(n);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const givens = [...working.givens.values()].map(Number);
  if (!isMissing && rest.length === 1 && givens.includes(rest[0] ?? 0)) return withInputChannels(field, rest);
  const count = `The shape of this output has ${right.length} ${right.length === 1 ? 'number' : 'numbers'}`;
  if (numbers.length !== right.length) return { verdict: 'wrong', says: `${count}; yours has ${numbers.length}.` };
  return {
    verdict: 'wrong',
    says: 'A square input and a square kernel give a square output, so two of the numbers must be equal.',
  };
}

/** What the text itself shows needs no further evidence. */
const evident = '99.0';

function withInputChannels({ name }: ShapeField, rest: readonly number[]): Found {
  const text = `The ${rest.map((n) => `×${n}`).join('')} is one too many: each filter sums over all its input channels and gives one map, so the input channels do not appear in the output.`;
  const slip: Slip = {
    kind: 'extra',
    step: name,
    evidence: evident,
    says: text,
    hint: 'Something is counted once too often.',
    check: 'How many numbers does one filter give for one position?',
  };
  return { verdict: 'slip', says: text, slips: [slip] };
}
