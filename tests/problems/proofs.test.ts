import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { proofs } from '../../problems/proofs.ts';
import { variantsOf } from '../../src/derived/variants.ts';
import { prove } from '../../src/verification/prove.ts';

const proved = problems.filter(({ id }) => proofs[id]);

it('no list of proofs is for a problem that there is not', () => {
  expect(Object.keys(proofs).filter((id) => !problems.some((problem) => problem.id === id))).toEqual([]);
});

describe.each(proved.map((problem) => [problem.id, problem] as const))('%s', (id, problem) => {
  // `verify`, which CI runs as well, goes through 200.
  const drawn = Object.keys(problem.domains ?? {}).length > 0 ? variantsOf(problem, 'proofs', 5) : [];

  it('has the same values by every second method, with the published givens and in variants', () => {
    const { methods } = prove(problem, proofs[id] ?? [], drawn);
    expect(methods.flatMap(({ disagreement }) => disagreement ?? [])).toEqual([]);
    expect(methods.some(({ skipped }) => skipped === undefined)).toBe(true);
  });

  it('has a second method for every answer that is a line', () => {
    const lines = problem.work({}).lines.map(({ name }) => name);
    const { unproved } = prove(problem, proofs[id] ?? [], []);
    expect(unproved.filter((line) => Object.hasOwn(problem.asks, line) && lines.includes(line))).toEqual([]);
  });

  it('shares no code between the working and its proofs', () => {
    const path = `problems/${id}/proof.ts`;
    expect(existsSync(path)).toBe(true);
    const text = readFileSync(path, 'utf8');
    const imports = [...text.matchAll(/^import (type )?.*?from '(.*?)';$/gms)].map(([, type, from]) => ({
      type,
      from,
    }));
    const shared = imports.filter(
      ({ type, from = '' }) =>
        !type && !from.startsWith('../../src/exact/') && from !== '../tensor-counts.ts' && from.startsWith('.'),
    );
    expect(shared).toEqual([]);
    expect(text).not.toMatch(/import\(['"]\.[^)]*(?:expressions|working|derived)/);
  });
});
