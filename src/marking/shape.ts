import { type Assigned, assign, readShape, type ShapeReading } from '../answers/shape.ts';
import type { AnswerValue } from '../answers/value.ts';
import type { Shown } from '../derived/agreement.ts';
import type { Judgement } from '../derived/judgement.ts';
import { keyOf } from '../derived/key.ts';
import type { Mark, Slip, Verdict } from '../records/result.ts';
import type { Field, Working } from '../working/problem.ts';
import type { LoadedAssignment } from './assignment.ts';
import type { Scored } from './mark.ts';
import { pointsText } from './points.ts';
import { says, slips, type Wordable } from './wording.ts';

type Shape = Extract<Field, { kind: 'shape' }>;

/** A shape that was handed in, with what it says of the lines that make it up. */
export interface ReadShape {
  readonly field: Shape;
  readonly given: string;
  readonly reading: ShapeReading;
  readonly assigned?: Assigned;
  /** The numbers by line. */
  readonly shown: ReadonlyMap<string, Shown>;
}

/** Reads every shape of a problem. */
export function readShapes({ fields = [] }: Working, answers: Readonly<Record<string, AnswerValue>>): ReadShape[] {
  return fields.flatMap((field) => {
    const value = Object.hasOwn(answers, field.name) ? answers[field.name] : undefined;
    return field.kind === 'shape' && value !== undefined ? [readOne(field, value)] : [];
  });
}

function readOne(field: Shape, value: AnswerValue): ReadShape {
  const reading = readShape(value);
  const given = typeof value === 'string' ? value : JSON.stringify(value);
  if (reading.kind !== 'read') return { field, given, reading, shown: new Map() };
  const assigned = assign(reading.numbers, field.sides.length as 0 | 1 | 2, field.channels !== undefined);
  if (!assigned.ok) return { field, given, reading, assigned, shown: new Map() };
  const sides = field.sides.map((line, i) => [line, toShown(assigned.sides[i] ?? 0)] as const);
  const depth = field.channels === undefined ? [] : [[field.channels, toShown(assigned.channels ?? 0)] as const];
  return { field, given, reading, assigned, shown: new Map([...sides, ...depth]) };
}

const toShown = (value: number): Shown => ({
  text: String(value),
  value,
  places: 0,
  significant: String(value).length,
  exact: true,
});

/** The mark of a shape, from the judgements of the lines that make it up. */
export function markShape(
  shape: ReadShape,
  working: Working,
  judged: ReadonlyMap<string, Judgement>,
  { solutionShown }: LoadedAssignment,
  outOf: number,
  asked: boolean,
): Scored {
  const { field, given, reading, assigned } = shape;
  const expected = solutionShown ? { expected: numbersOf(field, working).join('×') } : {};
  const base = { field: field.name, given, ...expected, outOf: pointsText(outOf), asked };
  if (reading.kind !== 'read') {
    const reason = reading.kind === 'unreadable' ? reading.reason : 'it is empty';
    const text = `This could not be read as a shape: ${reason}. A person will look; nothing is lost until then.`;
    const waiting = outOf > 0 ? { waiting: pointsText(outOf) } : {};
    return { mark: { ...base, verdict: 'unreadable', points: '0', ...waiting, says: text }, points: 0, waiting: outOf };
  }
  const found = assigned?.ok ? fromLines(shape, judged, working) : misshapen(shape, reading.numbers, working);
  const points = found.verdict === 'correct' || found.verdict === 'carried' ? outOf : 0;
  const mark: Mark = { ...base, read: reading.read, points: pointsText(points), ...found };
  return { mark, points, waiting: 0 };
}

type Found = Pick<Mark, 'verdict' | 'says' | 'slips' | 'carriedFrom'>;

const rank: readonly Verdict[] = ['wrong', 'slip', 'carried', 'correct'];

/** The worst of its numbers decides. */
function fromLines({ shown, given }: ReadShape, judged: ReadonlyMap<string, Judgement>, working: Working): Found {
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
    ...(text && { says: place + text }),
    ...(found.length > 0 && { slips: found }),
    ...(judgement.verdict === 'carried' && { carriedFrom: [...judgement.roots] }),
  };
}

function numbersOf(field: Shape, working: Working): string[] {
  const value = (line: string): string => keyOf(working).get(line)?.exact.toFixed() ?? '';
  const sides = field.sides.length === 1 ? [...field.sides, ...field.sides] : field.sides;
  return [...sides, ...(field.channels === undefined ? [] : [field.channels])].map(value);
}

/** Too many or too few numbers, or sides that differ where they cannot. */
function misshapen({ field }: ReadShape, numbers: readonly number[], working: Working): Found {
  const right = numbersOf(field, working).map(Number);
  const rest = [...numbers];
  const isMissing = right.some((n) => {
    const at = rest.indexOf(n);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  if (!isMissing && rest.length > 0) return withInputChannels(field, rest);
  const count = `The shape of this output has ${right.length} ${right.length === 1 ? 'number' : 'numbers'}`;
  if (numbers.length !== right.length) return { verdict: 'wrong', says: `${count}; yours has ${numbers.length}.` };
  return {
    verdict: 'wrong',
    says: 'A square input and a square kernel give a square output, so two of the numbers must be equal.',
  };
}

/** What the text itself shows needs no further evidence. */
const evident = '99.0';

function withInputChannels({ name }: Shape, rest: readonly number[]): Found {
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

/** A wrong shape is called by the field that was handed in, not by the line that one of its numbers stands for. */
export const byField =
  (shapes: readonly ReadShape[]) =>
  (scored: Scored): Scored => {
    const fields = new Map(shapes.flatMap(({ field, shown }) => [...shown.keys()].map((line) => [line, field.name])));
    const { says: text, carriedFrom } = scored.mark;
    if (fields.size === 0 || (text === undefined && carriedFrom === undefined)) return scored;
    const said = text?.replace(/`([^`]+)`/g, (all, name: string) =>
      fields.has(name) ? `\`${fields.get(name)}\`` : all,
    );
    const from = carriedFrom && [...new Set(carriedFrom.map((name) => fields.get(name) ?? name))];
    return { ...scored, mark: { ...scored.mark, ...(said && { says: said }), ...(from && { carriedFrom: from }) } };
  };
