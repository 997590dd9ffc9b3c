import { globSync } from 'tinyglobby';
import { didYouMean } from '../../records/nearest.ts';
import { exit, Stop } from '../exit.ts';
import type { CourseOptions } from '../open-catalogue.ts';
import { type Format, formats } from './outputs.ts';

export interface VerifyOptions extends CourseOptions {
  readonly problem?: string[] | undefined;
  readonly key?: string[] | undefined;
  readonly format: string;
  readonly out?: string | undefined;
  readonly variants: number;
  readonly seed: string;
}

const mostVariants = 10_000;

/** The formats asked for, each once. Stops where one is unknown, or where two would be mixed up on stdout. */
export function formatsOf({ format, out }: VerifyOptions): Format[] {
  const names = [...new Set(format.split(',').map((name) => name.trim()))];
  const known = names.filter((name): name is Format => (formats as readonly string[]).includes(name));
  const unknown = names.find((name) => !known.includes(name as Format));
  if (unknown !== undefined) throw usage(`there is no format "${unknown}"; ${didYouMean(unknown, formats)}`);
  const onStdout = known.filter((name) => name !== 'github');
  if (out === undefined && onStdout.length > 1)
    throw usage(`${onStdout.join(' and ')} cannot share standard output; give a folder with --out`);
  return known;
}

export function variantCount({ variants }: VerifyOptions): number {
  if (Number.isInteger(variants) && variants >= 0 && variants <= mostVariants) return variants;
  throw usage(`--variants must be a whole number from 0 to ${mostVariants}`);
}

/** The answer-key files. A path that is no glob is kept even where there is no such file, so that the report names it. */
export function keyFiles({ key }: VerifyOptions): string[] {
  if (!key) return [];
  const files = key.flatMap((one) => (/[*?[\]{}]/.test(one) ? globSync(one, { dot: true }).sort() : [one]));
  if (files.length === 0) throw new Stop(exit.nothing, `no file matches ${key.join(', ')}`);
  return [...new Set(files)];
}

const usage = (says: string): Stop => new Stop(exit.usage, says);
