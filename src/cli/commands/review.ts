import type { CommandModule } from 'yargs';
import type { ReviewCommandOptions } from '../web/review.ts';

export const reviewCommand: CommandModule<object, ReviewCommandOptions> = {
  command: 'review <report>',
  describe: 'decide in the browser what the machine could not: equal answers at once',
  builder: (yargs) =>
    yargs
      .positional('report', { type: 'string', demandOption: true, describe: 'the folder that grade wrote' })
      .option('by', { type: 'string', describe: 'who decides; the user of this machine unless said' })
      .option('assignment', {
        alias: 'a',
        type: 'string',
        describe: 'id or file of the assignment; what the report is of unless said',
      })
      .option('file', { type: 'string', describe: 'file of the decisions; adjustments/<assignment>.json unless said' })
      .option('port', { type: 'number', default: 0, describe: 'a port of this machine; any that is free unless said' })
      .epilogue('Several people may decide at once, each with a review of his own over the same file.'),
  handler: async (options) => {
    const { review } = await import('../web/review.ts');
    process.exitCode = await review(options);
  },
};
