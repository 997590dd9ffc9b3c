import { globSync } from 'tinyglobby';
import type { CommandModule } from 'yargs';
import { didYouMean } from '../../records/nearest.ts';
import type { Verification } from '../../records/verification.ts';
import { isWrong } from '../../report/verification.ts';
import { version } from '../../version.ts';
import type { Problem } from '../../working/problem.ts';
import { type Format, formats } from '../verify/outputs.ts';

interface Options {
  readonly problem?: string[] | undefined;
  readonly key?: string[] | undefined;
  readonly format: string;
  readonly out?: string | undefined;
  readonly variants: number;
  readonly seed: string;
}

const usage = 2;
const nothingMatched = 4;
const ownFault = 70;

/** `gradcheck verify`: 0 when every key is right, 1 when one is wrong. */
export const verifyCommand: CommandModule<object, Options> = {
  command: 'verify [problem..]',
  describe: 'prove the keys: every problem by a second method, and every value of answer-key files',
  builder: (yargs) =>
    yargs
      .positional('problem', { type: 'string', array: true, describe: 'ids of problems; all of them unless said' })
      .option('key', { type: 'string', array: true, describe: 'answer-key files or globs, held against the solver' })
      .option('format', { type: 'string', default: 'text', describe: `one or more of ${formats.join(', ')}` })
      .option('out', { type: 'string', describe: 'folder for the reports; stdout unless said' })
      .option('variants', { type: 'number', default: 200, describe: 'how many variants of each problem to prove' })
      .option('seed', { type: 'string', default: 'gradcheck', describe: 'the seed that the variants are drawn with' }),
  handler: verify,
};

async function verify(options: Options): Promise<void> {
  const fault = faultOf(options);
  if (fault) return refuse(usage, fault);
  const { problems } = await import('../../../problems/index.ts');
  const stranger = options.problem?.find((name) => !problems.some(({ id }) => id === name));
  const ids = problems.map(({ id }) => id);
  if (stranger) return refuse(usage, `there is no problem "${stranger}"; ${didYouMean(stranger, ids)}`);
  const files = keyFiles(options.key ?? []);
  if (options.key && files.length === 0) return refuse(nothingMatched, `no file matches ${options.key.join(', ')}`);
  const run = await verification(options, problems, files);
  const { writeOutputs } = await import('../verify/outputs.ts');
  await writeOutputs(run, formatsOf(options), options.out);
  const wrong = run.checks.filter(isWrong);
  if (wrong.length > 0) process.exitCode = wrong.some(({ status }) => status === 'failed') ? 1 : ownFault;
}

function refuse(code: number, says: string): void {
  process.stderr.write(`gradcheck verify: ${says}\n`);
  process.exitCode = code;
}

const formatsOf = ({ format }: Options): Format[] =>
  [...new Set(format.split(',').map((name) => name.trim()))].filter((name): name is Format =>
    (formats as readonly string[]).includes(name),
  );

function faultOf(options: Options): string | undefined {
  const names = options.format.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(formats as readonly string[]).includes(name));
  if (unknown !== undefined) return `there is no format "${unknown}"; ${didYouMean(unknown, formats)}`;
  if (!Number.isInteger(options.variants) || options.variants < 0 || options.variants > 10_000)
    return '--variants must be a whole number from 0 to 10000';
  const onStdout = names.filter((name) => name !== 'github');
  return options.out === undefined && onStdout.length > 1
    ? `${onStdout.join(' and ')} cannot share stdout; give a folder with --out`
    : undefined;
}

/** A path that is no glob is kept even where there is no such file, so that the report names it. */
const keyFiles = (patterns: readonly string[]): string[] => [
  ...new Set(patterns.flatMap((one) => (/[*?[\]{}]/.test(one) ? globSync(one, { dot: true }).sort() : [one]))),
];

async function verification(
  options: Options,
  problems: readonly Problem[],
  files: readonly string[],
): Promise<Verification> {
  const { checkKeyFile } = await import('../verify/check-keys.ts');
  const { proveProblems } = await import('../verify/prove-problems.ts');
  const { proofs } = await import('../../../problems/proofs.ts');
  const keys = await Promise.all(files.map((file) => checkKeyFile(file, problems)));
  const named = options.problem?.length ? options.problem : undefined;
  const used = files.length > 0 ? keys.flatMap((key) => key.problems) : problems.map(({ id }) => id);
  const chosen = problems.filter(({ id }) => (named ?? used).includes(id));
  const checks = [...(await proveProblems(chosen, proofs, options)), ...keys.flatMap((key) => key.checks)];
  return { version: 1, gradcheck: version, at: new Date().toISOString(), seed: options.seed, checks };
}
