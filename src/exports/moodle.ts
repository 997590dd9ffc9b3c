import { csvText, filledText } from './cells.ts';
import { type Score, scaled } from './score.ts';
import { at, type Filled, type Filling, finderOf, leftOut, listed, type Sheet } from './sheets.ts';

/**
 * The gradebook as Moodle imports it. One unknown user stops that whole import, so who is not on the roster is left out
 * and told; nor is anyone there who has no mark.
 */
export function moodleCsv({ title, outOf, scores, roster }: Filling): { text: string; says: string[] } {
  const inside = scores.filter(({ student }) => roster?.has(student) ?? true);
  const rows = inside
    .filter((score) => score.counts)
    .map((score) => [score.student, roster?.get(score.student)?.email ?? '', scaled(score, outOf), score.says]);
  const header = ['ID number', 'Email address', `${title} (points)`, `${title} feedback`];
  const strangers = scores.filter((score) => !inside.includes(score)).map(({ student }) => student);
  return {
    text: csvText([header, ...rows], { known: new Set(roster?.keys()) }),
    says: [
      ...(Number(outOf) > 100 ? ['Moodle refuses grades above 100 unless it is set to allow them'] : []),
      ...(strangers.length > 0 ? [`not on the roster, so not in moodle.csv: ${listed(strangers)}`] : []),
    ],
  };
}

/**
 * Fills in an offline grading worksheet that was downloaded from Moodle: grade and feedback, every other cell as it was.
 * Moodle skips in silence what it does not like, so it is said how many changes it should tell of.
 */
export function moodleWorksheet(sheet: Sheet, filling: Filling): Filled {
  const { header, file } = sheet;
  const grade = at(header, filling.column?.toLowerCase() ?? 'grade', 'grade');
  if (grade === undefined || at(header, 'identifier') === undefined)
    return {
      ok: false,
      says: `${file}: this is no grading worksheet of Moodle in English: it lacks Identifier or Grade; download it with Moodle set to English, or say --column`,
    };
  const [most, feedback] = [at(header, 'maximum grade'), at(header, 'feedback comments')];
  const told = { doubtful: [] as string[], tooMuch: [] as string[], changes: 0 };
  const found = new Set<Score>();
  const scoreOfRow = rowFinder(sheet, filling, found, told.doubtful);
  const rows = sheet.rows.map((row) => {
    const { cells } = row;
    const score = scoreOfRow(row);
    if (!score?.counts) return cells;
    const value = scaled(score, filling.outOf);
    if (most !== undefined && Number(value) > numberIn(cells[most])) {
      told.tooMuch.push(score.student);
      return cells;
    }
    told.changes += Number(value) === numberIn(cells[grade]) ? 0 : 1;
    return cells.map((cell, i) => (i === grade ? value : i === feedback && cell.trim() === '' ? score.says : cell));
  });
  const { changes, doubtful, tooMuch } = told;
  return {
    ok: true,
    text: filledText([header, ...rows], sheet.delimiter),
    says: [
      `${changes} ${changes === 1 ? 'grade changes' : 'grades change'}; Moodle should say so when the sheet is uploaded`,
      ...(doubtful.length > 0 ? [`${file}: it cannot be told whose row this is: line ${listed(doubtful)}`] : []),
      ...(tooMuch.length > 0 ? [`more than Moodle’s maximum, which it would skip in silence: ${listed(tooMuch)}`] : []),
      ...leftOut(filling.scores, found, file),
    ],
  };
}

/** Whose row it is, by the columns that name people; each student once. */
function rowFinder({ header }: Sheet, { scores, roster }: Filling, found: Set<Score>, doubtful: string[]) {
  const people = header.flatMap((name, i) => (/^(id number|email address|username)$/i.test(name.trim()) ? [i] : []));
  const find = finderOf(scores, roster);
  return ({ cells, line }: Sheet['rows'][number]): Score | undefined => {
    const score = find(people.map((i) => cells[i]));
    if (score === undefined) return undefined;
    if (score === 'several' || found.has(score)) {
      doubtful.push(String(line));
      return undefined;
    }
    found.add(score);
    return score;
  };
}

/** A number as Moodle writes it, in any country's way; NaN for none. */
const numberIn = (text = ''): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));
