import type { Judgement } from '../../src/derived/judgement.ts';
import { pick, seeded } from '../support/random.ts';
import { departing, type Habit, honest } from './habits.ts';
import { slipsOf } from './made.ts';
import { judgeLines } from './paper.ts';
import { shownOf } from './power.ts';
import { type Desert, desertsOf, type Mishap, magnified, miscopied, paperOf } from './student.ts';
import type { Subject } from './subjects.ts';
import { percent, table } from './table.ts';
import { roundsEveryStep } from './worked.ts';

const shares = ['all', 'half', 'one'] as const;
type Random = () => number;

interface Tally {
  lines: number;
  harsh: number;
  soft: number;
  errors: number;
  papers: number;
}

/** Simulated students whose deserts are known: how far are their points from what they deserve? */
export function students(subjects: readonly Subject[], papers: number, seed: number): string {
  const random = seeded(seed);
  const rows = subjects.flatMap((subject) =>
    [
      ...([0, 1, 2] as const).map(
        (slips) => [`${slips} slips, honest`, slips, honest(4, roundsEveryStep(subject.working))] as const,
      ),
      ['0 slips, departing', 0, departing(4, roundsEveryStep(subject.working))] as const,
    ].flatMap(([name, slips, habits]) =>
      shares.map((share) => {
        const tally = graded(subject, slips, habits, share, papers, random);
        const { lines, harsh, soft, errors } = tally;
        return [
          subject.name,
          name,
          share,
          lines,
          percent(harsh, lines),
          percent(soft, lines),
          percent(errors, tally.papers),
        ];
      }),
    ),
  );
  const head = [
    'working',
    'students',
    'lines shown',
    'lines',
    'too few points, %',
    'too many, %',
    'mean error of a paper, %',
  ];
  return `${table(head, rows)}\n\nSeed ${seed}, ${papers} papers a row. A line counts as too harsh or too soft from 0.25 of its points on; departing habits deserve 0.75 or 1.`;
}

function graded(
  subject: Subject,
  slips: number,
  habits: readonly Habit[],
  share: (typeof shares)[number],
  papers: number,
  random: Random,
): Tally {
  const draw = mishapsOf(subject, random);
  const tally: Tally = { lines: 0, harsh: 0, soft: 0, errors: 0, papers };
  for (let i = 0; i < papers; i++) {
    const habit = pick(random, habits);
    const paper = paperOf(subject.working, habit, Array.from({ length: slips }, draw), random);
    const texts = Object.fromEntries([...paper].map(([name, { text }]) => [name, text]));
    const lines = shownOf(texts, subject, share, random);
    const deserts = desertsOf(subject.working, habit, paper, new Set(Object.keys(lines)), random);
    count(tally, judgeLines(subject, lines), deserts, slips === 0);
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
    const off = pointsOf(judgement) - (desert === 'charged' ? 0 : 1);
    const excused = lenient && judgement.verdict === 'rounding';
    tally.lines++;
    if (off < -0.2 && !excused) tally.harsh++;
    if (off > 0.2) tally.soft++;
    error += excused ? 0 : Math.abs(off);
  }
  tally.errors += judged.size === 0 ? 0 : error / judged.size;
}

function pointsOf({ verdict, remarks }: Judgement): number {
  if (verdict === 'rounding') return 0.75;
  return (verdict === 'correct' || verdict === 'carried') && !remarks.includes('degenerate') ? 1 : 0;
}
