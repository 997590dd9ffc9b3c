import type { Judgement } from '../../src/judging/judgement.ts';
import { isUndecided } from '../../src/kinds/earned.ts';
import { pick, seeded } from '../support/random.ts';
import { alone, departing, type Habit, honest } from './habits.ts';
import { slipsOf } from './made.ts';
import { judgeLines } from './paper.ts';
import { shownOf } from './power.ts';
import { type Desert, desertsOf, type Mishap, magnified, miscopied, paperOf } from './student.ts';
import type { Subject } from './subjects.ts';
import { percent, table } from './table.ts';
import { roundsEveryStep } from './worked.ts';

const policy = { solutionShown: true, degenerate: 'no-points', roundingShare: 0.75 } as const;
const shares = ['all', 'half', 'one'] as const;
type Random = () => number;

interface Tally {
  lines: number;
  harsh: number;
  soft: number;
  free: number;
  waits: number;
  errors: number;
}

const head = [
  'working',
  'students',
  'lines shown',
  'lines',
  'too few points, %',
  'too many, %',
  'came for free, %',
  'wait for a person, %',
  'mean error of a paper, %',
];

/** Simulated students whose deserts are known: how far are their points from what they deserve? */
export function students(subjects: readonly Subject[], papers: number, seed: number): string {
  const random = seeded(seed);
  const rows = subjects.flatMap((subject) =>
    kindsOf(subject).flatMap((kind) =>
      shares.map((share) => {
        const { lines, harsh, soft, free, waits, errors } = graded(subject, kind, share, papers, random);
        const cells = [harsh, soft, free, waits].map((n) => percent(n, lines));
        return [subject.name, kind.name, share, lines, ...cells, percent(errors, papers)];
      }),
    ),
  );
  return `${table(head, rows)}\n\nSeed ${seed}, ${papers} papers a row. A line counts as too harsh or too soft from a quarter of its points on. Departing habits of rounding (cutting off, rounding early) deserve three quarters or all. What waits for a person is neither too few nor too many. What came for free (a line that a wrong value above made trivial) earns nothing by default, and is counted apart.`;
}

interface Kind {
  readonly name: string;
  readonly slips: number;
  readonly habits: readonly Habit[];
  /** The habits are not those that the question allows: three quarters of the points are deserved, or all. */
  readonly departs?: boolean;
}

function kindsOf({ working }: Subject): Kind[] {
  const everyStep = roundsEveryStep(working);
  const habits = honest(4, everyStep);
  return [
    { name: 'no slip, honest', slips: 0, habits },
    { name: 'one slip, honest', slips: 1, habits },
    { name: 'two slips, honest', slips: 2, habits },
    { name: 'no slip, departing', slips: 0, habits: departing(4, everyStep), departs: true },
    ...Object.entries(alone(4)).flatMap(([who, habitsOf]) => {
      const departs = who !== 'keeps all digits';
      return [0, 1].map((slips) => ({
        name: `${slips === 0 ? 'no' : 'one'} slip, ${who}`,
        slips,
        habits: habitsOf,
        departs,
      }));
    }),
  ];
}

function graded(
  subject: Subject,
  { slips, habits, departs = false }: Kind,
  share: (typeof shares)[number],
  papers: number,
  random: Random,
): Tally {
  const draw = mishapsOf(subject, random);
  const tally: Tally = { lines: 0, harsh: 0, soft: 0, free: 0, waits: 0, errors: 0 };
  for (let i = 0; i < papers; i++) {
    const habit = pick(random, habits);
    const paper = paperOf(subject.working, habit, Array.from({ length: slips }, draw), random);
    const texts = Object.fromEntries([...paper].map(([name, { text }]) => [name, text]));
    const lines = shownOf(texts, subject, share, random);
    const deserts = desertsOf(subject.working, habit, paper, new Set(Object.keys(lines)), random);
    count(tally, judgeLines(subject, lines), deserts, departs);
  }
  return tally;
}

function mishapsOf({ working }: Subject, random: Random): () => Mishap {
  const slip = slipsOf(working, random);
  return () => {
    const chance = random();
    if (chance < 0.75) return { slip: slip() };
    const { name } = pick(random, working.lines);
    if (chance < 0.9) return { line: name, spoil: miscopied, repaired: random() < 0.5 };
    return { line: name, spoil: magnified, repaired: false };
  };
}

function count(tally: Tally, judged: Map<string, Judgement>, deserts: Map<string, Desert>, lenient: boolean): void {
  let error = 0;
  for (const [name, judgement] of judged) {
    const desert = deserts.get(name);
    if (desert === 'unclear') continue;
    tally.lines++;
    if (judgement.remarks.includes('degenerate')) {
      tally.free++;
      continue;
    }
    if (isUndecided(judgement, policy)) {
      tally.waits++;
      continue;
    }
    const off = pointsOf(judgement) - (desert === 'charged' ? 0 : 1);
    if (lenient && judgement.verdict === 'rounding') continue;
    if (off < -0.2) tally.harsh++;
    if (off > 0.2) tally.soft++;
    error += Math.abs(off);
  }
  tally.errors += judged.size === 0 ? 0 : error / judged.size;
}

function pointsOf({ verdict }: Judgement): number {
  if (verdict === 'rounding') return 0.75;
  return verdict === 'correct' || verdict === 'carried' ? 1 : 0;
}
