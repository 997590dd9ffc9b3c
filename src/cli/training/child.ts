// One training run in a process of its own: a crash or a lack of memory ends this run and nothing else.
import { totalmem } from 'node:os';
import { mustDivide } from '../../trainer/data/split.ts';
import { openEngine, openFastest } from '../../trainer/engines/engine.ts';
import { labelOf } from '../../trainer/engines/model.ts';
import { rulesOf } from '../../trainer/optimisers/rules.ts';
import { Refusal } from '../../trainer/refusal.ts';
import { networkFor, runOne } from '../../trainer/run.ts';
import type { Tick } from '../../trainer/training/epoch.ts';
import { forecast, leastMemory, mustFit } from '../../trainer/training/forecast.ts';
import { trainedIn } from '../../trainer/training/network.ts';
import { reasonOf } from '../file-faults.ts';
import { loadState, ownerOf, saveState } from './checkpoint.ts';
import { loadData } from './data-files.ts';
import type { Order, ToChild, ToParent } from './messages.ts';

const stop = new AbortController();
const betweenTicks = 100;

/** What the machine has, or what a container leaves of it. */
function freeMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit - process.memoryUsage.rss() : totalmem() - process.memoryUsage.rss();
}

function send(message: ToParent): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
}

/** Passes ticks on a few times a second. */
function seldom(): (tick: Tick) => void {
  let last = 0;
  return (tick) => {
    const now = performance.now();
    if (now - last < betweenTicks) return;
    last = now;
    void send({ type: 'tick', tick });
  };
}

async function run(order: Order): Promise<void> {
  const { names, spec, checkpoint } = order;
  const { engine, passed } = order.engine
    ? { engine: await openEngine(order.engine), passed: [] }
    : await openFastest();
  const label = labelOf(engine);
  const data = loadData(spec.data, order.data);
  const owner = ownerOf(spec, data.sha256, `${label.name} ${label.version} ${label.threads}`);
  const resume = checkpoint && order.resume ? loadState(checkpoint, owner) : undefined;
  mustDivide(data, spec.split);
  const network = networkFor(spec, data);
  const rules = rulesOf(network, spec);
  mustFit(network, rules, spec, Math.min(freeMemory(), engine.most ?? Number.POSITIVE_INFINITY));
  const parameters = network.layers.reduce((sum, placed) => sum + trainedIn(placed), 0);
  await send({ type: 'opened', engine: label, passed, parameters, least: leastMemory(network, rules, spec.batch) });
  const expected = await forecast(spec, network, data, engine);
  await send({ type: 'started', resumedAt: resume?.epochs.length ?? 0, forecast: expected });
  const record = await runOne(
    {
      names,
      spec,
      ...(resume && { resume }),
      signal: stop.signal,
      onTick: seldom(),
      onEpoch: (state) => {
        if (checkpoint) saveState(checkpoint, owner, state);
        const epoch = state.epochs.at(-1);
        if (epoch) void send({ type: 'epoch', epoch });
      },
    },
    data,
    engine,
  );
  await send({ type: 'record', record });
}

/** What the user can mend; anything else is a fault of ours and ends the process. */
function refusalOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const { path } = error as NodeJS.ErrnoException;
  if (path === undefined) throw error;
  return `${path}: ${reasonOf(error)}`;
}

async function obey(message: ToChild): Promise<void> {
  if (message.type === 'stop') return stop.abort();
  try {
    await run(message.order);
  } catch (error) {
    await send({ type: 'refused', says: refusalOf(error) });
  }
  process.disconnect();
}

// Ctrl-C reaches every process of the terminal; the parent decides and says `stop`.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
process.on('message', (message: ToChild) => void obey(message));
