import { Presets, SingleBar } from 'cli-progress';
import { type Forecast, mega } from '../../trainer/training/forecast.ts';
import { talk } from '../talk.ts';
import type { ToParent } from './messages.ts';
import { Trace } from './sparks.ts';

/** How many blocks the lines of loss and accuracy have. */
const stretches = 8;

/** Of a run's name in the bar's line, which is to fit 80 columns with the rest; the lines above it have all of it. */
const longest = 12;
const short = (run: string) => (run.length > longest ? `${run.slice(0, longest - 1)}…` : run);

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

/** Shows how a run goes: a bar on a terminal, else a line for each epoch; both on standard error. */
export interface Progress {
  show(message: ToParent): void;
  end(): void;
}

function epochLine(run: string, message: Of<'epoch'>): string {
  const { epoch, train, validation, test } = message.epoch;
  const judged = validation ? `validation ${percent(validation.accuracy)}, ` : '';
  return `${run}: epoch ${epoch}: loss ${train.loss.toFixed(4)}, ${judged}test ${percent(test.accuracy)}`;
}

type Of<T extends ToParent['type']> = Extract<ToParent, { type: T }>;

function openLine(run: string, { engine, passed, parameters, least }: Of<'opened'>): string {
  const without = passed.map(({ name, says }) => `${run}: ${name} comes before it and does not work here: ${says}\n`);
  const size = `${parameters.toLocaleString('en-US')} parameters, at least ${mega(least)} for a step`;
  return `${without.join('')}${run}: engine ${engine.name} ${engine.version}, threads: ${engine.threads}; ${size}`;
}

const startLine = (run: string, { resumedAt, forecast }: Of<'started'>): string =>
  `${run}: ${forecastWords(forecast)}${resumedAt > 0 ? `, going on after epoch ${resumedAt}` : ''}`;

/** What a run will take, as the measured step has it. */
export function forecastWords({ seconds, step, memory }: Forecast): string {
  const time = seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
  const first = step < 0.1 ? `${(1000 * step).toFixed(1)} ms` : `${step.toFixed(1)} s`;
  return `at most about ${time} and ${mega(memory)} (a step takes ${first})`;
}

const lines = (run: string): Progress => ({
  show: (message) => {
    if (message.type === 'opened') talk(openLine(run, message));
    if (message.type === 'started') talk(startLine(run, message));
    if (message.type === 'epoch') talk(epochLine(run, message));
  },
  end: () => {},
});

function bar(run: string, epochs: number): Progress {
  const format = `${short(run)} {bar} {epoch}/${epochs} loss {loss} {losses} accuracy {accuracy} {accuracies} {eta_formatted}`;
  // Of a network that does not learn, the noise of batches is not to look like something.
  const traces = { loss: new Trace(stretches, 0.2), accuracy: new Trace(stretches, 0.1) };
  const single = new SingleBar(
    { format, stream: process.stderr, barsize: 8, etaBuffer: 50, hideCursor: true },
    Presets.shades_classic,
  );
  const blank = { epoch: 0, loss: '–', accuracy: '–', losses: '', accuracies: '' };
  return {
    show: (message) => {
      if (message.type === 'opened') talk(openLine(run, message));
      if (message.type === 'started') {
        talk(startLine(run, message));
        single.start(epochs, message.resumedAt, blank);
      }
      if (message.type !== 'tick') return;
      const { epoch, batch, batches, loss, accuracy } = message.tick;
      const done = epoch - 1 + batch / batches;
      traces.loss.add(done / epochs, loss);
      traces.accuracy.add(done / epochs, accuracy);
      const lines = { losses: traces.loss.line(), accuracies: traces.accuracy.line() };
      single.update(done, { epoch, loss: loss.toFixed(3), accuracy: percent(accuracy), ...lines });
    },
    end: () => single.stop(),
  };
}

export const progressOf = (run: string, epochs: number): Progress =>
  process.stderr.isTTY ? bar(run, epochs) : lines(run);
