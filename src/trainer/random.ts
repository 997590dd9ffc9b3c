/** A stream of pseudo-random numbers that its seed fixes, the same on every machine. */
export interface Random {
  /** The next number, uniform in [0, 1). */
  uniform(): number;
  /** The next whole number, uniform in 0 … n − 1. */
  below(n: number): number;
  /** The next standard normal number (Box–Muller). */
  normal(): number;
}

/** The 32-bit FNV-1a hash of a text's UTF-16 units: turns a named seed into a start. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * A stream for one purpose, by name: `randomFrom('7/order/3')`. A stream per purpose lets a resumed run draw what an
 * uninterrupted one would have drawn. The generator is Tommy Ettinger's mulberry32.
 */
export function randomFrom(seed: string): Random {
  let state = hash(seed);
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal, below: (n) => Math.floor(uniform() * n) };
}

/** The numbers 0 … n − 1 in an order that the stream fixes (Fisher–Yates). */
export function shuffled(n: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  return order;
}
