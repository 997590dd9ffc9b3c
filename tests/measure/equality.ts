import { problems } from '../../problems/index.ts';
import { askedOf } from '../../src/derived/asked-formula.ts';
import { findFunction } from '../../src/expressions/functions/index.ts';
import { compare, likely } from '../../src/formulas/compare.ts';
import type { Names } from '../../src/formulas/names.ts';
import { generator } from '../../src/formulas/points.ts';
import { print } from '../../src/formulas/print.ts';
import { below, type Formula, over, transpose } from '../../src/formulas/tree.ts';
import { slipsIn } from '../../src/kinds/formula/explain.ts';
import { formulaFields } from '../../src/verification/formula-values.ts';
import type { DeclaredField } from '../../src/working/field.ts';
import type { Working } from '../../src/working/problem.ts';
import { table } from './table.ts';

/** A right formula of a problem, with all that is known of its names. */
interface Subject {
  readonly problem: string;
  readonly field: Extract<DeclaredField, { kind: 'formula' | 'derivation' }>;
  readonly working: Working;
  readonly right: Formula;
}

const subjects = (): Subject[] =>
  problems.flatMap((problem) => {
    const working = problem.work({});
    return formulaFields(working).flatMap((field) =>
      askedOf(field, working).right.map((right) => ({ problem: problem.id, field, working, right })),
    );
  });

type Random = () => number;
const times = (...factors: readonly Formula[]): Formula => ({
  kind: 'product',
  factors: factors.map((of) => ({ inverse: false, of })),
});
const one: Formula = { kind: 'number', text: '1' };
const half: Formula = {
  kind: 'product',
  factors: [
    { inverse: false, of: one },
    { inverse: true, of: { kind: 'number', text: '2' } },
  ],
};
const two: Formula = { kind: 'number', text: '2' };
const negative = (of: Formula): Formula => ({ kind: 'sum', terms: [{ negative: true, of }] });

/** Changes that keep the meaning, by what a formula is. */
const rules: readonly ((node: Formula, random: Random) => Formula | undefined)[] = [
  (node) => (node.kind === 'sum' ? { ...node, terms: [...node.terms].reverse() } : undefined),
  (node) =>
    node.kind === 'sum'
      ? negative({ kind: 'sum', terms: node.terms.map((t) => ({ ...t, negative: !t.negative })) })
      : undefined,
  (node) => (node.kind === 'number' || node.kind === 'compare' ? undefined : times(half, times(two, node))),
  (node) =>
    node.kind === 'symbol'
      ? transpose({ kind: 'transpose', of: { kind: 'transpose', of: transpose(node) } })
      : undefined,
  (node) =>
    node.kind === 'product' && node.factors.every(({ inverse }) => !inverse)
      ? transpose({
          ...node,
          factors: [...node.factors].reverse().map(({ of }) => ({ inverse: false, of: transpose(of) })),
        })
      : undefined,
  (node) => (node.kind === 'cellwise' && node.op === '*' ? { ...node, left: node.right, right: node.left } : undefined),
  (node) =>
    node.kind === 'power' && node.exponent.kind === 'number' && node.exponent.text === '2'
      ? times(node.base, node.base)
      : undefined,
  (node, random) =>
    node.kind === 'product' && node.factors.length > 2 && node.factors.every(({ inverse }) => !inverse)
      ? grouped(
          node.factors.map(({ of }) => of),
          1 + (random() % (node.factors.length - 1)),
        )
      : undefined,
  (node) =>
    node.kind === 'sum'
      ? { kind: 'sum', terms: [...node.terms, { negative: false, of: one }, { negative: true, of: one }] }
      : undefined,
];

const grouped = (factors: readonly Formula[], at: number): Formula =>
  times(times(...factors.slice(0, at)), times(...factors.slice(at)));

const size = (tree: Formula): number => below(tree).reduce((total, child) => total + size(child), 1);

/** The formula with one rule applied at one place, or itself. */
function rewritten(tree: Formula, random: Random): Formula {
  const target = random() % size(tree);
  let at = 0;
  const walk = (node: Formula): Formula => {
    if (at++ === target) {
      const from = random() % rules.length;
      for (let i = 0; i < rules.length; i++) {
        const made = rules[(from + i) % rules.length]?.(node, random);
        if (made) return made;
      }
    }
    return node.kind === 'at' || node.kind === 'fold' || node.kind === 'compare' ? node : over(node, walk);
  };
  return walk(tree);
}

interface Count {
  tried: number;
  bad: string[];
}

const steps = 3;

/** Rewritings that mean the same: none may be rejected. */
function rewritings(all: readonly Subject[], count: number, seed: number): Count {
  const random = generator(seed);
  const found: Count = { tried: 0, bad: [] };
  while (found.tried < count)
    for (const { field, working, right } of all) {
      let tree = right;
      for (let i = 0; i < steps; i++) tree = rewritten(tree, random);
      const kind = compare(tree, right, askedOf(field, working).names, { wide: true }).kind;
      found.tried++;
      if (kind !== 'equal') found.bad.push(`${kind}: ${print(tree)}`);
    }
  return found;
}

/** Slips of a hand that knows nothing of the operators: another name, number, sign or function, something lost. */
const spoils: readonly ((node: Formula, names: Names, random: Random) => Formula | undefined)[] = [
  (node, { names }, random) => {
    const shape = node.kind === 'symbol' ? names.find(({ name }) => name === node.name)?.shape.join() : undefined;
    const others = names.filter(
      (one) => one.shape.join() === shape && node.kind === 'symbol' && one.name !== node.name,
    );
    const other = others[random() % Math.max(1, others.length)];
    return other && { kind: 'symbol', name: other.name };
  },
  (node) => (node.kind === 'number' ? { kind: 'number', text: `${Number(node.text) + 1}` } : undefined),
  (node, _, random) => {
    if (node.kind !== 'sum') return undefined;
    const at = random() % node.terms.length;
    return { ...node, terms: node.terms.map((term, i) => (i === at ? { ...term, negative: !term.negative } : term)) };
  },
  (node, _, random) => {
    if (node.kind !== 'product' || node.factors.length < 2) return undefined;
    const factors = node.factors.toSpliced(random() % node.factors.length, 1);
    const [only] = factors;
    return factors.length === 1 && only && !only.inverse ? only.of : { ...node, factors };
  },
  (node) => (node.kind === 'transpose' || node.kind === 'power' ? below(node)[0] : undefined),
  (node) => (node.kind === 'fold' || node.kind === 'reduce' ? node.of : undefined),
  (node) => {
    const other = node.kind === 'call' ? (node.fn.name === 'tanh' ? 'sigmoid' : 'tanh') : undefined;
    const fn = other && findFunction(other);
    return node.kind === 'call' && fn && node.args.length === 1 ? { ...node, fn } : undefined;
  },
];

function spoilt(tree: Formula, names: Names, random: Random): Formula {
  const target = random() % size(tree);
  let at = 0;
  const walk = (node: Formula): Formula => {
    if (at++ !== target) return over(node, walk);
    const from = random() % spoils.length;
    const made = spoils.map((_, i) => spoils[(from + i) % spoils.length]?.(node, names, random));
    return made.find((one) => one !== undefined) ?? node;
  };
  return walk(tree);
}

interface Mutants extends Count {
  single: number;
  named: number;
}

/** Formulas with one or two slips that have another value: none may be accepted. */
function mutants(all: readonly Subject[], count: number, seed: number): Mutants {
  const random = generator(seed);
  const found: Mutants = { tried: 0, bad: [], single: 0, named: 0 };
  while (found.tried < count)
    for (const { field, working, right } of all) {
      const { names } = askedOf(field, working);
      const once = spoilt(right, names, random);
      const tree = random() % 2 === 0 ? once : spoilt(once, names, random);
      if (likely(right, names, { wide: true })(tree)) continue;
      found.tried++;
      if (compare(tree, right, names, { wide: true }).kind === 'equal') found.bad.push(print(tree));
      if (tree !== once) continue;
      found.single++;
      if (slipsIn(tree, askedOf(field, working), field.name, working, { wide: true }).length > 0) found.named++;
    }
  return found;
}

const shown = ({ tried, bad }: Count): string =>
  `${bad.length} of ${tried}${bad.length > 0 ? ` (${bad.slice(0, 3).join('; ')})` : ''}`;

export function equalityTable(count: number, seed: number): string {
  const all = subjects();
  const wrong = mutants(all, count, seed);
  return table(
    ['formulas', 'outcome'],
    [
      ['rewritings that keep the meaning, rejected', shown(rewritings(all, count, seed))],
      ['formulas with a slip, accepted', shown(wrong)],
      ['single slips named', `${((100 * wrong.named) / wrong.single).toFixed(1)} % of ${wrong.single}`],
    ],
  );
}

/** Checks a second on one core, by problem: each right formula against rewritings of it. */
export function speedTable(milliseconds: number, seed: number): string {
  const byProblem = new Map<string, Subject[]>();
  for (const one of subjects()) byProblem.set(one.problem, [...(byProblem.get(one.problem) ?? []), one]);
  const rows = [...byProblem].map(([problem, list]) => {
    const random = generator(seed);
    const from = process.cpuUsage();
    const spent = (): number => process.cpuUsage(from).user / 1000;
    let checks = 0;
    while (spent() < milliseconds)
      for (const { field, working, right } of list) {
        compare(rewritten(right, random), right, askedOf(field, working).names, { wide: true });
        checks++;
      }
    return [problem, Math.round((1000 * checks) / spent())];
  });
  return table(['formulas of', 'checks a second'], rows);
}
