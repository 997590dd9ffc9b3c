import type { CommandModule } from 'yargs';
import type { GradeOptions } from '../grade/options.ts';
import { exportOptions } from './export-options.ts';

export const gradeCommand: CommandModule<object, GradeOptions> = {
  command: 'grade [paths..]',
  describe: 'grade submissions: a report for each student, one for the class, and the gradebook',
  builder: (yargs) =>
    yargs
      .positional('paths', {
        type: 'string',
        array: true,
        default: [],
        describe: 'files, folders or globs; the examples unless said',
      })
      .option('assignment', {
        alias: 'a',
        type: 'string',
        describe: 'id or file of the assignment; what each submission names unless said',
      })
      .option('out', {
        alias: 'o',
        type: 'string',
        describe: 'folder for the report; reports/<assignment> unless said',
      })
      .option('adjustments', {
        type: 'string',
        describe: 'file of what people decided; adjustments/<assignment>.json unless said',
      })
      .options(exportOptions)
      .option('dry-run', { type: 'boolean', default: false, describe: 'say what would change, and write nothing' })
      .option('changes', { type: 'string', describe: 'with --dry-run: CSV file for what would change' })
      .option('fresh', { type: 'boolean', default: false, describe: 'grade again what an earlier run has graded' })
      .option('selfContained', {
        alias: 'self-contained',
        type: 'boolean',
        default: false,
        describe: 'every page holds its stylesheet and font, to be handed out alone',
      })
      .option('shard', { type: 'string', describe: 'grade one part of the batch, as 3/8; see gradcheck merge' })
      .option('jobs', {
        alias: 'j',
        type: 'number',
        describe: 'how many papers at a time; one for each core unless said',
      })
      .option('seconds', { type: 'number', default: 30, describe: 'most time for one paper' })
      .option('memory', { type: 'number', default: 512, describe: 'most memory for one paper, in MB' })
      .option('ascii', { type: 'boolean', default: false, describe: 'no symbols beyond ASCII in the terminal' })
      .example('$0 grade handed-in/ -a csc420-a2', 'grade a folder')
      .example('$0 grade "week-2/*.json" -f html,md', 'a glob, with pages in Markdown as well'),
  handler: async (options) => {
    const { grade } = await import('../grade/grade.ts');
    process.exitCode = await grade(options);
  },
};
