import { contentPolicy } from '../../content-policy.ts';
import type { Verification } from '../../records/verification.ts';
import { verificationView } from '../verification-view.ts';
import { lean, shares, symbols } from './assets.ts';
import { render } from './environment.ts';
import { trusted } from './html.ts';

const styles = ['tokens', 'base', 'frame', 'class', 'verification'];

/** The page of a run of `verify`: one file without requests and without a script. */
export function verificationHtml(run: Verification): string {
  const css = [...styles.map((name) => lean(`styles/${name}.css`)), shares()].join('\n');
  const page = verificationView(run);
  const policy = contentPolicy({ styles: [css], scripts: [] });
  return render('verification.njk', { page, css: trusted(css), symbols: trusted(symbols()), policy });
}
