import type { Judgement } from '../../src/judging/judgement.ts';
import type { Mutant } from '../../src/slips/mutants.ts';
import { sameValue } from '../../src/slips/ranking.ts';
import { english } from '../../src/working/message.ts';
import { pick, seeded } from '../support/random.ts';
import { slipsOf } from './made.ts';
import { judgeLines } from './paper.ts';
import type { Subject } from './subjects.ts';
import { percent, table } from './table.ts';
import { roundsEveryStep, written } from './worked.ts';

const shares = ['all', 'half', 'one'] as const;
type Share = (typeof shares)[number];
const outcomes = ['named, the true class first', 'named, among the first three', 'silent', 'named wrongly'] as const;
type Outcome = (typeof outcomes)[number] | 'invisible' | 'excused';

/** What becomes of papers with one generated slip: is it named, and rightly? */
export function power(subjects: readonly Subject[], trials: number, seed: number): string {
  const random = seeded(seed);
  const rows = subjects.flatMap((subject) =>
    subject.places.flatMap((places) => shares.map((share) => row(subject, places, share, trials, random))),
  );
  const head = [
    'working',
    'places',
    'lines shown',
    ...outcomes.map((o) => `${o}, %`),
    'best guess true, %',
    'invisible, %',
  ];
  return `${table(head, rows)}\n\nSeed ${seed}, ${trials} slips a row. Invisible: every written number is right; the other shares are of the rest. The best guess counts named or not.`;
}

function row(
  subject: Subject,
  places: number,
  share: Share,
  trials: number,
  random: () => number,
): (string | number)[] {
  const draw = slipsOf(subject.working, random);
  const count = new Map<Outcome, number>();
  let guessed = 0;
  for (let i = 0; i < trials; i++) {
    const slip = draw();
    const lines = shownOf(
      written(subject.working, slip.trees, places, roundsEveryStep(subject.working)),
      subject,
      share,
      random,
    );
    const { outcome, rank } = judgedAs(judgeLines(subject, lines), slip);
    count.set(outcome, (count.get(outcome) ?? 0) + 1);
    if (rank === 1) guessed++;
  }
  const of = (outcome: Outcome): number => count.get(outcome) ?? 0;
  const visible = trials - of('invisible') - of('excused');
  const cells = outcomes.map((outcome) => percent(of(outcome), visible));
  return [subject.name, places, share, ...cells, percent(guessed, visible), percent(trials - visible, trials)];
}

/** All lines, half of them with the answer, or the answer alone. */
export function shownOf(
  lines: Readonly<Record<string, string>>,
  { answer }: Subject,
  share: Share,
  random: () => number,
): Record<string, string> {
  const names = Object.keys(lines);
  const kept = new Set(share === 'all' ? names : [answer]);
  while (share === 'half' && kept.size < names.length / 2) kept.add(pick(random, names));
  return Object.fromEntries(Object.entries(lines).filter(([name]) => kept.has(name)));
}

function judgedAs(judgements: Map<string, Judgement>, slip: Mutant): { outcome: Outcome; rank: number } {
  const wrong = [...judgements.values()].find(({ verdict }) => verdict === 'slip' || verdict === 'wrong');
  if (!wrong) return { outcome: 'invisible', rank: 0 };
  const rank = rankOf(wrong, slip);
  if (wrong.verdict === 'wrong') return { outcome: 'silent', rank };
  if (rank === 1) return { outcome: 'named, the true class first', rank };
  return { outcome: rank > 0 && rank <= 3 ? 'named, among the first three' : 'named wrongly', rank };
}

/** The place of the true slip among the classes that fit, 0 where it does not; slips of one value are one class. */
function rankOf({ explained }: Judgement, slip: Mutant): number {
  const values = (explained?.explanations ?? []).map((e) => e.value);
  const classes = values.filter((value, i) => values.findIndex((other) => sameValue(other, value)) === i);
  const mine = explained?.explanations.find((e) => e.mutants.includes(slip) || alike(e.mutants, slip));
  return mine ? classes.findIndex((value) => sameValue(value, mine.value)) + 1 : 0;
}

/** A slip of the same words is the same slip, in this line or everywhere. */
const alike = (mutants: readonly Mutant[], slip: Mutant): boolean =>
  mutants.some((m) => m.kind === slip.kind && english(m.wording.says) === english(slip.wording.says));
