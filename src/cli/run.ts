import yargs from 'yargs';
import { AuthorFault } from '../collections/author-fault.ts';
import { version } from '../version.ts';
import { addCommands } from './commands/index.ts';
import { type ExitCode, exit, Stop } from './exit.ts';
import { talk } from './talk.ts';

/** Runs the program and leaves its exit code with the process. Never throws. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await programOf().parseAsync(withoutEnd(args));
  } catch (error) {
    process.exitCode = codeOf(error);
  }
}

/** What stands after `--` is a name even if it begins with a hyphen; the parser would lose it. */
function withoutEnd(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const named = end < 0 ? [] : args.slice(end + 1).map((arg) => (arg.startsWith('-') ? `./${arg}` : arg));
  return [...args.slice(0, end < 0 ? args.length : end), ...named];
}

const programOf = () =>
  addCommands(yargs().scriptName('gradcheck'))
    .usage('$0 <command>\n\nGrades deep-learning homework: every wrong number gets its reason.')
    .version(version)
    .strict()
    .recommendCommands()
    .demandCommand(1, 'Which command?')
    .exitProcess(false)
    .wrap(Math.min(process.stdout.columns ?? 80, 100))
    .fail((message, error) => {
      throw error ?? new Stop(exit.usage, `${message}\nWhat can be said: gradcheck --help.`);
    })
    .epilogue('Every command has its own --help.');

function codeOf(error: unknown): ExitCode {
  if (error instanceof Stop) {
    talk(error.message);
    return error.code;
  }
  if (error instanceof AuthorFault) {
    talk(error.message);
    return exit.usage;
  }
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  talk(`This is a fault of gradcheck ${version}; please report it with the command you ran.\n${fault}`);
  return exit.fault;
}
