/** Shows how far a run has come. */
export interface Progress {
  step(): void;
  end(): void;
}

/** A bar with rate and time left on standard error, or nothing where that is no terminal or the run is short. */
export async function progress(label: string, total: number): Promise<Progress> {
  if (!process.stderr.isTTY || total < 20) return { step: () => {}, end: () => {} };
  const { SingleBar } = await import('cli-progress');
  const format = `${label} [{bar}] {value}/{total}, {rate}/s, {eta_formatted} left`;
  const bar = new SingleBar({
    format,
    stream: process.stderr,
    clearOnComplete: true,
    barCompleteChar: '#',
    barIncompleteChar: '.',
  });
  const start = performance.now();
  let done = 0;
  bar.start(total, 0, { rate: 0 });
  const step = (): void => {
    done += 1;
    bar.update(done, { rate: Math.round((1000 * done) / (performance.now() - start)) });
  };
  return { step, end: () => bar.stop() };
}
