import { Worker } from 'node:worker_threads';

/** Looks after the parent from a thread, since a process that is stuck in a paper sees nothing of its end. */
const watch = `
const { workerData } = require('node:worker_threads');
setInterval(() => process.ppid !== workerData && process.kill(process.pid, 'SIGKILL'), 500);
`;

/** Ends this process when its parent is gone, whatever it is doing. */
export function endWithParent(): void {
  new Worker(watch, { eval: true, workerData: process.ppid }).unref();
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches every process of the terminal; the parent decides.
  process.on('SIGINT', () => {});
}
