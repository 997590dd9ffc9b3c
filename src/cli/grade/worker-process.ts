import { type ChildProcess, fork } from 'node:child_process';
import type { PaperLimits } from '../../batch/entry.ts';
import { builtFile } from '../package-files.ts';
import { type Death, deathOf } from './deaths.ts';
import type { FromWorker, Setup, Task, ToWorker } from './tasks.ts';

const kept = 4000;

/** What a worker says once it is done with a task. */
export type Answered = Exclude<FromWorker, { readonly ready: true }>;

export interface Listener {
  answered(message: Answered): void;
  /** The task at hand killed it; undefined where somebody ended it. */
  died(death: Death | undefined): void;
}

/**
 * A process that does one task after another and may die of one. Not a thread: of twelve ways to use up the memory of
 * a thread, five ended the whole program.
 */
export class WorkerProcess {
  private readonly child: ChildProcess;
  private readonly most: number;
  /** What the task at hand may take; nothing where it may take any time. */
  private seconds: number | undefined;
  private ready = false;
  private talk = '';
  private timer: NodeJS.Timeout | undefined;
  private timedOut = false;
  private readonly gone: Promise<void>;

  constructor(setup: Setup, { seconds, memory }: PaperLimits, listener: Listener) {
    this.most = seconds;
    const execArgv = [`--max-old-space-size=${memory}`];
    this.child = fork(builtFile('cli/grade/worker.js'), { execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.talk = (this.talk + text).slice(-kept);
    });
    this.child.on('message', (message: FromWorker) => {
      if ('ready' in message) return this.begin();
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

  /** Hands over a task; the time of a paper begins, unless the process has yet to start, which is not the paper's time. */
  start(task: Task): void {
    this.seconds = task.type === 'class' ? undefined : this.most;
    if (this.ready) this.begin();
    this.send({ task });
  }

  private begin(): void {
    this.ready = true;
    if (this.seconds !== undefined) this.timer = setTimeout(() => this.timeOut(), this.seconds * 1000);
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
