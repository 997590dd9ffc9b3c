#!/usr/bin/env node
import { run } from './run.ts';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`cannot write to standard output: ${error.message}\n`);
  process.exit(2);
});
await run(process.argv.slice(2));
