/** The name of a cell, counted from 1: `W[1,2]`, `x[3]` of a vector, and of a single number its own. */
export function cellName(name: string, rows: number, columns: number, row: number, column: number): string {
  if (rows === 1 && columns === 1) return name;
  if (columns === 1) return `${name}[${row + 1}]`;
  return rows === 1 ? `${name}[${column + 1}]` : `${name}[${row + 1},${column + 1}]`;
}
