import type { Shown } from '../../exact/agreement.ts';
import { chance } from '../../exact/chance.ts';
import type { Judgement } from '../../judging/judgement.ts';
import { proved } from '../../records/result.ts';
import { keyOf } from '../../working/key.ts';
import type { Working } from '../../working/problem.ts';

/**
 * The cells of an array together: a slip that the first wrong cell does not prove is proved by the others that it explains.
 * Cells that should be alike and are alike count once: who writes a wrong number once copies it.
 */
export function pooled(
  judged: ReadonlyMap<string, Judgement>,
  lines: readonly string[],
  shown: ReadonlyMap<string, Shown>,
  working: Working,
): ReadonlyMap<string, Judgement> {
  const own = lines.flatMap((line) => judged.get(line) ?? []);
  const result = new Map(judged);
  for (const root of own) {
    const { explained, verdict, line } = root;
    const [first] = explained?.explanations ?? [];
    if (verdict !== 'wrong' || !explained || !first || first.bits < 0) continue;
    const alike = own.filter((one) => one.remarks.includes('same-slip') && one.roots.includes(line.name));
    const gain = gainOf([root, ...alike], shown, working);
    if (first.bits + gain < proved) continue;
    const explanations = explained.explanations.map((one) => ({ ...one, bits: one.bits + gain }));
    const all = { ...explained, explanations, bits: explained.bits + gain, proved: true };
    result.set(line.name, { ...root, verdict: 'slip', explained: all });
  }
  return result;
}

/** Bits against chance of the cells behind the first, each other pair of right and written number once. */
function gainOf(cells: readonly Judgement[], shown: ReadonlyMap<string, Shown>, working: Working): number {
  const key = keyOf(working);
  const met = new Set<string>();
  let bits = 0;
  for (const [i, { line }] of cells.entries()) {
    const [number, right] = [shown.get(line.name), key.get(line.name)];
    const pair = `${right?.exact.toString()} ${number?.text}`;
    if (!number || !right || met.has(pair)) continue;
    met.add(pair);
    if (i > 0) bits += Math.max(0, -Math.log2(chance(number.value, 10 ** -number.places, right.exact.toNumber())));
  }
  return bits;
}
