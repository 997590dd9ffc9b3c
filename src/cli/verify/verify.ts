import type { Check, Verification } from '../../records/verification.ts';
import { isUnusable, isWrong } from '../../report/verification.ts';
import { version } from '../../version.ts';
import { type ExitCode, exit } from '../exit.ts';
import { openCatalogue } from '../open-catalogue.ts';
import { entryOf } from '../problem-list.ts';
import { checkKeyFile, type KeyChecks } from './check-keys.ts';
import { formatsOf, keyFiles, type VerifyOptions, variantCount } from './options.ts';
import { writeOutputs } from './outputs.ts';
import { proveOne } from './prove-problems.ts';

/** Proves the problems named, those that the answer keys use, or all of them; and holds the keys against the solver. */
export async function verify(options: VerifyOptions): Promise<ExitCode> {
  const formats = formatsOf(options);
  const catalogue = await openCatalogue(options);
  const named = options.problem ?? [];
  for (const id of named) if (!catalogue.ids.includes(id)) entryOf(catalogue, id);
  const keys: KeyChecks[] = [];
  for (const file of keyFiles(options)) keys.push(await checkKeyFile(file, catalogue));
  const used = keys.length > 0 ? keys.flatMap((key) => key.problems) : catalogue.ids;
  const chosen = catalogue.ids.filter((id) => (named.length > 0 ? named : used).includes(id));
  const { seed } = options;
  const checks: Check[] = [];
  for (const id of chosen) checks.push(...(await proveOne(catalogue, id, { variants: variantCount(options), seed })));
  checks.push(...keys.flatMap((key) => key.checks));
  const run: Verification = { version: 1, gradcheck: version, at: new Date().toISOString(), seed, checks };
  await writeOutputs(run, formats, options.out);
  return codeOf(run);
}

/** A wrong key before a problem that cannot be used, and that before a fault of ours. */
function codeOf({ checks }: Verification): ExitCode {
  const wrong = checks.filter(isWrong);
  if (wrong.length === 0) return exit.done;
  if (wrong.some(({ status }) => status === 'failed')) return exit.no;
  return wrong.some(isUnusable) ? exit.usage : exit.fault;
}
