/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** `n` of `of` in percent, with the digits that the count supports. */
export function percent(n: number, of: number): string {
  if (of === 0) return 'none';
  const share = (100 * n) / of;
  return share > 0 && share < 10 ? share.toFixed(2) : share.toFixed(0);
}
