import type { Check, Verification } from '../records/verification.ts';
import { isWrong, placeText, suitesOf, totalText } from './verification.ts';

/** GitHub drops annotations beyond ten of a level in one step. */
export const mostOfLevel = 10;
/** A job summary of more than 1024 KiB is dropped whole; this leaves room for what other steps write. */
export const mostBytes = 900 * 1024;

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands for GitHub Actions: an error for each wrong check, a notice for each that did not run. */
export function githubAnnotations(run: Verification): string {
  const errors = level('error', run.checks.filter(isWrong));
  const notices = level(
    'notice',
    run.checks.filter(({ status }) => status === 'skipped'),
  );
  return [...errors, ...notices].map((line) => `${line}\n`).join('');
}

/** Of more than ten the last says how many were left out, because GitHub would not. */
function level(command: 'error' | 'notice', checks: readonly Check[]): string[] {
  if (checks.length <= mostOfLevel) return checks.map((check) => annotation(command, check));
  const shown = checks.slice(0, mostOfLevel - 1);
  const more = `${checks.length - shown.length} more; the job summary lists them all.`;
  return [...shown.map((check) => annotation(command, check)), `::${command} title=gradcheck::${data(more)}`];
}

function annotation(command: string, { place, rule, says }: Check): string {
  const where = place ? `file=${property(place.file)},line=${place.line},col=${place.column},` : '';
  return `::${command} ${where}title=${property(`gradcheck ${rule}`)}::${data(says)}`;
}

/** One workflow command without a place: no text in it can end it or begin another. */
export const annotationOf = (command: 'error' | 'warning' | 'notice', title: string, says: string): string =>
  `::${command} title=${property(title)}::${data(says)}`;

/** Markdown for `$GITHUB_STEP_SUMMARY`, cut where it would grow too large to be shown. */
export function githubSummary(run: Verification): string {
  const head = ['## Answer keys', '', totalText(run), '', '| | checked | found |', '| --- | --- | --- |'];
  const rows = [...suitesOf(run)].flatMap(([, checks]) => checks.map(row));
  // What is wrong comes first, because the end is what is cut.
  const ordered = [...rows.filter(({ wrong }) => wrong), ...rows.filter(({ wrong }) => !wrong)].map(({ text }) => text);
  const room = mostBytes - Buffer.byteLength(head.join('\n')) - 100;
  const kept = within(ordered, room);
  const cut = kept.length < ordered.length ? ['', `${ordered.length - kept.length} more rows were left out.`] : [];
  return `${[...head, ...kept, ...cut].join('\n')}\n`;
}

function row(check: Check): { wrong: boolean; text: string } {
  const mark = { passed: 'right', failed: '**wrong**', error: '**not checked**', skipped: 'not run' }[check.status];
  const name = check.name.startsWith(check.suite) ? check.name : `${check.suite}: ${check.name}`;
  return { wrong: isWrong(check), text: `| ${mark} | ${cell(name)} | ${cell(placeText(check) + check.says)} |` };
}

/** Text in a table of Markdown: nothing in it ends the cell or is taken for HTML. */
export const cell = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll(/[\r\n]+/g, ' ');

function within(rows: readonly string[], room: number): readonly string[] {
  let used = 0;
  const end = rows.findIndex((text) => {
    used += Buffer.byteLength(text) + 1;
    return used > room;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
