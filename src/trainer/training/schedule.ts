/** The learning rate of an epoch (from 1) under StepLR; without a schedule it never changes. */
export function rateAt(epoch: number, rate: number, schedule?: { every: number; factor: number }): number {
  return schedule ? rate * schedule.factor ** Math.floor((epoch - 1) / schedule.every) : rate;
}

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
