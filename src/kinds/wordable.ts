import type { Shown } from '../exact/agreement.ts';
import type { Judgement } from '../judging/judgement.ts';

/** What a line's own words may refer to. */
export interface Wordable {
  readonly judgement: Judgement;
  readonly shown: Shown;
  /** Is every number that it uses there to see? */
  readonly allShown: boolean;
  readonly places: number | undefined;
  /** Lines that it uses directly and that hang on a wrong one. */
  readonly uses: readonly string[];
}
