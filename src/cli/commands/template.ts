import type { CommandModule } from 'yargs';
import type { TemplateOptions } from '../template/template.ts';

export const templateCommand: CommandModule<object, TemplateOptions> = {
  command: 'template <assignment>',
  describe: 'a blank submission, to be filled in',
  builder: (yargs) =>
    yargs
      .positional('assignment', { type: 'string', demandOption: true, describe: 'id or file of the assignment' })
      .option('student', { type: 'string', default: '', describe: 'the id to put into it' })
      .option('out', {
        alias: 'o',
        type: 'string',
        describe: 'file to write; its schema, with every field, is put beside it',
      })
      .option('schema', { type: 'boolean', default: false, describe: 'print the schema of this assignment instead' }),
  handler: async (options) => {
    const { template } = await import('../template/template.ts');
    process.exitCode = await template(options);
  },
};
