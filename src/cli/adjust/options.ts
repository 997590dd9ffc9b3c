import type { CourseOptions } from '../open-catalogue.ts';

/** What the command line of `gradcheck adjust` says. */
export interface AdjustOptions extends CourseOptions {
  readonly assignment: string;
  readonly student?: string[] | undefined;
  readonly problem?: string | undefined;
  readonly field?: string | undefined;
  readonly points?: string | undefined;
  readonly comment?: string | undefined;
  readonly reviewed: boolean;
  readonly excuse: boolean;
  readonly extend?: number | undefined;
  readonly group?: string | undefined;
  readonly groupId?: string | undefined;
  readonly paper?: string | undefined;
  readonly acceptName?: string | undefined;
  readonly acceptConvention?: string | undefined;
  readonly due?: string | undefined;
  readonly perDay?: string | undefined;
  readonly of?: 'score' | 'outOf' | undefined;
  readonly atMost?: string | undefined;
  readonly freeDays?: number | undefined;
  readonly grace?: number | undefined;
  readonly handedIn?: string | undefined;
  readonly times?: string | undefined;
  readonly why?: string | undefined;
  readonly by?: string | undefined;
  readonly at?: string | undefined;
  readonly file?: string | undefined;
  readonly report?: string | undefined;
  readonly list: boolean;
  readonly remove?: number | undefined;
}
