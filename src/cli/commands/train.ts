import type { CommandModule } from 'yargs';
import { installs } from '../../trainer/engines/names.ts';
import type { TrainOptions } from '../training/options.ts';

const engines = Object.entries(installs)
  .map(([name, how]) => `  ${name}: ${how}`)
  .join('\n');

export const trainCommand: CommandModule<object, TrainOptions> = {
  command: 'train <task>',
  describe: 'the reference trainer: runs a training task and shows what an honest run gives',
  builder: (yargs) =>
    yargs
      .positional('task', { type: 'string', demandOption: true, describe: 'id of a task, or a task file (JSON)' })
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
      .option('seed', { type: 'number', describe: 'seed of splits, first weights, order and dropout' })
      .option('out', {
        alias: 'o',
        type: 'string',
        describe: 'folder for the page; reports/training/<task> unless said',
      })
      .option('reported', { type: 'string', array: true, describe: 'accuracies to mark in the charts: 97%' })
      .option('resume', { type: 'boolean', default: false, describe: 'go on where an interrupted run stopped' })
      .example('$0 train mnist-mlp --data data/', 'three hidden layers on MNIST')
      .epilogue(`Engines, the first that works is used:\n${engines}`)
      .example('$0 train notmnist-rates --set data=letters', 'on drawn letters, where there is no data'),
  handler: async (options) => {
    const { trainTask } = await import('../training/train-task.ts');
    process.exitCode = await trainTask(options);
  },
};
