import type { Result } from '../../records/result.ts';
import { studentView } from '../student/page.ts';
import { lean, mathFont, symbols } from './assets.ts';
import { render } from './environment.ts';
import { type Html, trusted } from './html.ts';

const styles = ['tokens', 'base', 'frame', 'page', 'problem', 'ledger', 'why', 'narrow', 'print'];
const sheet = (): string => [mathFont(), ...styles.map((name) => lean(`styles/${name}.css`))].join('\n');

let frame: { css: Html; alone: Html; symbols: Html } | undefined;

/**
 * A student's page, the same for the same record: one file without requests, or with its stylesheet in a file that the
 * pages of a class share; `shared` is where that lies, as the page sees it. Without it the page is plain, and readable.
 */
export function studentHtml(result: Result, shared?: string): string {
  frame ??= { css: trusted(sheet()), alone: trusted(lean('styles/alone.css')), symbols: trusted(symbols()) };
  return render('student.njk', { page: studentView(result), ...frame, shared });
}

/** The files that the pages of a class share, by name. The font lies in the stylesheet: a browser that opens files may refuse it another. */
export const sharedFiles = (): Record<string, string> => ({
  'page.css': `${lean('styles/whole.css')}\n${sheet()}\n`,
});
