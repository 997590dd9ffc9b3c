import type { CommandModule } from 'yargs';
import type { SolveOptions } from '../solve.ts';

export const solveCommand: CommandModule<object, SolveOptions> = {
  command: 'solve <problem>',
  describe: 'print the worked solution of a problem, for staff',
  builder: (yargs) =>
    yargs
      .positional('problem', { type: 'string', demandOption: true, describe: 'id of the problem' })
      .option('givens', {
        alias: 'g',
        type: 'string',
        describe: 'JSON file of givens in place of the problem\'s own: { "size": "32" }',
      })
      .option('assignment', {
        alias: 'a',
        type: 'string',
        describe: 'with the givens of this assignment, by id or file',
      })
      .option('student', { type: 'string', describe: 'with the numbers of this student' })
      .option('json', { type: 'boolean', default: false, describe: 'print as JSON' }),
  handler: async (options) => {
    const { solve } = await import('../solve.ts');
    process.exitCode = await solve(options);
  },
};
