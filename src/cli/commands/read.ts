import type { CommandModule } from 'yargs';
import type { ReadOptions } from '../documents/read-command.ts';

export const readCommand: CommandModule<object, ReadOptions> = {
  command: 'read <file>',
  describe: 'a write-up (.md .tex .ipynb .html .docx) as a submission, with where each answer stood',
  builder: (yargs) =>
    yargs
      .positional('file', { type: 'string', demandOption: true, describe: 'the write-up' })
      .option('assignment', {
        alias: 'a',
        type: 'string',
        describe: 'id or file of the assignment; what the document names unless said',
      })
      .option('draft', {
        type: 'boolean',
        default: false,
        describe: 'add how surely each answer was placed and by what, to look through and complete',
      })
      .option('out', { alias: 'o', type: 'string', describe: 'file to write; printed unless said' })
      .epilogue('Exits with 0 when every answer was surely placed, with 1 when something is asked.'),
  handler: async (options) => {
    const { readWriteUp } = await import('../documents/read-command.ts');
    process.exitCode = await readWriteUp(options);
  },
};
