import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { given, hash, lineName, sentence, share } from './filters.ts';
import { points, symbol } from './fragments.ts';
import { problem, strip } from './problem.ts';

const folder = fileURLToPath(new URL('../templates', import.meta.url));
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
  autoescape: true,
  throwOnUndefined: false,
  trimBlocks: true,
  lstripBlocks: true,
});
for (const [name, filter] of Object.entries({ given, hash, line: lineName, sentence, share }))
  environment.addFilter(name, filter);
for (const [name, fragment] of Object.entries({ symbol, points, problem, strip }))
  environment.addGlobal(name, fragment);

/** A template filled in. */
export const render = (template: string, values: object): string => environment.render(template, values);
