import type { Spec } from '../spec.ts';
import type { Epoch } from './state.ts';

/** How long ago the lowest value was, in entries: 0 when the last one is the lowest. Ties count as no improvement. */
export function sinceLowest(values: readonly number[]): number {
  let at = 0;
  values.forEach((value, i) => {
    if (value < (values[at] as number)) at = i;
  });
  return values.length === 0 ? 0 : values.length - 1 - at;
}

/** Early stopping: has the validation loss not gone below its lowest for `patience` epochs? */
export function shouldStop(validationLosses: readonly number[], patience: number | undefined): boolean {
  return patience !== undefined && sinceLowest(validationLosses) >= patience;
}

/** How often the rate was cut by the end of these epochs: each time the loss had not fallen for `patience` in a row. */
function plateaus(losses: readonly number[], patience: number): number {
  let [lowest, since, cuts] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const loss of losses) {
    since = loss < lowest ? 0 : since + 1;
    lowest = Math.min(lowest, loss);
    if (since <= patience) continue;
    cuts += 1;
    since = 0;
  }
  return cuts;
}

/** The learning rate of the next epoch; without a schedule it never changes. */
export function rateAt(
  { rate, schedule, epochs }: Pick<Spec, 'rate' | 'schedule' | 'epochs'>,
  past: readonly Epoch[],
): number {
  const done = past.length;
  if (!schedule) return rate;
  if ('every' in schedule) return rate * schedule.factor ** Math.floor(done / schedule.every);
  if ('after' in schedule) return rate * schedule.factor ** schedule.after.filter((epoch) => done >= epoch).length;
  if ('cosine' in schedule) {
    return schedule.cosine + ((rate - schedule.cosine) * (1 + Math.cos((Math.PI * done) / epochs))) / 2;
  }
  const losses = past.flatMap(({ validation }) => validation?.loss ?? []);
  return rate * schedule.factor ** plateaus(losses, schedule.plateau);
}
