import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TrainingRecord } from '../../trainer/record.ts';
import { Refusal } from '../../trainer/refusal.ts';
import type { Order, ToChild, ToParent } from './messages.ts';

// The sources and the build end in .ts and .js.
const ending = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
const entry = fileURLToPath(new URL(`./child${ending}`, import.meta.url));

/** TensorFlow's own talk, which would cut through a progress bar. */
const quiet = { TF_CPP_MIN_LOG_LEVEL: '2', TF_ENABLE_ONEDNN_OPTS: '1' };
const kept = 4000;

/**
 * Runs an order in a child process.
 * @throws Refusal with the child's reason, or saying how the child died and what to try.
 */
export function runChild(
  order: Order,
  onMessage: (m: ToParent) => void,
  signal?: AbortSignal,
): Promise<TrainingRecord> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: { ...quiet, ...process.env } });
    let talk = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      talk = (talk + text).slice(-kept);
    });
    const tell = (message: ToChild) => child.connected && child.send(message);
    const stop = () => tell({ type: 'stop' });
    signal?.addEventListener('abort', stop, { once: true });
    child.on('message', (message: ToParent) => {
      if (message.type === 'record') resolve(message.record);
      if (message.type === 'refused') reject(new Refusal(message.says));
      onMessage(message);
    });
    child.on('error', reject);
    child.on('close', (code, killed) => {
      signal?.removeEventListener('abort', stop);
      const how = killed ? `by ${killed}` : `with code ${code}`;
      const mend = 'try --engine wasm, or --resume to go on after the last whole epoch';
      reject(new Refusal(`run ${order.names.run}: its process ended ${how}; ${mend}\n${talk.trim()}`));
    });
    tell({ type: 'run', order });
    if (signal?.aborted) stop();
  });
}
