import type { Argv } from 'yargs';
import { adjustCommand } from './adjust.ts';
import { bandsCommand } from './bands.ts';
import { checkCommand } from './check.ts';
import { gradeCommand } from './grade.ts';
import { mergeCommand } from './merge.ts';
import { openCommand } from './open.ts';
import { problemsCommand } from './problems.ts';
import { readCommand } from './read.ts';
import { reviewCommand } from './review.ts';
import { serveCommand, workCommand } from './serve.ts';
import { solveCommand } from './solve.ts';
import { templateCommand } from './template.ts';
import { trainCommand } from './train.ts';
import { verifyCommand } from './verify.ts';

/** Adds every command, in the order of `--help`. A command imports what it needs when it runs, to start quickly. */
export const addCommands = (program: Argv): Argv =>
  program
    .option('config', {
      type: 'string',
      describe: "a course's configuration; gradcheck.config.* from here upward unless said",
    })
    .command(gradeCommand)
    .command(mergeCommand)
    .command(checkCommand)
    .command(openCommand)
    .command(verifyCommand)
    .command(solveCommand)
    .command(problemsCommand)
    .command(templateCommand)
    .command(readCommand)
    .command(adjustCommand)
    .command(reviewCommand)
    .command(serveCommand)
    .command(workCommand)
    .command(trainCommand)
    .command(bandsCommand);
