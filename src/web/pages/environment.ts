import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { symbols } from '../../report/html/assets.ts';
import { answer, fits, formula, given, hash, lineName, sentence } from '../../report/html/filters.ts';
import { trusted } from '../../report/html/html.ts';
import { markdown } from './markdown.ts';
import { modulesOf } from './modules.ts';

const folders = ['../pages', '../../report/templates'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
  autoescape: true,
  throwOnUndefined: false,
  trimBlocks: true,
  lstripBlocks: true,
});
const filters = { answer, fits, formula, given, hash, line: lineName, markdown, sentence };
for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
environment.addGlobal('modules', modulesOf);
environment.addGlobal('symbols', trusted(symbols()));

/** A page filled in. */
export const render = (template: string, values: object): string => environment.render(template, values);
