import type { Argv, CommandModule } from 'yargs';
import type { ServeOptions } from '../web/course/options.ts';

const common = (yargs: Argv) =>
  yargs
    .option('assignments', {
      type: 'string',
      demandOption: true,
      describe: 'folder with the assignments, and course.json with their times',
    })
    .option('store', {
      type: 'string',
      describe: 'folder of the course’s data, or postgres://…; <assignments>/.gradcheck unless said',
    })
    .option('jobs', {
      alias: 'j',
      type: 'number',
      describe: 'processes that read and mark; one for each core unless said',
    });

export const serveCommand: CommandModule<object, ServeOptions> = {
  command: 'serve',
  describe: "a course's server: sign-in, papers, checks, deadlines, and the queue of what people decide",
  builder: (yargs) =>
    common(yargs)
      .option('host', { type: 'string', default: '127.0.0.1', describe: 'where to listen' })
      .option('port', { type: 'number', default: 8080, describe: 'the port to listen on' })
      .option('origin', {
        type: 'string',
        describe: 'how the server is called from outside, as https://grade.example.edu',
      })
      .option('proxy', { type: 'boolean', default: false, describe: 'a server before this one says who asks' })
      .option('rate', { type: 'number', default: 300, describe: 'most requests of one person in a minute' })
      .option('mark', {
        type: 'boolean',
        default: true,
        describe: 'mark here as well; --no-mark leaves it to gradcheck work',
      }),
  handler: async (options) => {
    const { serve } = await import('../web/course/serve.ts');
    process.exitCode = await serve(options);
  },
};

export const workCommand: CommandModule<object, ServeOptions> = {
  command: 'work',
  describe: "mark what was handed in to a course's servers on PostgreSQL; start as many as you like",
  builder: (yargs) => common(yargs) as Argv<ServeOptions>,
  handler: async (options) => {
    const { work } = await import('../web/course/work.ts');
    process.exitCode = await work(options);
  },
};
