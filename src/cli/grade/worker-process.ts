import { type ChildProcess, fork } from 'node:child_process';
import type { PaperLimits } from '../../batch/entry.ts';
import { builtFile } from '../package-files.ts';
import { type Death, deathOf } from './deaths.ts';
import type { FromWorker, Setup, Task, ToWorker } from './tasks.ts';

const kept = 4000;

export interface Listener {
  answered(message: FromWorker): void;
  /** The task at hand killed it; undefined where somebody ended it. */
  died(death: Death | undefined): void;
}

/**
 * A process that does one task after another and may die of one. Not a thread: of twelve ways to use up the memory of
 * a thread, five ended the whole program.
 */
export class WorkerProcess {
  private readonly child: ChildProcess;
  private readonly seconds: number;
  private talk = '';
  private timer: NodeJS.Timeout | undefined;
  private timedOut = false;
  private readonly gone: Promise<void>;

  constructor(setup: Setup, { seconds, memory }: PaperLimits, listener: Listener) {
    this.seconds = seconds;
    const execArgv = [`--max-old-space-size=${memory}`];
    this.child = fork(builtFile('cli/grade/worker.js'), { execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.talk = (this.talk + text).slice(-kept);
    });
    this.child.on('message', (message: FromWorker) => {
      clearTimeout(this.timer);
      listener.answered(message);
    });
    // A message to a process that has just died; its end is told apart.
    this.child.on('error', () => {});
    this.gone = new Promise((resolve) => {
      this.child.on('close', (code, signal) => {
        clearTimeout(this.timer);
        listener.died(this.timedOut ? { by: 'time', says: '' } : deathOf(code, signal, this.talk));
        resolve();
      });
    });
    this.send({ setup });
  }

  /** Hands over a task; the time of a paper begins. */
  start(task: Task): void {
    if (task.type !== 'class') this.timer = setTimeout(() => this.timeOut(), this.seconds * 1000);
    this.send({ task });
  }

  /** Kills it, and resolves when it is gone. */
  kill(): Promise<void> {
    clearTimeout(this.timer);
    this.child.kill('SIGKILL');
    return this.gone;
  }

  private timeOut(): void {
    this.timedOut = true;
    void this.kill();
  }

  private send(message: ToWorker): void {
    if (this.child.connected) this.child.send(message, () => {});
  }
}
