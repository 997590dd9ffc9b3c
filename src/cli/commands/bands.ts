import type { CommandModule } from 'yargs';
import type { BandsOptions } from '../training/options.ts';

export const bandsCommand: CommandModule<object, BandsOptions> = {
  command: 'bands <task>',
  describe: 'run a training task with many seeds: the band that reported results are held against',
  builder: (yargs) =>
    yargs
      .positional('task', { type: 'string', demandOption: true, describe: 'id of a task, or a task file (JSON)' })
      .option('seeds', { type: 'number', default: 10, describe: 'how many seeds' })
      .option('shard', {
        type: 'string',
        describe: 'run one part, as 3/8; without it all parts beside the file are put together',
      })
      .option('jobs', { type: 'number', describe: 'processes at a time; one per core unless said' })
      .option('data', {
        type: 'string',
        describe: 'folder with the data sets; GRADCHECK_DATA, else a cache, unless said',
      })
      .option('download', { type: 'boolean', default: false, describe: 'fetch missing MNIST files, checked by sha256' })
      .option('engine', {
        type: 'string',
        describe: 'tfjs-node, onnxruntime, wasm or cpu; the first that works unless said',
      })
      .option('run', { type: 'string', array: true, describe: 'only these runs of the task' })
      .option('set', { type: 'string', array: true, describe: 'change the task: rate=0.05, epochs=3, data=letters' })
      .option('out', {
        alias: 'o',
        type: 'string',
        describe: 'file for the band; reports/bands/<task>.json unless said',
      }),
  handler: async (options) => {
    const { bandsOfTask } = await import('../training/bands-of-task.ts');
    process.exitCode = await bandsOfTask(options);
  },
};
