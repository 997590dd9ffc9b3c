import { create } from 'xmlbuilder2';
import type { Check, Verification } from '../records/verification.ts';
import { placeText, suitesOf } from './verification.ts';

/**
 * JUnit XML that both the Ant schema and Jenkins' own accept: seconds with three decimals, a time without zone or
 * fraction, no totals on the root, no characters that XML 1.0 forbids. A wrong key is a `failure`, a fault of gradcheck
 * an `error`.
 */
export function junitXml(run: Verification): string {
  const document = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' });
  const root = document.ele('testsuites');
  [...suitesOf(run)].forEach(([name, checks], id) => {
    const count = (status: Check['status']) => checks.filter((check) => check.status === status).length;
    const suite = root.ele('testsuite', {
      name,
      package: 'gradcheck.verify',
      id,
      timestamp: run.at.slice(0, 19),
      hostname: 'localhost',
      tests: checks.length,
      failures: count('failed'),
      errors: count('error'),
      skipped: count('skipped'),
      time: seconds(checks.reduce((total, check) => total + check.seconds, 0)),
    });
    const properties = suite.ele('properties');
    properties.ele('property', { name: 'gradcheck', value: run.gradcheck });
    properties.ele('property', { name: 'seed', value: run.seed });
    for (const check of checks) addCase(suite, check);
    suite.ele('system-out');
    suite.ele('system-err');
  });
  return `${document.end({ prettyPrint: true })}\n`;
}

type Element = ReturnType<ReturnType<typeof create>['ele']>;

function addCase(suite: Element, check: Check): void {
  const test = suite.ele('testcase', { classname: check.suite, name: check.name, time: seconds(check.seconds) });
  if (check.status === 'skipped') test.ele('skipped');
  if (check.status !== 'failed' && check.status !== 'error') return;
  const element = check.status === 'failed' ? 'failure' : 'error';
  test.ele(element, { type: check.rule, message: check.says }).txt(`${placeText(check)}${check.says}`);
}

const seconds = (time: number): string => Math.max(0, time).toFixed(3);
