import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { formula, given, hash, lineName, sentence } from './filters.ts';

const folder = fileURLToPath(new URL('../templates', import.meta.url));
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
  autoescape: true,
  throwOnUndefined: false,
  trimBlocks: true,
  lstripBlocks: true,
});
environment
  .addFilter('sentence', sentence)
  .addFilter('formula', formula)
  .addFilter('line', lineName)
  .addFilter('given', given)
  .addFilter('hash', hash);

/** A template filled in. */
export const render = (template: string, values: object): string => environment.render(template, values);
