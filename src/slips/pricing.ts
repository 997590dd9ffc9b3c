import type { Working } from '../working/working.ts';
import { familyOf, operatorOf, readingsOf } from './misread.ts';
import type { Misreading } from './misreadings.ts';
import type { Mutant } from './mutant.ts';
import { ofNumbers } from './numbers.ts';
import { relevant, type Segment } from './segment.ts';

/** Between 0 (every place is as likely as any sort of slip has it) and 1 (a sort shares its weight out). */
const placesMatter = 0.7;

/** How many mutants of a family there are in a segment, and the sum of 2^-price over them. */
interface Family {
  readonly count: number;
  readonly mass: number;
}

/** Misreadings of one given, in so many lines: one of them, how many there are, and the sum of 2^-price over them. */
interface Read extends Family {
  readonly one: Mutant;
}

/** The prior weights of the slips of a segment, with the numbers of one working. */
export class Pricing {
  /** Of all of them together. */
  readonly weight: number;
  /** The slips that hang on the numbers of this working. */
  readonly ofNumbers: readonly Mutant[];
  private readonly families: Map<string, Family>;

  constructor(segment: Segment, working: Working) {
    this.ofNumbers = relevant(ofNumbers(working), segment.lines);
    const { families, reads } = countsOf(segment);
    this.families = new Map(families);
    for (const { one, count, mass } of reads)
      for (const reading of readingsOf(one, working))
        enter(this.families, familyOf(one, reading), count, mass * 2 ** -reading.price);
    for (const { family, price } of this.ofNumbers) enter(this.families, family, 1, 2 ** -price);
    this.weight = [...this.families.values()].reduce((total, { count, mass }) => total + mass / count, 0);
  }

  /** The weight of mutants that are alike; of misread givens, with one number that they are misread as. */
  of(mutants: readonly Mutant[], reading?: Misreading): number {
    return this.over(mutants, reading, (count) => count);
  }

  /**
   * How plausible they are beside others that give the same number. That a sort of slip has many places speaks less
   * against each of them than it does in the evidence; only of digits there are as many as the number has.
   */
  plausibility(mutants: readonly Mutant[], reading?: Misreading): number {
    const isCopied = reading !== undefined && operatorOf(reading).traits.includes('copying');
    return this.over(mutants, reading, (count) => (isCopied ? count : count ** placesMatter));
  }

  private over(mutants: readonly Mutant[], reading: Misreading | undefined, by: (count: number) => number): number {
    return mutants.reduce((total, mutant) => {
      const family = reading ? familyOf(mutant, reading) : mutant.family;
      const price = mutant.price + (reading?.price ?? 0);
      return total + 2 ** -price / by(this.families.get(family)?.count ?? 1);
    }, 0);
  }
}

function enter(families: Map<string, Family>, name: string, count: number, mass: number): void {
  const known = families.get(name);
  families.set(name, { count: count + (known?.count ?? 0), mass: mass + (known?.mass ?? 0) });
}

interface Counts {
  readonly families: ReadonlyMap<string, Family>;
  readonly reads: readonly Read[];
}

const counts = new WeakMap<Segment, Counts>();

/** What there is in a segment whatever the numbers. */
function countsOf(segment: Segment): Counts {
  const known = counts.get(segment);
  if (known) return known;
  const families = new Map<string, Family>();
  const reads = new Map<string, Read>();
  for (const { mutant, others } of segment.candidates)
    for (const one of [mutant, ...others]) {
      if (!one.reads) enter(families, one.family, 1, 2 ** -one.price);
      else {
        const key = `${one.reads.given} ${one.on?.id}`;
        const { count = 0, mass = 0 } = reads.get(key) ?? {};
        reads.set(key, { one, count: count + 1, mass: mass + 2 ** -one.price });
      }
    }
  const made = { families, reads: [...reads.values()] };
  counts.set(segment, made);
  return made;
}

const known = new WeakMap<Working, WeakMap<Segment, Pricing>>();

/** The prior weights in a segment; reckoned once for a working. */
export function pricingOf(segment: Segment, working: Working): Pricing {
  const bySegment = known.get(working) ?? new WeakMap<Segment, Pricing>();
  known.set(working, bySegment);
  const pricing = bySegment.get(segment) ?? new Pricing(segment, working);
  bySegment.set(segment, pricing);
  return pricing;
}
