import { contentPolicy } from '../../content-policy.ts';
import type { Result } from '../../records/result.ts';
import { studentView } from '../student/page.ts';
import { lean, mathFont, shares, symbols } from './assets.ts';
import { render } from './environment.ts';
import { type Html, trusted } from './html.ts';

const styles = ['tokens', 'base', 'frame', 'page', 'problem', 'ledger', 'why', 'narrow', 'print'];
const sheet = (): string => [mathFont(), ...styles.map((name) => lean(`styles/${name}.css`)), shares()].join('\n');

interface Frame {
  readonly css: Html;
  readonly js: Html;
  readonly symbols: Html;
  readonly policy: string;
}
let frames: { readonly whole: Frame; readonly shared: Frame } | undefined;

/**
 * A student's page, the same for the same record: one file without requests, or with its stylesheet in a file that the
 * pages of a class share; `shared` is where that lies, as the page sees it. Without it the page is plain, and readable.
 */
export function studentHtml(result: Result, shared?: string): string {
  frames ??= { whole: framed(sheet(), false), shared: framed(lean('styles/alone.css'), true) };
  const frame = shared === undefined ? frames.whole : frames.shared;
  return render('student.njk', { page: studentView(result), ...frame, shared });
}

function framed(css: string, sheets: boolean): Frame {
  const js = lean('assets/student.js');
  const policy = contentPolicy({ styles: [css], scripts: [js], sheets });
  return { css: trusted(css), js: trusted(js), symbols: trusted(symbols()), policy };
}

/** The files that the pages of a class share, by name. The font lies in the stylesheet: a browser that opens files may refuse it another. */
export const sharedFiles = (): Record<string, string> => ({
  'page.css': `${lean('styles/whole.css')}\n${sheet()}\n`,
});
