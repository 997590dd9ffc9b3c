import { describe, expect, it } from 'vitest';
import layerTable from '../../problems/layer-table/problem.ts';
import lenet from '../../problems/lenet-parameters/problem.ts';
import { defineNetwork } from '../../src/working/network/network.ts';
import { type Declaration, defineProblem } from '../../src/working/problem.ts';

const declared: Declaration = {
  id: 'p',
  title: 'P',
  rounding: { exact: true },
  givens: { x: '2' },
  working: { z: 'x*x' },
  asks: { z: { points: 1 } },
};

describe('other labels that people write', () => {
  it('are carried into the working, for lines, fields and givens', () => {
    const aliases = { z: ['\\Sigma_1'], x: ['\\xi'], log: ['training log'] };
    const problem = defineProblem({ ...declared, fields: [{ kind: 'person', name: 'log' }], aliases });
    expect(problem.work({}).aliases).toEqual(aliases);
  });

  it('are refused for what the problem does not have', () => {
    expect(() => defineProblem({ ...declared, aliases: { zz: ['\\Sigma_1'] } })).toThrow('"zz" has aliases');
    const network = { id: 'n', title: 'N', input: ['28', '28', '1'] as const, layers: [{ type: 'fc', units: '10' }] };
    expect(() => defineNetwork({ ...network, asks: {}, aliases: { C9: ['Layer 9'] } })).toThrow('"C9" has aliases');
  });

  it('come from the names of the layers, beside those that are declared', () => {
    const { aliases = {} } = lenet.work({});
    expect(aliases.C1).toEqual(['Layer C1', 'C1 layer', 'TP_1']);
    expect(aliases.total).toContain('total trainable parameters');
  });

  it('come from the number of a layer, its type where there is one of it, and what comes out of it', () => {
    const { aliases = {} } = layerTable.work({});
    expect(aliases.layer3).toEqual(['Layer 3', 'L3', 'conv(14x14x16)']);
    expect(aliases.layer5).toContain('fully connected layer');
  });
});
