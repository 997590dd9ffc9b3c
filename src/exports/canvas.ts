import { filledText } from './cells.ts';
import { type Score, scaled } from './score.ts';
import { at, type Filled, type Filling, finderOf, leftOut, listed, type Sheet } from './sheets.ts';

/** Canvas takes a column whose header holds one of these for no assignment, and drops it without a word. */
const reserved = /(?:current|final) (?:score|points|grade)|override (?:score|grade|status)/i;

/**
 * Fills in a gradebook that was exported from Canvas: the columns that tell who is who as they were, and the
 * assignment's column. Students without a mark are left out, because Canvas takes a blank for a change.
 */
export function canvasCsv(sheet: Sheet, filling: Filling): Filled {
  const { header, file } = sheet;
  const section = at(header, 'section');
  if (!header[0]?.includes('Student') || !header[1]?.includes('ID') || section === undefined)
    return {
      ok: false,
      says: `${file}: this is no gradebook of Canvas: its first line begins with Student, ID and holds Section`,
    };
  const column = columnOf(header, section, filling);
  if (typeof column === 'string') return { ok: false, says: `${file}: ${column}` };
  const kept = (cells: readonly string[], value: string): string[] => [...cells.slice(0, section + 1), value];
  const possible = sheet.rows.filter(({ cells }) => isPossible(cells));
  const found = new Map<Score, string[]>();
  const doubtful: string[] = [];
  const find = finderOf(filling.scores, filling.roster);
  for (const { cells, line } of sheet.rows) {
    if (isPossible(cells) || /manual posting/i.test(cells.join(','))) continue;
    const score = find(cells.slice(1, section));
    if (score === 'several' || (score && found.has(score))) doubtful.push(String(line));
    else if (score) found.set(score, kept(cells, cellOf(score, filling.outOf)));
  }
  const rows = [...found].filter(([score]) => score.counts || score.excused).map(([, row]) => row);
  const head = [kept(header, header[column] ?? ''), ...possible.map(({ cells }) => kept(cells, cells[column] ?? ''))];
  return {
    ok: true,
    text: filledText([...head, ...rows], sheet.delimiter),
    says: [
      `${rows.length} of ${filling.scores.length} students are filled in; import the file into Canvas`,
      ...remarks(
        header[column] ?? '',
        possible.map(({ cells }) => cells[column] ?? ''),
        filling,
      ),
      ...(doubtful.length > 0 ? [`${file}: it cannot be told whose row this is: line ${listed(doubtful)}`] : []),
      ...leftOut(filling.scores, new Set(found.keys()), file),
    ],
  };
}

const isPossible = (cells: readonly string[]): boolean => /points possible/i.test(cells[0] ?? '');

const cellOf = (score: Score, full: string): string => (score.excused ? 'EX' : scaled(score, full));

/** The assignment's column: as named, or by title or id with Canvas' own number behind; else why not. */
function columnOf(header: readonly string[], section: number, { column, title, assignment }: Filling): number | string {
  const plain = (text: string): string =>
    text
      .replace(/\(\d+\)$/, '')
      .trim()
      .toLowerCase();
  const wanted = column === undefined ? [title, assignment].map(plain) : [plain(column)];
  const found = header.flatMap((name, i) =>
    i > section && (name === column || wanted.includes(plain(name))) ? [i] : [],
  );
  const exact = found.filter((i) => header[i] === column);
  const [first, second] = exact.length > 0 ? exact : found;
  if (first !== undefined && second === undefined) return first;
  const names = header.slice(section + 1).map((name) => `"${name}"`);
  const which = second === undefined ? 'no column is called so' : 'several columns are called so';
  return `${which}: ${column ?? title}; say which with --column, one of ${listed(names)}`;
}

function remarks(name: string, possible: readonly string[], { outOf }: Filling): string[] {
  const points = possible.find((text) => text.trim() !== '');
  return [
    ...(reserved.test(name)
      ? [`Canvas takes no column whose name holds "${reserved.exec(name)?.[0]}"; rename it there`]
      : []),
    ...(possible.some((text) => /read only/i.test(text))
      ? ['Canvas has this column as read only and will drop it']
      : []),
    ...(points !== undefined && Number(points) !== Number(outOf) && !/read only/i.test(points)
      ? [`Canvas has ${points} points for it, and the assignment ${outOf}; the points are written as they are`]
      : []),
  ];
}
