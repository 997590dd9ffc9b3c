import type { CommandModule } from 'yargs';
import type { ShowOptions } from '../problems.ts';

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

const listCommand: CommandModule<object, { json: boolean }> = {
  command: ['list', '$0'],
  describe: 'every problem with its title',
  builder: (yargs) => yargs.option('json', { type: 'boolean', default: false, describe: 'print as JSON' }),
  handler: async ({ json }) => {
    const { listProblems } = await import('../problems.ts');
    process.exitCode = listProblems(json);
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
    process.exitCode = showProblem(options);
  },
};

const lintCommand: CommandModule<object, { id?: string[] | undefined }> = {
  command: 'lint [id..]',
  describe: 'what every problem owes: statement, second method, cases, points, rounding',
  builder: (yargs) =>
    yargs.positional('id', { type: 'string', array: true, describe: 'ids; all problems unless said' }),
  handler: async ({ id = [] }) => {
    const { lintProblems } = await import('../catalogue/lint.ts');
    process.exitCode = lintProblems(id);
  },
};

const newCommand: CommandModule<object, { id: string }> = {
  command: 'new <id>',
  describe: 'start the folder of a new problem',
  builder: (yargs) => yargs.positional('id', { type: 'string', demandOption: true, describe: 'id of the problem' }),
  handler: async ({ id }) => {
    const { newProblem } = await import('../catalogue/new.ts');
    process.exitCode = newProblem(id);
  },
};
