import type { Check, Verification } from '../records/verification.ts';
import { plural } from './text/counted.ts';

/** The checks by problem or answer-key file, in the order in which they were made. */
export function suitesOf({ checks }: Verification): ReadonlyMap<string, readonly Check[]> {
  const suites = new Map<string, Check[]>();
  for (const check of checks) suites.set(check.suite, [...(suites.get(check.suite) ?? []), check]);
  return suites;
}

/** `keys/a2.json:4:12 /keys/q1/z1: `, or nothing. */
export function placeText({ place }: Check): string {
  if (!place) return '';
  const { file, line, column, pointer } = place;
  return `${file}:${line}:${column}${pointer ? ` ${pointer}` : ''}: `;
}

/** Is it for the author of the problem to mend, so that it can be checked at all? */
export const isUnusable = ({ status, rule }: Check): boolean => status === 'error' && rule === 'problem-unusable';

export const isWrong = ({ status }: Check): boolean => status === 'failed' || status === 'error';

/** One sentence for the whole run. */
export function totalText({ checks }: Verification): string {
  const of = (status: Check['status']): number => checks.filter((check) => check.status === status).length;
  const parts = [`${of('passed')} passed`, `${of('failed')} failed`];
  const unusable = checks.filter(isUnusable).length;
  const faults = of('error') - unusable;
  if (unusable > 0) parts.push(`${unusable} could not be checked before a problem is mended`);
  if (faults > 0) parts.push(`${faults} could not be checked by a fault of gradcheck`);
  if (of('skipped') > 0) parts.push(`${of('skipped')} did not run`);
  return `${checks.length} ${plural(checks.length, 'check')}: ${parts.join(', ')}.`;
}

/** The run for a terminal: a line for each problem and answer-key file, and under it what is wrong. */
export function verificationText(run: Verification): string {
  const width = Math.max(0, ...run.checks.map(({ suite }) => suite.length));
  const lines = [...suitesOf(run)].flatMap(([suite, checks]) => [
    `${checks.some(isWrong) ? 'WRONG' : 'ok   '} ${suite.padEnd(width)}  ${passedText(checks)}`.trimEnd(),
    ...checks.filter(({ status }) => status !== 'passed').map((check) => `      ${placeText(check)}${check.says}`),
  ]);
  return `${[...lines.map(harmless), totalText(run)].join('\n')}\n`;
}

/** A text from a file may carry codes that a terminal obeys. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
const harmless = (line: string): string => line.replace(/[\0-\x1f\x7f-\x9f]+/g, '\u{fffd}');

function passedText(checks: readonly Check[]): string {
  const passed = checks.filter(({ status }) => status === 'passed');
  const proofs = passed.filter(({ says }) => says !== '').map(({ name, says }) => `${name}: ${says}`);
  const values = passed.length - proofs.length;
  return [...proofs, ...(values > 0 ? [`${values} of ${checks.length} values agree`] : [])].join('; ');
}
