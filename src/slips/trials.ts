import type { Working } from '../working/working.ts';
import { readingsOf } from './misread.ts';
import type { Misreading } from './misreadings.ts';
import type { Mutant } from './mutant.ts';
import { pricingOf } from './pricing.ts';
import { Program } from './program.ts';
import { type Candidate, type Segment, slotsOf } from './segment.ts';

/** Takes each slip of a segment with what it gives; `reading` is the number that a misread given is taken for. */
export type Take = (value: number, candidate: Candidate, reading?: Misreading) => void;

/** Is a slip worth working? */
export type Wanted = (mutant: Mutant, reading?: Misreading) => boolean;

/** Works every slip of a segment on the numbers of a working. */
export function tryAll(segment: Segment, working: Working, values: Float64Array, take: Take): void {
  const misread = values.length - 1;
  segment.program.begin(values);
  for (const candidate of segment.candidates) {
    const { mutant, worked } = candidate;
    if (!mutant.reads) take(worked.value(), candidate);
    else
      for (const reading of readingsOf(mutant, working)) {
        values[misread] = reading.value;
        take(worked.again(misread), candidate, reading);
      }
  }
  for (const candidate of begun(segment, working, values)) take(candidate.worked.value(), candidate);
}

/** A slip that is tried, with the number that a misread given is taken for. */
export interface Trial {
  readonly candidate: Candidate;
  readonly reading: Misreading | undefined;
}

/** What the slip of a trial gives, once its segment was begun with these numbers. */
export function tried({ candidate, reading }: Trial, values: Float64Array): number {
  if (!reading) return candidate.worked.value();
  const misread = values.length - 1;
  values[misread] = reading.value;
  return candidate.worked.again(misread);
}

const chosen = new WeakMap<Working, WeakMap<Wanted, WeakMap<Segment, readonly Trial[]>>>();

/** Those slips of a segment that are wanted, to be worked from these numbers; which they are is found once for a working. */
export function trialsOf(segment: Segment, working: Working, values: Float64Array, wanted: Wanted): readonly Trial[] {
  segment.program.begin(values);
  begun(segment, working, values);
  return wantedOf(segment, working, wanted);
}

function wantedOf(segment: Segment, working: Working, wanted: Wanted): readonly Trial[] {
  const byWanted = chosen.get(working) ?? new WeakMap<Wanted, WeakMap<Segment, readonly Trial[]>>();
  chosen.set(working, byWanted);
  const bySegment = byWanted.get(wanted) ?? new WeakMap<Segment, readonly Trial[]>();
  byWanted.set(wanted, bySegment);
  const known = bySegment.get(segment);
  if (known) return known;
  const all = [...segment.candidates, ...ownCandidates(segment, working).candidates];
  const made = all.flatMap((candidate): Trial[] => {
    const { mutant } = candidate;
    if (!mutant.reads) return wanted(mutant) ? [{ candidate, reading: undefined }] : [];
    const readings = readingsOf(mutant, working).filter((reading) => wanted(mutant, reading));
    return readings.map((reading) => ({ candidate, reading }));
  });
  bySegment.set(segment, made);
  return made;
}

/** The slips that hang on the numbers of one working, with a program of their own. */
interface Own {
  readonly program?: Program;
  readonly candidates: readonly Candidate[];
}

const own = new WeakMap<readonly Mutant[], Own>();
const none: Own = { candidates: [] };

function ownCandidates(segment: Segment, working: Working): Own {
  const { ofNumbers } = pricingOf(segment, working);
  if (ofNumbers.length === 0) return none;
  const known = own.get(ofNumbers);
  if (known) return known;
  const program = new Program(working, segment.lines, slotsOf(working));
  const candidates = ofNumbers.map((mutant): Candidate => ({ mutant, others: [], worked: program.with(mutant) }));
  const made = { program, candidates };
  own.set(ofNumbers, made);
  return made;
}

/** Those slips, to be worked from these numbers. */
function begun(segment: Segment, working: Working, values: Float64Array): readonly Candidate[] {
  const { program, candidates } = ownCandidates(segment, working);
  program?.begin(values);
  return candidates;
}
