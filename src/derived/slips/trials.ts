import type { Working } from '../../working/working.ts';
import { readingsOf } from './misread.ts';
import type { Misreading } from './misreadings.ts';
import type { Mutant } from './mutant.ts';
import { pricingOf } from './pricing.ts';
import { programs } from './program.ts';
import { type Candidate, type Segment, slotsOf } from './segment.ts';

/** Takes each slip of a segment with what it gives; `reading` is the number that a misread given is taken for. */
export type Take = (value: number, candidate: Candidate, reading?: Misreading) => void;

/** Is a slip worth working? */
export type Wanted = (mutant: Mutant, reading?: Misreading) => boolean;

/** Works every slip of a segment that is wanted on the numbers of a working. */
export function tryAll(
  segment: Segment,
  working: Working,
  values: Float64Array,
  take: Take,
  wanted: Wanted = () => true,
): void {
  const misread = values.length - 1;
  for (const candidate of segment.candidates) {
    const { mutant, run } = candidate;
    if (!mutant.reads) {
      if (wanted(mutant)) take(run(values), candidate);
    } else
      for (const reading of readingsOf(mutant, working)) {
        if (!wanted(mutant, reading)) continue;
        values[misread] = reading.value;
        take(run(values), candidate, reading);
      }
  }
  for (const candidate of ownCandidates(segment, working))
    if (wanted(candidate.mutant)) take(candidate.run(values), candidate);
}

const own = new WeakMap<readonly Mutant[], readonly Candidate[]>();

/** The slips that hang on the numbers of this working. */
function ownCandidates(segment: Segment, working: Working): readonly Candidate[] {
  const { ofNumbers } = pricingOf(segment, working);
  if (ofNumbers.length === 0) return [];
  const known = own.get(ofNumbers);
  if (known) return known;
  const program = programs(working, segment.lines, slotsOf(working));
  const made = ofNumbers.map((mutant): Candidate => ({ mutant, others: [], run: program(mutant) }));
  own.set(ofNumbers, made);
  return made;
}
