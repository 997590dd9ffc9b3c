import type { Working } from '../working/working.ts';
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

/** Works every slip of a segment on the numbers of a working. */
export function tryAll(segment: Segment, working: Working, values: Float64Array, take: Take): void {
  const misread = values.length - 1;
  for (const candidate of segment.candidates) {
    const { mutant, run } = candidate;
    if (!mutant.reads) take(run(values), candidate);
    else
      for (const reading of readingsOf(mutant, working)) {
        values[misread] = reading.value;
        take(run(values), candidate, reading);
      }
  }
  for (const candidate of ownCandidates(segment, working)) take(candidate.run(values), candidate);
}

/** Works those slips of a segment that are wanted; which they are is found once for a working. */
export function trySome(segment: Segment, working: Working, values: Float64Array, wanted: Wanted, take: Take): void {
  for (const { candidate, reading } of wantedOf(segment, working, wanted)) {
    if (reading) values[values.length - 1] = reading.value;
    take(candidate.run(values), candidate, reading);
  }
}

interface Trial {
  readonly candidate: Candidate;
  readonly reading: Misreading | undefined;
}

const chosen = new WeakMap<Working, WeakMap<Wanted, WeakMap<Segment, readonly Trial[]>>>();

function wantedOf(segment: Segment, working: Working, wanted: Wanted): readonly Trial[] {
  const byWanted = chosen.get(working) ?? new WeakMap<Wanted, WeakMap<Segment, readonly Trial[]>>();
  chosen.set(working, byWanted);
  const bySegment = byWanted.get(wanted) ?? new WeakMap<Segment, readonly Trial[]>();
  byWanted.set(wanted, bySegment);
  const known = bySegment.get(segment);
  if (known) return known;
  const all = [...segment.candidates, ...ownCandidates(segment, working)];
  const made = all.flatMap((candidate): Trial[] => {
    const { mutant } = candidate;
    if (!mutant.reads) return wanted(mutant) ? [{ candidate, reading: undefined }] : [];
    const readings = readingsOf(mutant, working).filter((reading) => wanted(mutant, reading));
    return readings.map((reading) => ({ candidate, reading }));
  });
  bySegment.set(segment, made);
  return made;
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
