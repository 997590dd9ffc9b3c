import type { Result } from '../../records/result.ts';
import { studentView } from '../student/page.ts';
import { lean, mathFont, symbols } from './assets.ts';
import { render } from './environment.ts';
import { type Html, trusted } from './html.ts';

let frame: { css: Html; symbols: Html } | undefined;

/** A student's page: one file without requests, the same for the same record. */
export function studentHtml(result: Result): string {
  frame ??= {
    css: trusted(
      [
        mathFont(),
        ...['tokens', 'base', 'frame', 'page', 'problem', 'ledger', 'why', 'narrow', 'print'].map((name) =>
          lean(`styles/${name}.css`),
        ),
      ].join('\n'),
    ),
    symbols: trusted(symbols()),
  };
  return render('student.njk', { page: studentView(result), ...frame });
}
