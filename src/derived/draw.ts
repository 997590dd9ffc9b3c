import { createHash } from 'node:crypto';
import { Decimal } from '../exact/decimal.ts';
import type { Given } from '../working/given.ts';
import type { Domain } from '../working/problem.ts';

/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Draw = () => number;

const perBlock = 5;
const bytes = 6;

/**
 * Pseudo-random numbers from a seed: SHA-256 of the seed and a counter, 48 bits for each number. Slow beside other
 * generators and fast enough here; it needs no tables, has no weak seeds, and any language can repeat it.
 */
export function drawFrom(seed: string): Draw {
  let block = Buffer.alloc(0);
  let drawn = 0;
  return () => {
    const at = drawn % perBlock;
    if (at === 0)
      block = createHash('sha256')
        .update(`${seed}\u0000${drawn / perBlock}`)
        .digest();
    drawn += 1;
    return block.readUIntBE(at * bytes, bytes) / 2 ** (8 * bytes);
  };
}

/** One member of a domain. Throws where the domain is empty. */
export function pick(domain: Domain, draw: Draw): Given {
  if ('oneOf' in domain) return domain.oneOf[Math.floor(draw() * domain.oneOf.length)] ?? refuse('oneOf is empty');
  const step = new Decimal(domain.step);
  const steps = new Decimal(domain.to).minus(domain.from).div(step).floor().toNumber();
  if (!(step.gt(0) && steps >= 0)) return refuse(`${domain.from} to ${domain.to} by ${domain.step} holds nothing`);
  const value = step.times(Math.floor(draw() * (steps + 1))).plus(domain.from);
  return value.toFixed(Math.max(step.decimalPlaces(), new Decimal(domain.from).decimalPlaces()));
}

function refuse(why: string): never {
  throw new Error(`a domain cannot be used: ${why}`);
}
