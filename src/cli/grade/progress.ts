/** Shows how far a run has come. */
export interface Progress {
  step(): void;
  end(): void;
}

/** A bar on standard error, or nothing where that is no terminal or the run is short. */
export async function progress(label: string, total: number): Promise<Progress> {
  if (!process.stderr.isTTY || total < 20) return { step: () => {}, end: () => {} };
  const { SingleBar } = await import('cli-progress');
  const format = `${label} [{bar}] {value}/{total}, {eta} s left`;
  const bar = new SingleBar({
    format,
    stream: process.stderr,
    clearOnComplete: true,
    barCompleteChar: '#',
    barIncompleteChar: '.',
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
