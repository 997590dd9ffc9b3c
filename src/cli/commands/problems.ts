import type { CommandModule } from 'yargs';
import type { LintOptions } from '../catalogue/lint.ts';
import type { NewOptions } from '../catalogue/new.ts';
import type { ListOptions, ShowOptions } from '../problems.ts';

/** The catalogue. Without a word after it, it is listed. */
export const problemsCommand: CommandModule = {
  command: 'problems',
  describe: 'the catalogue of problems',
  builder: (yargs) =>
    yargs
      .command(listCommand)
      .command(showCommand)
      .command(lintCommand)
      .command(newCommand)
      .demandCommand(1, 'What of the problems?'),
  handler: () => {},
};

const listCommand: CommandModule<object, ListOptions> = {
  command: ['list', '$0'],
  describe: 'every problem with its title',
  builder: (yargs) => yargs.option('json', { type: 'boolean', default: false, describe: 'print as JSON' }),
  handler: async (options) => {
    const { listProblems } = await import('../problems.ts');
    process.exitCode = await listProblems(options);
  },
};

const showCommand: CommandModule<object, ShowOptions> = {
  command: 'show <id>',
  describe: 'the statement of a problem and its fields',
  builder: (yargs) =>
    yargs
      .positional('id', { type: 'string', demandOption: true, describe: 'id of the problem' })
      .option('assignment', {
        alias: 'a',
        type: 'string',
        describe: 'with the givens of this assignment, by id or file',
      })
      .option('student', { type: 'string', describe: 'with the numbers of this student' }),
  handler: async (options) => {
    const { showProblem } = await import('../problems.ts');
    process.exitCode = await showProblem(options);
  },
};

const lintCommand: CommandModule<object, LintOptions> = {
  command: 'lint [id..]',
  describe: 'what every problem owes: statement, second method, cases, points, rounding',
  builder: (yargs) =>
    yargs.positional('id', { type: 'string', array: true, describe: 'ids; all problems unless said' }),
  handler: async (options) => {
    const { lintProblems } = await import('../catalogue/lint.ts');
    process.exitCode = await lintProblems(options);
  },
};

const newCommand: CommandModule<object, NewOptions> = {
  command: 'new <id>',
  describe: 'start the folder of a new problem',
  builder: (yargs) => yargs.positional('id', { type: 'string', demandOption: true, describe: 'id of the problem' }),
  handler: async (options) => {
    const { newProblem } = await import('../catalogue/new.ts');
    process.exitCode = await newProblem(options);
  },
};
