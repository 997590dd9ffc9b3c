const log = Math.log;

/**
 * The probability that a wrong number which nobody can explain is just this one, as written: half log-uniform over two
 * decades around the truth, an eighth the same with the other sign, a quarter at every scale of distance from the truth
 * (which catches wrong last digits), an eighth anything at all; times one unit of the last written place.
 *
 * The evidence for an explanation is an e-value: the prior weight of the mutants that give the number, over this. Since
 * the weights add up to at most 1, its expectation under chance is at most 1, and by Markov's inequality chance exceeds
 * 2^b with probability at most 2^-b.
 */
export function chance(written: number, unit: number, truth: number): number {
  const size = Math.max(Math.abs(written), unit / 2);
  const scale = Math.max(Math.abs(truth), unit);
  const near = size >= scale / 10 && size <= scale * 10 ? 1 / (size * log(100)) : 0;
  const sameSign = Math.sign(written) === Math.sign(truth) || truth === 0;
  const gap = Math.max(Math.abs(written - truth), unit / 2);
  const multi = gap <= 10 * scale ? 1 / (2 * gap * log((20 * scale) / unit)) : 0;
  const any = 1 / (2 * size * log(1e12));
  return unit * (near * (sameSign ? 0.5 : 0.125) + multi * 0.25 + any * 0.125);
}
