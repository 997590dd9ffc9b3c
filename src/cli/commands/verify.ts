import type { CommandModule } from 'yargs';
import type { VerifyOptions } from '../verify/options.ts';

export const verifyCommand: CommandModule<object, VerifyOptions> = {
  command: 'verify [problem..]',
  describe: 'prove the keys: every problem by a second method, and every value of answer-key files',
  builder: (yargs) =>
    yargs
      .positional('problem', {
        type: 'string',
        array: true,
        describe: 'ids; all problems, or those that the keys use, unless said',
      })
      .option('key', {
        alias: 'k',
        type: 'string',
        array: true,
        describe: 'answer-key files or globs, held against the solver',
      })
      .option('format', {
        alias: 'f',
        type: 'string',
        default: 'text',
        describe: 'text, html, junit, sarif, github, or several as html,github',
      })
      .option('out', { alias: 'o', type: 'string', describe: 'folder for the reports; standard output unless said' })
      .option('variants', { type: 'number', default: 200, describe: 'variants of each problem to prove' })
      .option('seed', { type: 'string', default: 'gradcheck', describe: 'what the variants are drawn with' })
      .example('$0 verify', 'prove every problem')
      .example(
        '$0 verify --key keys/*.json -f junit,github -o reports/keys',
        'hold answer keys against the solver, for CI',
      ),
  handler: async (options) => {
    const { verify } = await import('../verify/verify.ts');
    process.exitCode = await verify(options);
  },
};
