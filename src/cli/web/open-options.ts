import type { CourseOptions } from '../open-catalogue.ts';

/** What `open` is told. */
export interface OpenPaperOptions extends CourseOptions {
  readonly what: string;
  readonly assignment?: string | undefined;
  readonly student?: string | undefined;
  readonly file?: string | undefined;
  readonly port: number;
}
