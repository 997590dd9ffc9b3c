import { problems } from '../../../problems/index.ts';
import { proofs } from '../../../problems/proofs.ts';
import type { Verification } from '../../records/verification.ts';
import { isWrong } from '../../report/verification.ts';
import { version } from '../../version.ts';
import { type ExitCode, exit } from '../exit.ts';
import { problemOf } from '../problem-list.ts';
import { checkKeyFile } from './check-keys.ts';
import { formatsOf, keyFiles, type VerifyOptions, variantCount } from './options.ts';
import { writeOutputs } from './outputs.ts';
import { proveProblems } from './prove-problems.ts';

/** Proves the problems named, those that the answer keys use, or all of them; and holds the keys against the solver. */
export async function verify(options: VerifyOptions): Promise<ExitCode> {
  const formats = formatsOf(options);
  const named = (options.problem ?? []).map((id) => problemOf(id).id);
  const keys = keyFiles(options).map((file) => checkKeyFile(file, problems));
  const used = keys.length > 0 ? keys.flatMap((key) => key.problems) : problems.map(({ id }) => id);
  const chosen = problems.filter(({ id }) => (named.length > 0 ? named : used).includes(id));
  const { seed } = options;
  const proved = await proveProblems(chosen, proofs, { variants: variantCount(options), seed });
  const checks = [...proved, ...keys.flatMap((key) => key.checks)];
  const run: Verification = { version: 1, gradcheck: version, at: new Date().toISOString(), seed, checks };
  await writeOutputs(run, formats, options.out);
  return codeOf(run);
}

function codeOf({ checks }: Verification): ExitCode {
  const wrong = checks.filter(isWrong);
  if (wrong.length === 0) return exit.done;
  return wrong.some(({ status }) => status === 'failed') ? exit.no : exit.fault;
}
