import type { ClassRecord } from '../../records/class.ts';
import { classView } from '../class/page.ts';
import { lean, symbols } from './assets.ts';
import { render } from './environment.ts';
import { type Html, trusted } from './html.ts';

let frame: { css: Html; js: Html; symbols: Html } | undefined;

/** The page of a class: one file without requests that links to the students' pages under `pages/`. */
export function classHtml(record: ClassRecord): string {
  frame ??= {
    css: trusted(
      ['tokens', 'base', 'frame', 'class', 'charts', 'list', 'class-narrow', 'class-print']
        .map((name) => lean(`styles/${name}.css`))
        .join('\n'),
    ),
    js: trusted(lean('assets/class.js')),
    symbols: trusted(symbols()),
  };
  return render('class.njk', { page: classView(record), ...frame });
}
