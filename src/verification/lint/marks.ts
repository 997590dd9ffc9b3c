import { Decimal } from '../../exact/decimal.ts';
import { decimalField, evaluate } from '../../expressions/evaluate.ts';
import { markProblem } from '../../marking/problem.ts';
import { type Mutant, mutantsOf } from '../../slips/mutants.ts';
import { keyOf, keyText } from '../../working/key.ts';
import { english } from '../../working/message.ts';
import { type Debt, error, type Finding, note, type Placed } from './finding.ts';

type Paper = Record<string, string>;

const rightPaper = ({ working }: Placed): Paper =>
  Object.fromEntries([...keyOf(working)].map(([name, value]) => [name, keyText(value)]));

const scored = ({ loaded, assignment }: Placed, paper: Paper) => markProblem(loaded, paper, assignment);

/** The lines that carry points. */
const pointed = ({ problem }: Placed): Set<string> =>
  new Set(Object.entries(problem.asks).flatMap(([name, { steps = {} }]) => [name, ...Object.keys(steps)]));

const isLine = ({ working }: Placed, name: string): boolean => working.lines.some((line) => line.name === name);

/** The solver's own paper earns every point, the answers alone as much, and an empty one none. */
export const pointsDebt: Debt = (subject) => {
  const asks = Object.keys(subject.problem.asks);
  if (!asks.every((name) => isLine(subject, name))) return [];
  const paper = rightPaper(subject);
  const answers = Object.fromEntries(asks.map((name) => [name, paper[name] ?? '']));
  const papers: [string, Paper, boolean][] = [
    ['the worked solution', paper, true],
    ['the answers alone', answers, true],
    ['an empty paper', {}, false],
  ];
  return papers.flatMap(([what, of, full]) => {
    const { score, outOf } = scored(subject, of);
    const owed = full ? outOf : '0';
    return score === owed
      ? []
      : [error(subject, `${what} earns ${score} of ${outOf} points, not ${owed}`, 'look at asks')];
  });
};

const mostSlips = 150;
const copying: ReadonlySet<string> = new Set(['digit', 'magnitude']);

/** A paper with one slip in it, everything after it followed through, earns less than all points if it shows. */
export const slipsDebt: Debt = (subject) => {
  // A slip under a convention stands in no line of this working, and the convention may be accepted.
  const structural = mutantsOf(subject.working).filter(({ kind, step }) => !copying.has(kind) && step !== '');
  const stride = Math.max(1, Math.ceil(structural.length / mostSlips));
  const free = structural.filter((_, i) => i % stride === 0).filter((mutant) => isFree(subject, mutant));
  const steps = [...new Set(free.map(({ step }) => step))];
  return steps.map((step) => {
    const says = english(free.find((mutant) => mutant.step === step)?.wording.says ?? '');
    return error(
      subject,
      `a slip in "${step}" costs nothing when the lines after it follow: ${says}`,
      `give "${step}" part marks`,
    );
  });
};

function isFree(subject: Placed, mutant: Mutant): boolean {
  const paper = slippedPaper(subject, mutant);
  if (!paper || !differs(subject, paper)) return false;
  const { score, outOf } = scored(subject, paper);
  return !(Number(score) < Number(outOf));
}

/** The working with a slip, each line rounded as the question says; undefined where it comes to no number. */
function slippedPaper({ working }: Placed, mutant: Mutant): Paper | undefined {
  const key = keyOf(working);
  const values = new Map([...working.givens].map(([name, text]) => [name, new Decimal(text)]));
  const paper: Paper = {};
  for (const { name, formula } of working.lines) {
    const value = evaluate(
      mutant.trees.get(name) ?? formula,
      decimalField,
      (input) => values.get(input) ?? new Decimal(Number.NaN),
    );
    if (!value.isFinite() || value.abs().gt(1e15)) return undefined;
    const text = value.toFixed(key.get(name)?.places ?? 6, Decimal.ROUND_HALF_UP);
    values.set(name, new Decimal(text));
    paper[name] = text;
  }
  return paper;
}

/** Does a line with points show another value than a legal rounding could? */
function differs(subject: Placed, paper: Paper): boolean {
  const lines = pointed(subject);
  return [...keyOf(subject.working)].some(([name, { stated, places = 6 }]) => {
    const unit = new Decimal(10).pow(-places);
    return lines.has(name) && new Decimal(paper[name] ?? 0).minus(stated).abs().gt(unit.times(2));
  });
}

/**
 * Around each value with points, everything above it shown: a number that rounds to it is right, the ones half a unit and
 * one unit of the last place further are not; where rounding on the way may give them, the author is told.
 */
export const probesDebt: Debt = (subject) => {
  if ('exact' in subject.working.rounding) return [];
  return [...pointed(subject)].filter((name) => isLine(subject, name)).flatMap((name) => probesOf(subject, name));
};

function probesOf(subject: Placed, name: string): Finding[] {
  const value = keyOf(subject.working).get(name);
  const { places } = value ?? {};
  if (!value || places === undefined || value.stated.precision() < 2) return [];
  const unit = new Decimal(10).pow(-places);
  const right = (away: number, digits: number): boolean => {
    const text = value.stated.plus(unit.times(away)).toFixed(digits);
    const { marks } = scored(subject, { ...rightPaper(subject), [name]: text });
    return marks.find((mark) => mark.field === name)?.verdict === 'correct';
  };
  // A value that needs no rounding has no window: only itself is right.
  const inside = value.exact.eq(value.stated) ? [0] : [0, -0.4, 0.4];
  const refused = inside.filter((away) => !right(away, away === 0 ? places : places + 1));
  const vague = [-1, 1, -0.6, 0.6].filter((away) => right(away, Math.abs(away) === 1 ? places : places + 1));
  return [
    ...refused.map((away) =>
      error(
        subject,
        `"${name}" is refused ${away} units of the last place from its key, though it rounds to it`,
        'look at the rounding',
      ),
    ),
    ...(vague.length > 0
      ? [
          note(
            subject,
            `"${name}" is accepted ${vague.join(' and ')} units of the last place away: rounding on the way may give it`,
          ),
        ]
      : []),
  ];
}
