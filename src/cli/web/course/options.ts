import type { CourseOptions } from '../../open-catalogue.ts';

/** What `serve` and `work` are told. */
export interface ServeOptions extends CourseOptions {
  readonly assignments: string;
  readonly store?: string | undefined;
  readonly jobs?: number | undefined;
  readonly host: string;
  readonly port: number;
  readonly origin?: string | undefined;
  readonly proxy: boolean;
  readonly rate: number;
  readonly mark: boolean;
}
