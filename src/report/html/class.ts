import type { ClassRecord } from '../../records/class.ts';
import { dataText } from '../class/data.ts';
import { classView } from '../class/page.ts';
import { lean, mathFont, symbols } from './assets.ts';
import { render } from './environment.ts';
import { type Html, trusted } from './html.ts';

let frame: { css: Html; js: Html; symbols: Html } | undefined;

/** The page of a class: one file without requests that links to the students' pages under `pages/`. */
export function classHtml(record: ClassRecord): string {
  frame ??= {
    css: trusted(
      [
        mathFont(),
        ...['tokens', 'base', 'frame', 'class', 'charts', 'list', 'class-parts', 'class-narrow', 'class-print'].map(
          (name) => lean(`styles/${name}.css`),
        ),
      ].join('\n'),
    ),
    js: trusted(lean('assets/class.js')),
    symbols: trusted(symbols()),
  };
  const page = classView(record);
  return render('class.njk', { page, data: trusted(dataText(page)), ...frame });
}
