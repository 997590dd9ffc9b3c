import type { Row } from '../../reported/reported.ts';
import type { Figure } from '../../reported/window.ts';
import type { Column } from '../../working/field.ts';

/** Is a column one of shares: of right answers, of errors? */
export const isShare = ({ of, is }: Column): boolean => of === 'share' || is?.measure === 'accuracy';

/** Columns of shares as shares of 1: where most numbers of one are over 1, it was written in per cent. */
export function inShares(rows: readonly Row[], columns: readonly Column[]): Row[] {
  const hundreds = columns.filter(isShare).filter(({ name }) => {
    const all = rows.flatMap(({ figures }) => figures.get(name) ?? []);
    return all.filter(({ value }) => value.gt(1)).length > all.length / 2;
  });
  const names = new Set(hundreds.map(({ name }) => name));
  return rows.map((row) => ({
    ...row,
    figures: new Map([...row.figures].map(([name, figure]) => [name, names.has(name) ? hundredth(figure) : figure])),
  }));
}

/** What was written with a percent sign is a share already. */
const hundredth = (figure: Figure): Figure =>
  /%|percent/i.test(figure.text) ? figure : { ...figure, value: figure.value.div(100), places: figure.places + 2 };
