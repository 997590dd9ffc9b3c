import type { CommandModule } from 'yargs';
import type { MergeOptions } from '../merge/merge.ts';
import { exportOptions } from './export-options.ts';

export const mergeCommand: CommandModule<object, MergeOptions> = {
  command: 'merge <reports..>',
  describe: 'put together the parts that grade --shard has written',
  builder: (yargs) =>
    yargs
      .positional('reports', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'a report with all its parts below shards/, or the parts themselves',
      })
      .option('out', { alias: 'o', type: 'string', describe: 'folder for the whole report; the one named unless said' })
      .option('assignment', {
        alias: 'a',
        type: 'string',
        describe: 'file of the assignment, where it is not of the catalogue',
      })
      .option('adjustments', {
        type: 'string',
        describe: 'file of what people decided; adjustments/<assignment>.json unless said',
      })
      .options(exportOptions)
      .option('ascii', { type: 'boolean', default: false, describe: 'no symbols beyond ASCII in the terminal' })
      .example('$0 merge reports/a2', 'the parts below reports/a2/shards'),
  handler: async (options) => {
    const { mergeReports } = await import('../merge/merge.ts');
    process.exitCode = await mergeReports(options);
  },
};
