import { Presets, SingleBar } from 'cli-progress';
import { talk } from '../talk.ts';
import type { ToParent } from './messages.ts';

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

/** Shows how a run goes: a bar on a terminal, else a line for each epoch; both on standard error. */
export interface Progress {
  show(message: ToParent): void;
  end(): void;
}

function epochLine(run: string, message: Extract<ToParent, { type: 'epoch' }>): string {
  const { epoch, train, validation, test } = message.epoch;
  const judged = validation ? `validation ${percent(validation.accuracy)}, ` : '';
  return `${run}: epoch ${epoch}: loss ${train.loss.toFixed(4)}, ${judged}test ${percent(test.accuracy)}`;
}

function startLine(run: string, { engine, resumedAt }: Extract<ToParent, { type: 'started' }>): string {
  const from = resumedAt > 0 ? `, going on after epoch ${resumedAt}` : '';
  return `${run}: engine ${engine.name} ${engine.version}, threads: ${engine.threads}${from}`;
}

const lines = (run: string): Progress => ({
  show: (message) => {
    if (message.type === 'started') talk(startLine(run, message));
    if (message.type === 'epoch') talk(epochLine(run, message));
  },
  end: () => {},
});

function bar(run: string, epochs: number): Progress {
  const format = `${run} {bar} epoch {epoch}/${epochs}, loss {loss}, accuracy {accuracy}, {eta_formatted} left`;
  const single = new SingleBar(
    { format, stream: process.stderr, barsize: 16, etaBuffer: 50, hideCursor: true },
    Presets.shades_classic,
  );
  const blank = { epoch: 0, loss: '–', accuracy: '–' };
  return {
    show: (message) => {
      if (message.type === 'started') {
        talk(startLine(run, message));
        single.start(epochs, message.resumedAt, blank);
      }
      if (message.type !== 'tick') return;
      const { epoch, batch, batches, loss, accuracy } = message.tick;
      single.update(epoch - 1 + batch / batches, { epoch, loss: loss.toFixed(4), accuracy: percent(accuracy) });
    },
    end: () => single.stop(),
  };
}

export const progressOf = (run: string, epochs: number): Progress =>
  process.stderr.isTTY ? bar(run, epochs) : lines(run);
