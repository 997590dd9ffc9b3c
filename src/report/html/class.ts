import { contentPolicy } from '../../content-policy.ts';
import type { ClassRecord } from '../../records/class.ts';
import { dataText } from '../class/data.ts';
import { classView } from '../class/page.ts';
import { lean, mathFont, shares, symbols } from './assets.ts';
import { render } from './environment.ts';
import { type Html, trusted } from './html.ts';

const styles = ['tokens', 'base', 'frame', 'class', 'charts', 'list', 'class-parts', 'class-narrow', 'class-print'];

let frame: { css: Html; js: Html; symbols: Html; policy: string } | undefined;

/** The page of a class: one file without requests that links to the students' pages under `pages/`. */
export function classHtml(record: ClassRecord): string {
  frame ??= framed();
  const page = classView(record);
  return render('class.njk', { page, data: trusted(dataText(page)), ...frame });
}

function framed(): { css: Html; js: Html; symbols: Html; policy: string } {
  const css = [mathFont(), ...styles.map((name) => lean(`styles/${name}.css`)), shares()].join('\n');
  const js = lean('assets/class.js');
  const policy = contentPolicy({ styles: [css], scripts: [js], frames: true });
  return { css: trusted(css), js: trusted(js), symbols: trusted(symbols()), policy };
}
