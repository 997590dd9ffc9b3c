import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { answer, fits, formula, given, hash, lineName, sentence, share } from './filters.ts';
import { digits, points, symbol } from './fragments.ts';

const folder = fileURLToPath(new URL('../templates', import.meta.url));
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
  autoescape: true,
  throwOnUndefined: false,
  trimBlocks: true,
  lstripBlocks: true,
});
for (const [name, filter] of Object.entries({ answer, fits, formula, given, hash, line: lineName, sentence, share }))
  environment.addFilter(name, filter);
for (const [name, fragment] of Object.entries({ symbol, points, digits })) environment.addGlobal(name, fragment);

/** A template filled in. */
export const render = (template: string, values: object): string => environment.render(template, values);
