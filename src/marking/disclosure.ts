import type { Mark, Part, ProblemResult, Slip, Verdict } from '../records/result.ts';

/**
 * What may be told of a problem where its solution is not shown, to students who hand in and to those who check their
 * work before: the only place that decides it. A text may hold the numbers that the student wrote, those of the
 * question, and counts of places and the like; whatever else a number says may be a value of the key or lead to one.
 */
export interface Seen {
  readonly numbers: ReadonlySet<string>;
  /** Right answers that are no numbers: an option, a formula. */
  readonly secrets: readonly string[];
}

/** `answers`: all that the student wrote for the problem. */
export function seenIn({ marks, givens }: Pick<ProblemResult, 'marks' | 'givens'>, answers: unknown): Seen {
  const written = textsOf(answers);
  const ours = marks.flatMap(({ name = '', formula = '', read = '' }) => [name, formula, read]);
  const words = marks.flatMap(({ expected = '', given = '' }) =>
    expected.split(' or ').filter((one) => !given.includes(one)),
  );
  const secrets = words.filter((one) => one !== '' && !numberPattern.test(one.replace(/×/g, '')));
  return { numbers: new Set(['0', '1', '2', ...numbersIn(...written, ...textsOf(givens), ...ours)]), secrets };
}

const numberPattern = /^-?[\d.]*$/;

/** Every number in some texts, in one form: `−0.50` and `.5` are both `0.5`. Digits of a name (`w1`) are none. */
export function numbersIn(...texts: readonly string[]): string[] {
  const tokens = texts.flatMap((text) => text.match(number) ?? []);
  return tokens.map((token) => String(Number(token.replaceAll(',', '').replace(/\.$/, ''))));
}

const number = /(?<![\p{L}_\d.,])(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/gu;
/** Counts that say nothing of a value: "4 places", "the 5th place", "3 other slips fit". */
const counts =
  /(?<![\p{L}_\d.,])\d{1,3}(?:st|nd|rd|th|(?= (?:decimal |significant |other )?(?:places?|digits?|slips?|numbers?|lines?|layers?)(?!\p{L})))/gu;

/** Who is told how far a wrong number agrees is told as many digits of the key. */
const nearness = /agrees to \d+ places?/;

/** Does a text hold a number that the student has not seen, or a right answer, or say how near one is? */
const tellsNews = (text: string, { numbers, secrets }: Seen): boolean =>
  nearness.test(text) ||
  secrets.some((secret) => text.includes(secret)) ||
  numbersIn(text.replace(counts, '')).some((one) => !numbers.has(one));

/** The sentence, unless it tells news: whoever writes the next one is held to it. */
export const withoutNews = (sentence: string | undefined, seen: Seen): string | undefined =>
  sentence === undefined || tellsNews(sentence, seen) ? undefined : sentence;

/** All texts of an answer, or of givens. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** The problem as it is told where the solution is not shown. */
export function withheld(problem: ProblemResult, answers: unknown): ProblemResult {
  const seen = seenIn(problem, answers);
  return { ...problem, marks: problem.marks.map((mark) => withheldMark(mark, seen)) };
}

/** What becomes of a member of a mark; the others stay as they are. */
const told: { readonly [M in keyof Mark]?: (mark: Mark, seen: Seen) => Mark[M] | undefined } = {
  expected: () => undefined,
  worked: () => undefined,
  value: (mark, seen) => (isWritten(mark, seen) ? mark.value : undefined),
  formula: ({ formula }, seen) => withoutNews(formula, seen),
  says: (mark, seen) => withoutNews(mark.says, seen) ?? plainly(mark, seen),
  slips: ({ slips = [] }, seen) => slips.map((slip) => withheldSlip(slip, seen)),
  parts: ({ parts = [] }, seen) => parts.map((part) => withheldPart(part, seen)),
  notes: ({ notes = [] }, seen) => notes.filter((note) => !tellsNews(note, seen)),
  follows: ({ follows }, seen) =>
    follows?.agrees && !tellsNews(`${follows.value} ${follows.worked}`, seen) ? follows : undefined,
};

function withheldMark(mark: Mark, seen: Seen): Mark {
  const members = Object.entries(mark).map(([name, value]) => {
    const tell = told[name as keyof Mark];
    return [name, tell ? tell(mark, seen) : value] as const;
  });
  const isLeft = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(members.filter(([, value]) => isLeft(value))) as unknown as Mark;
}

/** Those members that tell no news. */
const only = <T extends Readonly<Record<string, string | undefined>>>(members: T, seen: Seen) =>
  Object.fromEntries(
    Object.entries(members).filter(([, text]) => text !== undefined && !tellsNews(text, seen)),
  ) as Partial<{ [K in keyof T]: string }>;

/** A value that the student wrote down as a number, and that we did not work out. */
function isWritten({ value = '', read = '', sides = [] }: Mark, seen: Seen): boolean {
  const last = (sides.at(-1) ?? read).replace(/^≈/, '').trim();
  return !tellsNews(value, seen) || Number.isFinite(Number(last.replace(/ ?%$/, '')));
}

function withheldSlip({ says, hint, formula, value, check, ...rest }: Slip, seen: Seen): Slip {
  const told = withoutNews(hint, seen) ?? unsure;
  return { ...rest, says: withoutNews(says, seen) ?? told, hint: told, ...only({ formula, value, check }, seen) };
}

function withheldPart({ own, says, ...rest }: Part, seen: Seen): Part {
  const said = says === undefined ? undefined : (withoutNews(says, seen) ?? instead[rest.verdict]);
  return { ...rest, ...only({ own }, seen), ...(said !== undefined && { says: said }) };
}

/** What is said in the place of a sentence that tells news. */
const plainly = ({ verdict, slips = [] }: Mark, seen: Seen): string | undefined =>
  (verdict === 'slip' ? withoutNews(slips[0]?.hint, seen) : undefined) ?? instead[verdict];

const unsure = 'The digits do not show what went wrong; work this line out again.';

const instead: Readonly<Partial<Record<Verdict, string>>> = {
  carried: 'It follows from your own numbers above.',
  rounding: 'Right but for the rounding: look at how the question says to round.',
  slip: unsure,
  wrong: 'This is not the right answer; work it out again.',
  inconsistent: 'What stands left and right of an equals sign does not agree.',
  implausible: 'This can hardly be; look at how it was measured.',
  unreadable: 'This could not be read. A person will look; nothing is lost until then.',
  review: 'A person reads this answer; nothing is lost until then.',
};
