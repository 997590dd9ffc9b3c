import { Decimal } from 'decimal.js';
import { saysNothing } from '../../src/exact/agreement.ts';
import { point } from '../../src/exact/interval.ts';
import type { Mutant } from '../../src/slips/mutants.ts';
import { floatsOf } from '../../src/working/key.ts';
import type { Line, Working } from '../../src/working/problem.ts';
import { pick } from '../support/random.ts';
import { shownOf } from '../support/shown.ts';
import { workedByHand } from '../support/student.ts';
import type { Habit } from './habits.ts';

type Random = () => number;

/** What goes wrong on the way: a slip in the formulas, or a number spoiled as it is written down on one line. */
export type Mishap =
  | { readonly slip: Mutant }
  | { readonly line: string; readonly spoil: (text: string, random: Random) => string; readonly repaired: boolean };

/** A simulated student's whole paper: every line's text, and the number the student went on with. */
export type Paper = Map<string, { readonly text: string; readonly kept: Decimal; readonly mishap?: Mishap }>;

export function paperOf(working: Working, habit: Habit, mishaps: readonly Mishap[], random: Random): Paper {
  const values = givensOf(working);
  const paper: Paper = new Map();
  for (const line of working.lines) {
    const slip = mishaps.find((m) => 'slip' in m && m.slip.trees.has(line.name));
    const value = work(line, slip, values, habit, random);
    const copy = mishaps.find((m) => 'line' in m && m.line === line.name);
    const clean = onPaper(value, habit);
    const text = copy && 'line' in copy ? copy.spoil(clean, random) : clean;
    const repaired = copy && 'line' in copy && copy.repaired;
    const kept = text === clean || repaired ? habit.carried(value) : new Decimal(text);
    const mishap = text === clean ? slip : copy;
    paper.set(line.name, { text, kept, ...(mishap && { mishap }) });
    values.set(line.name, kept);
  }
  return paper;
}

export type Desert = 'earned' | 'charged' | 'unclear';

/**
 * What each shown line deserves. A mishap is charged once: on the first shown line whose number is not the one that
 * right working makes of the shown numbers above it. Off by a unit or two, it may as well be another order of rounding.
 */
export function desertsOf(
  working: Working,
  habit: Habit,
  paper: Paper,
  shown: ReadonlySet<string>,
  random: Random,
): Map<string, Desert> {
  const values = givensOf(working);
  const causes = new Map<string, Set<Mishap>>();
  const charged = new Set<Mishap>();
  const deserts = new Map<string, Desert>();
  for (const line of working.lines) {
    const { text, kept, mishap } = paper.get(line.name) as { text: string; kept: Decimal; mishap?: Mishap };
    const clean = work(line, undefined, values, habit, random);
    const hidden = line.inputs.filter((input) => !shown.has(input)).flatMap((input) => [...(causes.get(input) ?? [])]);
    const here = new Set([...hidden, ...(mishap ? [mishap] : [])]);
    values.set(line.name, shown.has(line.name) ? kept : habit.carried(clean));
    if (!shown.has(line.name)) {
      causes.set(line.name, here);
      continue;
    }
    const units = new Decimal(text).minus(onPaper(clean, habit)).abs().times(new Decimal(10).pow(habit.places));
    const fresh = [...here].filter((m) => !charged.has(m));
    // A number that says nothing earns nothing, whatever it was rounded from.
    const empty = saysNothing(shownOf(text), point(floatsOf(working).get(line.name) ?? Number.NaN));
    const wrong = empty || (units.gt(2) && fresh.length > 0);
    deserts.set(line.name, wrong ? 'charged' : units.isZero() || here.size === 0 || units.gt(2) ? 'earned' : 'unclear');
    if (wrong) for (const m of fresh) charged.add(m);
  }
  return deserts;
}

const givensOf = ({ givens }: Working): Map<string, Decimal> =>
  new Map([...givens].map(([name, text]) => [name, new Decimal(text)]));

function work(
  line: Line,
  mishap: Mishap | undefined,
  values: ReadonlyMap<string, Decimal>,
  habit: Habit,
  random: Random,
): Decimal {
  const tree = (mishap && 'slip' in mishap ? mishap.slip.trees.get(line.name) : undefined) ?? line.formula;
  const input = (name: string): Decimal => values.get(name) ?? new Decimal(Number.NaN);
  return workedByHand(tree, input, habit.inside, random);
}

const onPaper = (value: Decimal, { places, paper }: Habit): string => value.toFixed(places, paper);

/** One digit wrong, or two neighbours exchanged. */
export function miscopied(text: string, random: Random): string {
  const at = [...text].flatMap((ch, i) => (/\d/.test(ch) ? [i] : []));
  const i = pick(random, at);
  const other = String((Number(text[i]) + 1 + Math.floor(random() * 9)) % 10);
  return text.slice(0, i) + other + text.slice(i + 1);
}

/** The decimal point one place off. */
export function magnified(text: string, random: Random): string {
  const places = text.split('.')[1]?.length ?? 0;
  return new Decimal(text).times(random() < 0.5 ? 10 : 0.1).toFixed(places);
}
