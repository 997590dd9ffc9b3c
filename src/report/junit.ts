import { create } from 'xmlbuilder2';
import type { Check, Verification } from '../records/verification.ts';
import { placeText, suitesOf } from './verification.ts';

/**
 * JUnit XML that both the Ant schema and Jenkins' own accept: seconds with three decimals, a time without zone or
 * fraction, no totals on the root, no characters that XML 1.0 forbids. A wrong key is a `failure`, a fault of gradcheck
 * an `error`.
 */
export function junitXml(run: Verification): string {
  const properties = { gradcheck: run.gradcheck, seed: run.seed };
  const suites = [...suitesOf(run)].map(([name, checks], id) =>
    suiteXml({ name, package: 'gradcheck.verify', id, at: run.at, properties, cases: checks.map(caseOf) }),
  );
  return [junitHead, ...suites, junitTail].join('');
}

const caseOf = (check: Check): JUnitCase => ({
  classname: check.suite,
  name: check.name,
  status: check.status,
  seconds: check.seconds,
  type: check.rule,
  message: check.says,
  text: `${placeText(check)}${check.says}`,
});

/** What stands around the suites of a file. */
export const junitHead = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
export const junitTail = '</testsuites>\n';

export interface JUnitCase {
  readonly classname: string;
  readonly name: string;
  readonly status: Check['status'];
  readonly seconds: number;
  /** Of what did not pass: what sort of fault, in short and at length. */
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

export interface JUnitSuite {
  readonly name: string;
  readonly package: string;
  readonly id: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly JUnitCase[];
}

/** One suite by itself, so that a large file need not be held whole. */
export function suiteXml({ name, package: inside, id, at, properties: known, cases }: JUnitSuite): string {
  const count = (status: Check['status']) => cases.filter((one) => one.status === status).length;
  const suite = create({ invalidCharReplacement: '' }).ele('testsuite', {
    name,
    package: inside,
    id,
    timestamp: at.slice(0, 19),
    hostname: 'localhost',
    tests: cases.length,
    failures: count('failed'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds(cases.reduce((total, one) => total + one.seconds, 0)),
  });
  const properties = suite.ele('properties');
  for (const [key, value] of Object.entries(known)) properties.ele('property', { name: key, value });
  for (const one of cases) addCase(suite, one);
  suite.ele('system-out');
  suite.ele('system-err');
  return `${suite.end({ prettyPrint: true, headless: true })}\n`;
}

type Element = ReturnType<ReturnType<typeof create>['ele']>;

function addCase(suite: Element, { classname, name, status, seconds: time, type, message, text }: JUnitCase): void {
  const test = suite.ele('testcase', { classname, name, time: seconds(time) });
  if (status === 'skipped') test.ele('skipped');
  if (status !== 'failed' && status !== 'error') return;
  test.ele(status === 'failed' ? 'failure' : 'error', { type, message }).txt(text);
}

const seconds = (time: number): string => Math.max(0, time).toFixed(3);
