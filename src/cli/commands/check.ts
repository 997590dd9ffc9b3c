import type { CommandModule } from 'yargs';
import type { CheckOptions } from '../check/check.ts';

export const checkCommand: CommandModule<object, CheckOptions> = {
  command: 'check <submission>',
  describe: 'check your own answers before handing them in; no answer is shown',
  builder: (yargs) =>
    yargs
      .positional('submission', { type: 'string', demandOption: true, describe: 'your file of answers' })
      .option('hints', {
        type: 'number',
        default: 0,
        choices: [0, 1, 2, 3],
        describe: '0: how many lines; 1: which; 2: what sort of slip; 3: what to look up',
      })
      .option('assignment', {
        alias: 'a',
        type: 'string',
        describe: 'id or file of the assignment, where the answers name none of the catalogue',
      })
      .option('adjustments', {
        type: 'string',
        describe: 'file with names and conventions that were accepted; adjustments/<assignment>.json unless said',
      })
      .option('json', { type: 'boolean', default: false, describe: 'print as JSON' })
      .epilogue('Exits with 0 when everything asked for is answered and right, else with 1.'),
  handler: async (options) => {
    const { check } = await import('../check/check.ts');
    process.exitCode = await check(options);
  },
};
