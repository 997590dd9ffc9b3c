const most = { rows: 40, columns: 20, cell: 24 };

/** The cells of an answer that is rows of them, parted by tabs, or of numbers by blanks; nothing for any other text. */
export function rowsIn(given: string): readonly (readonly string[])[] | undefined {
  const lines = given.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || lines.length > most.rows) return undefined;
  const rows = lines.map((line) => (line.includes('\t') ? line.split('\t') : numbersIn(line)));
  const [width = 0] = rows.map((row) => row.length);
  const isTable = rows.every((row) => row.length === width && row.every((cell) => cell.length <= most.cell));
  return isTable && width > 1 && width <= most.columns ? rows : undefined;
}

const numbersIn = (line: string): string[] => {
  const cells = line.trim().split(/\s+/);
  return cells.every((cell) => /^[-−+]?[\d.,]+%?$/.test(cell)) ? cells : [];
};
