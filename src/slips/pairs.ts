import { chance } from '../exact/chance.ts';
import { type Interval, middle } from '../exact/interval.ts';
import type { Grid } from '../exact/rounding.ts';
import { sites } from '../expressions/sites.ts';
import { symbolsOf } from '../expressions/tree.ts';
import { lowered, type Message, names, ref, say, withoutStop } from '../working/message.ts';
import { plainVoice } from '../working/voice.ts';
import type { Operator, Working } from '../working/working.ts';
import { weighed } from './likelihood.ts';
import { type Mutant, mutant } from './mutant.ts';
import { pricingOf } from './pricing.ts';
import { Program, type Worked } from './program.ts';
import { type Candidate, type Segment, slotsOf } from './segment.ts';
import { operatorsOf } from './singles.ts';
import { fits } from './structure.ts';
import { type Fitting, reachOf, through, type WrongLine } from './wrong-line.ts';

/**
 * Of those who make a slip, how many make two between two written lines. It is weight beside that of the single slips:
 * all explanations together come to no more than 1 1/8, which the margin of the evidence has room for.
 */
const share = 2 ** -3;

/** So many formulas are worked for one number. */
const mostWorked = 300_000;

interface Likely {
  readonly mutant: Mutant;
  readonly weight: number;
}

/** One slip and another, with the product of their weights. */
interface Two {
  readonly one: Mutant;
  readonly other: Mutant;
  readonly weight: number;
}

/** Two of the likeliest slips, which give the number together where no single slip does. */
export function pairs(
  wrong: WrongLine,
  segment: Segment,
  legal: Interval | undefined,
  grid: Grid,
  all: number,
): Fitting[] {
  const { working, hidden, shown, values } = wrong;
  if (!legal || hidden.length === 0) return [];
  const by = chance(shown.value, 10 ** -shown.places, middle(legal));
  if (-Math.log2(by) < fewestBits) return [];
  const reach = reachOf(wrong, legal);
  const found: Fitting[] = [];
  const { program, pairs: tried } = pairsOf(segment, working);
  program.begin(values);
  for (const pair of tried) {
    const { one, other } = pair;
    const weight = (2 * share * pair.weight) / all;
    if (Math.log2(weight / all / by) < leastEvidence) break;
    pair.worked ??= program.with(changesOf(one, other));
    const value = pair.worked.value();
    if (Math.abs(value - shown.value) <= reach)
      found.push(...fitting(wrong, together(one, other), value, weight, grid));
  }
  return found;
}

/** Only numbers as unlikely as this by chance, of some seven digits, can tell two slips together from chance. */
const fewestBits = 24;

/** Two slips that hardly beat chance are not worth saying. */
const leastEvidence = 2;

/** So many pairs are tried for one number. */
const mostPairs = 60_000;

/** Two slips, with what works them once they were tried. */
interface Pair extends Two {
  worked?: Worked;
}

/** The pairs of a segment, the likeliest first, with what works them. */
interface Pairs {
  readonly program: Program;
  readonly pairs: readonly Pair[];
}

const known = new WeakMap<Segment, Pairs>();

/** Found once, because it takes long, with the weights of one working. */
function pairsOf(segment: Segment, working: Working): Pairs {
  const made = known.get(segment) ?? find(segment, working);
  known.set(segment, made);
  return made;
}

function find(segment: Segment, working: Working): Pairs {
  const program = new Program(working, segment.lines, slotsOf(working));
  const pairs = [...inTwoLines(segment, working), ...inOneLine(segment, working)]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, Math.min(mostPairs, (2 * mostWorked) / segment.lines.length));
  return { program, pairs };
}

/** Pairs rarer than this are proved by no number that a paper holds. */
const rarest = 2 ** -25.5;
const leastOf = (segment: Segment, working: Working): number => rarest * pricingOf(segment, working).weight ** 2;

const inTwoLines = (segment: Segment, working: Working): Two[] => {
  const likely = likeliest(segment, working);
  const least = leastOf(segment, working);
  return likely.flatMap((one, i) =>
    likely
      .slice(i + 1)
      .filter((other) => one.weight * other.weight >= least && areApart(one.mutant, other.mutant))
      .map((other) => ({ one: one.mutant, other: other.mutant, weight: one.weight * other.weight })),
  );
};

/** One slip upon another in the same line. */
function inOneLine(segment: Segment, working: Working): Two[] {
  const weights = byOperator(segment, working);
  const least = leastOf(segment, working);
  return likeliest(segment, working).flatMap((one) => {
    const weigh = ({ id }: Operator): number => one.weight * (weights.get(id) ?? 0);
    const tried = operatorsOf(working).filter((operator) => operator.edits && weigh(operator) >= least);
    return upon(one.mutant, tried, working).map((other) => ({
      one: one.mutant,
      other,
      weight: weigh(other.operator),
    }));
  });
}

/** The slips of a line that has one already. */
function upon({ trees, step }: Mutant, tried: readonly Operator[], working: Working): Mutant[] {
  const line = working.lines.find(({ name }) => name === step);
  const formula = trees.get(step);
  if (!line || !formula || trees.size > 1) return [];
  const changed = { ...line, formula, inputs: symbolsOf(formula) };
  const fit = fits(working);
  const { voice = plainVoice } = working;
  return sites(formula).flatMap((site) =>
    tried.flatMap((operator) =>
      (operator.edits?.(site, changed, working) ?? [])
        .map(({ tree, wording }) =>
          mutant(operator, { trees: [[step, tree]], wording: () => voice.inOne(wording, line, working) }),
        )
        .filter(fit),
    ),
  );
}

/** The weight of a single slip of each operator. */
function byOperator(segment: Segment, working: Working): ReadonlyMap<string, number> {
  const pricing = pricingOf(segment, working);
  const weights = new Map<string, number>();
  for (const { mutant: one } of segment.candidates) {
    if (one.reads || one.on) continue;
    const weight = pricing.of([one], undefined);
    weights.set(one.operator.id, Math.min(weight, weights.get(one.operator.id) ?? weight));
  }
  return weights;
}

/** As many as can be tried with one another, the likeliest first. */
function likeliest(segment: Segment, working: Working): readonly Likely[] {
  const pricing = pricingOf(segment, working);
  const most = Math.floor(Math.sqrt((2 * mostWorked) / segment.lines.length));
  const isOne = ({ mutant: { operator, reads, on } }: Candidate): boolean =>
    !reads && !on && operator.traits.includes('structural');
  return segment.candidates
    .filter(isOne)
    .map(({ mutant: one, others }) => ({ mutant: one, weight: pricing.of([one, ...others], undefined) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
}

const areApart = (a: Mutant, b: Mutant): boolean => ![...a.trees.keys()].some((line) => b.trees.has(line));

/** The formulas that two slips change. */
const changesOf = (one: Mutant, other: Mutant): Pick<Mutant, 'trees' | 'fractions'> => ({
  trees: new Map([...one.trees, ...other.trees]),
  ...(one.fractions && { fractions: true }),
});

function together(a: Mutant, b: Mutant): Mutant {
  const { operator, kind, step, id } = a;
  return {
    operator,
    kind,
    step,
    ...(id !== undefined && { id }),
    ...changesOf(a, b),
    family: `${a.family} ${b.family}`,
    price: a.price + b.price,
    get wording() {
      const says = say`Two slips at once: ${lowered(placed(a))}; and ${lowered(placed(b))}.`;
      return { ...a.wording, says, place: 'said' } as const;
    },
  };
}

/** What was done, and where. */
function placed({ wording, step }: Mutant): Message {
  const says = withoutStop(wording.says);
  return wording.place === 'said' || names(says, step) ? says : say`in ${ref(step)}, ${lowered(says)}`;
}

function fitting(wrong: WrongLine, both: Mutant, value: number, weight: number, grid: Grid): Fitting[] {
  const interval = through(wrong, both.trees, wrong.own, grid);
  const here = interval ? weighed(weight, wrong, both, interval) : 0;
  if (here === 0) return [];
  const { kind, wording, step } = both;
  return [{ kind, wording, step, value, mutants: [both], miswritten: false, weight: here, plausibility: here }];
}
