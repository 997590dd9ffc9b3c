import type { CommandModule } from 'yargs';
import type { OpenPaperOptions } from '../web/open-options.ts';

export const openCommand: CommandModule<object, OpenPaperOptions> = {
  command: 'open <what>',
  describe: 'in the browser: fill in and check a paper, try a problem that you write, or read your feedback',
  builder: (yargs) =>
    yargs
      .positional('what', {
        type: 'string',
        demandOption: true,
        describe: 'id or file of an assignment, the file of a paper or of a result, or the id of a problem',
      })
      .option('assignment', {
        alias: 'a',
        type: 'string',
        describe: 'id or file of the assignment that a paper answers',
      })
      .option('student', { type: 'string', describe: 'your id; what the paper says unless said' })
      .option('file', {
        type: 'string',
        describe: 'where your answers are kept; answers-<assignment>.json unless said',
      })
      .option('port', { type: 'number', default: 0, describe: 'a port of this machine; any that is free unless said' })
      .epilogue('Serves this machine only, at an address that can be used once. Ctrl-C ends it; the answers stay.'),
  handler: async (options) => {
    const { open } = await import('../web/open.ts');
    process.exitCode = await open(options);
  },
};
