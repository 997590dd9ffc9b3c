import type { Working } from '../../working/working.ts';
import { familyOf, readingsOf } from './misread.ts';
import type { Misreading } from './misreadings.ts';
import type { Mutant } from './mutant.ts';
import { ofNumbers } from './numbers.ts';
import { relevant, type Segment } from './segment.ts';

/** How many mutants of a family there are in a segment, and the sum of 2^-price over them. */
interface Family {
  count: number;
  mass: number;
}

/** The prior weights of the slips of a segment, with the numbers of one working. */
export class Pricing {
  /** Of all of them together. */
  readonly weight: number;
  /** The slips that hang on the numbers of this working. */
  readonly ofNumbers: readonly Mutant[];
  private readonly families = new Map<string, Family>();

  constructor(segment: Segment, working: Working) {
    this.ofNumbers = relevant(ofNumbers(working), segment.lines);
    for (const { mutant, others } of segment.candidates)
      for (const one of [mutant, ...others]) this.enter(one, working);
    for (const one of this.ofNumbers) this.add(one.family, one.price);
    this.weight = [...this.families.values()].reduce((total, { count, mass }) => total + mass / count, 0);
  }

  /** The weight of mutants that are alike; of misread givens, with one number that they are misread as. */
  of(mutants: readonly Mutant[], reading?: Misreading): number {
    return mutants.reduce((total, mutant) => {
      const family = reading ? familyOf(mutant, reading) : mutant.family;
      const price = mutant.price + (reading?.price ?? 0);
      return total + 2 ** -price / (this.families.get(family)?.count ?? 1);
    }, 0);
  }

  private enter(one: Mutant, working: Working): void {
    if (!one.reads) this.add(one.family, one.price);
    for (const reading of one.reads ? readingsOf(one, working) : [])
      this.add(familyOf(one, reading), one.price + reading.price);
  }

  private add(name: string, price: number): void {
    const family = this.families.get(name) ?? { count: 0, mass: 0 };
    this.families.set(name, family);
    family.count += 1;
    family.mass += 2 ** -price;
  }
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
