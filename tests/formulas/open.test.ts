import { expect, it } from 'vitest';
import { readOpen } from '../../src/formulas/open.ts';
import { print } from '../../src/formulas/print.ts';
import { formulaRuns } from '../../src/formulas/typeset.ts';

const T = String.raw;
const seen = (text: string): string => text.replace(/<\/?(?:mrow|mi|mn|mo|mtext)[^>]*>|[\u2061\u2062]/g, '');
const set = (text: string): string | undefined =>
  readOpen(text)
    ?.map((tree) =>
      seen(
        formulaRuns(tree)
          .map(({ mathml }) => mathml)
          .join(''),
      ),
    )
    .join(' = ');

it.each([
  ['W^T*g', '<msup>W⊤</msup>g'],
  ['sum(j, 1..m: W[i, j]*v[j])', '<munderover>∑j=1m</munderover><msub>Wij</msub><msub>vj</msub>'],
  ['p[i] - (i = c)', '<msub>pi</msub>−<msub>δic</msub>'],
  ['G .* (x > 0)', 'G⊙<msub>1x&gt;0</msub>'],
  [
    '[0.8, -1.3; 1.7, 0.6]',
    '[<mtable><mtr><mtd>0.8</mtd><mtd>−1.3</mtd></mtr><mtr><mtd>1.7</mtd><mtd>0.6</mtd></mtr></mtable>]',
  ],
])('%s is typeset', (text, markup) => expect(set(text)).toBe(markup));

it.each(['no idea (why)', 'about 3/4 of it', 'x; y', 'np.sum(x)'])('%s is no formula', (text) =>
  expect(readOpen(text)).toBeUndefined(),
);

it.each([
  [T`\delta_{ic}`, '(i = c)'],
  [T`\frac{\partial L}{\partial W} = W^T g`, 'dL_dW = W^T*g'],
  [T`\hat{y}_i = \sigma(z_i)`, 'yhat[i] = sigmoid(z[i])'],
])('%s in LaTeX', (text, printed) => expect(readOpen(text, 'latex')?.map(print).join(' = ')).toBe(printed));
