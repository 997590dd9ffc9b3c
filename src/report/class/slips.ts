import { Decimal } from '../../exact/decimal.ts';
import { markPoints } from '../points.ts';
import { slipTitles } from '../student/kinds.ts';
import { code } from '../text/counted.ts';
import { type Found, grouped } from './papers.ts';
import type { SlipView } from './view.ts';

/** A slip that somebody made, by what makes it the same slip in another paper. */
export interface Made {
  readonly found: Found;
  readonly key: string;
}

/** The proved slips of all papers. Two are the same when kind, line and words agree. */
export function slipsMade(lines: readonly Found[]): Made[] {
  return lines.flatMap((found): Made[] => {
    const { problem, mark } = found;
    const [slip] = mark.slips ?? [];
    if (mark.verdict !== 'slip' || !slip) return [];
    return [{ found, key: JSON.stringify([problem.id, mark.field, slip.kind, slip.step, slip.id ?? slip.says]) }];
  });
}

const most = 25;

/** The slips by how many papers share them. `papers`: how many were marked; `several`: must the problem be named? */
export function slipsOf(
  made: readonly Made[],
  papers: number,
  several: boolean,
): (SlipView & { readonly key: string })[] {
  const groups = [...grouped(made, ({ key }) => key)].sort(([, a], [, b]) => b.length - a.length).slice(0, most);
  const dearest = Math.max(1, ...groups.map(([, group]) => lostBy(group).toNumber()));
  return groups.map(([key, group], i) => {
    const [{ found }] = group as [Made];
    const { problem, mark } = found;
    const lost = lostBy(group);
    const [slip] = mark.slips ?? [];
    return {
      key,
      token: `slip${i + 1}`,
      kind: slip ? slipTitles[slip.kind] : '',
      says: slip?.says ?? '',
      where: several ? `${problem.title}, ${code(mark.field)}` : code(mark.field),
      papers: group.length,
      share: Math.round((1000 * group.length) / papers) / 10,
      lost: lost.toString(),
      lostShare: Math.round((100 * lost.toNumber()) / dearest),
    };
  });
}

const lostBy = (group: readonly Made[]): Decimal =>
  group.reduce((sum, { found }) => sum.plus(markPoints(found.mark).lost), new Decimal(0));
