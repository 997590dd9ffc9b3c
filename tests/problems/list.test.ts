import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { proofs } from '../../problems/proofs.ts';

const foldersWith = (file: string): string[] =>
  readdirSync('problems').filter((name) => existsSync(`problems/${name}/${file}`));

it('the lists of the library name what the folders hold', () => {
  expect(problems.map(({ id }) => id)).toEqual(foldersWith('problem.ts'));
  expect(Object.keys(proofs)).toEqual(foldersWith('proof.ts'));
});
