import type { CommandModule } from 'yargs';
import type { TemplateOptions } from '../template/template.ts';

export const templateCommand: CommandModule<object, TemplateOptions> = {
  command: 'template <assignment>',
  describe: 'a blank submission, to be filled in: Markdown, LaTeX, a notebook, a form or JSON',
  builder: (yargs) =>
    yargs
      .positional('assignment', { type: 'string', demandOption: true, describe: 'id or file of the assignment' })
      .option('student', { type: 'string', default: '', describe: 'the id to put into it' })
      .option('out', {
        alias: 'o',
        type: 'string',
        describe:
          'file to write, its schema beside it; with --roster the folder of all, papers/<assignment> unless said',
      })
      .option('roster', {
        type: 'string',
        describe: 'CSV of who takes the course: a folder for each, with questions, paper and own assignment',
      })
      .option('format', {
        alias: 'f',
        type: 'string',
        choices: ['md', 'tex', 'ipynb', 'json', 'form'],
        describe: 'md, tex, ipynb, json or form; what the name of the file says unless said',
      })
      .option('schema', { type: 'boolean', default: false, describe: 'print the schema of this assignment instead' }),
  handler: async (options) => {
    const { template } = await import('../template/template.ts');
    process.exitCode = await template(options);
  },
};
