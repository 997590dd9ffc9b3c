import { Paper } from '../../src/judging/paper.ts';
import { Step } from '../../src/judging/step.ts';
import { likelihoods, usualShares } from '../../src/slips/likelihood.ts';
import type { RoundingShares } from '../../src/working/problem.ts';
import { pick, seeded } from '../support/random.ts';
import { shownOf as numberOf } from '../support/shown.ts';
import { honest } from './habits.ts';
import { shownOf } from './power.ts';
import { paperOf } from './student.ts';
import type { Subject } from './subjects.ts';
import { table } from './table.ts';
import { roundsEveryStep } from './worked.ts';

const ways = Object.keys(usualShares) as readonly (keyof RoundingShares)[];

/** The shares of the ways of rounding that make the right papers of a class likeliest. A mark never depends on them. */
export function fittedShares(subjects: readonly Subject[], papers: number, seed: number): string {
  const random = seeded(seed);
  const rows = subjects.map((subject) => {
    const shown = Array.from({ length: papers }, () => likelihoodsOf(subject, random)).flat();
    const shares = fitted(shown);
    return [subject.name, shown.length, ...ways.map((way) => shares[way].toFixed(2))];
  });
  const usual = ['as they are set', '', ...ways.map((way) => usualShares[way].toFixed(2))];
  return `${table(['class', 'lines', ...ways], [usual, ...rows])}\n\nSeed ${seed}, ${papers} honest papers without a slip a class, half of the lines shown.`;
}

/** Every line of a right paper that has hidden lines above it, by the ways in which it may have come about. */
function likelihoodsOf(subject: Subject, random: () => number): RoundingShares[] {
  const { working } = subject;
  const habit = pick(random, honest(4, roundsEveryStep(working)));
  const texts = Object.fromEntries([...paperOf(working, habit, [], random)].map(([name, { text }]) => [name, text]));
  const shown = new Map(
    Object.entries(shownOf(texts, subject, 'half', random)).map(([n, text]) => [n, numberOf(text)]),
  );
  const paper = new Paper(working, shown);
  return working.lines.flatMap((line) => {
    const number = shown.get(line.name);
    const step = new Step(line, number, paper.policy(line, number), paper);
    const right = { verdict: 'correct', roots: [], remarks: [] } as const;
    paper.stand(line.name, number ? step.written(number, { ...right, roots: [], remarks: [] }) : step.unwritten());
    if (!number || !step.truth || paper.hiddenAbove(line).length === 0) return [];
    return [likelihoods(paper.wrongLine(step, number), step.truth)];
  });
}

/** By expectation and maximisation, from equal shares. */
function fitted(lines: readonly RoundingShares[]): RoundingShares {
  let shares: RoundingShares = { written: 0.2, unrounded: 0.2, stated: 0.2, places: 0.2, any: 0.2 };
  for (let i = 0; i < 200; i++) {
    const next = { written: 0, unrounded: 0, stated: 0, places: 0, any: 0 };
    for (const line of lines) {
      const all = ways.reduce((sum, way) => sum + shares[way] * line[way], 0);
      if (all > 0) for (const way of ways) next[way] += (shares[way] * line[way]) / all;
    }
    const total = ways.reduce((sum, way) => sum + next[way], 0);
    shares = Object.fromEntries(ways.map((way) => [way, next[way] / total])) as unknown as RoundingShares;
  }
  return shares;
}
