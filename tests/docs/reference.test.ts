import { expect, it } from 'vitest';
import { reference, silent } from './reference.ts';

it('everything that an author may declare or call is documented', () => {
  expect(silent()).toEqual([]);
});

it('docs/reference.md says what the lists and the docstrings say (npm run docs)', async () => {
  await expect(reference()).toMatchFileSnapshot('../../docs/reference.md');
});
