import type { FieldReading } from '../../marking/readings.ts';
import type { HintLevel } from '../../marking/self-check/level.ts';
import type { SelfCheck } from '../../marking/self-check/self-check.ts';
import type { AnswerValue } from '../../records/answer-value.ts';
import type { Result } from '../../records/result.ts';
import type { AuthorView } from '../../web/author/author.ts';
import type { Located, PaperText, Sheet, Told } from '../../web/engine.ts';

/** An assignment and the student that it is set for. */
interface SetFor {
  readonly assignment: string;
  readonly student: string;
}

/** What the pages ask of the processes that read and mark. */
export type WebTask =
  | ({ readonly type: 'sheet' } & SetFor)
  | ({
      readonly type: 'read';
      readonly problem: string;
      readonly answers: Readonly<Record<string, AnswerValue>>;
    } & SetFor)
  | ({ readonly type: 'check'; readonly hints: HintLevel } & PaperText)
  | ({ readonly type: 'mark' } & PaperText)
  | { readonly type: 'author'; readonly assignment: string; readonly problem: string }
  | ({ readonly type: 'locate'; readonly name: string; readonly bytes: string } & SetFor);

export interface WebAnswers {
  readonly sheet: Told<Sheet>;
  readonly read: Told<readonly FieldReading[]>;
  readonly check: Told<SelfCheck>;
  readonly mark: Told<Result>;
  readonly author: Told<AuthorView>;
  readonly locate: Told<Located>;
}
