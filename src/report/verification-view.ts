import { type Check, rules, type Verification } from '../records/verification.ts';
import { visible } from './text/visible.ts';
import { badge } from './verdicts.ts';
import { isWrong, placeText, suitesOf, totalText } from './verification.ts';

const signs = { passed: 'correct', failed: 'wrong', error: 'unreadable', skipped: 'blank' } as const;
const words = { passed: 'proved', failed: 'wrong', error: 'not checked', skipped: 'did not run' } as const;

/** One check as the page shows it. */
const checkView = (check: Check) => ({
  verdict: { ...badge(signs[check.status]), word: words[check.status] },
  name: visible(check.name),
  place: visible(placeText(check).replace(/: $/, '')),
  says: visible(check.says),
  means: rules[check.rule].says,
  mend: rules[check.rule].mend,
});

/** A problem or an answer-key file: the worst of what was found in it, and all of it. */
function suiteView([suite, checks]: readonly [string, readonly Check[]]) {
  const order = ['failed', 'error', 'skipped', 'passed'] as const;
  const worst = order.find((status) => checks.some((check) => check.status === status)) ?? 'passed';
  // Values of a key that agree are counted; what a second method proved is told.
  const told = checks.filter(({ status, says }) => status !== 'passed' || says !== '');
  return {
    suite: visible(suite),
    verdict: { ...badge(signs[worst]), word: words[worst] },
    checks: told.map(checkView),
    agree: checks.length - told.length,
    seconds: checks.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(2),
  };
}

/** A run of `verify` as data: what is wrong first, then every problem and answer-key file. */
export function verificationView(run: Verification) {
  const { checks, gradcheck, at, seed } = run;
  const count = (status: Check['status']): number => checks.filter((check) => check.status === status).length;
  const bad = checks.filter(isWrong);
  return {
    headline: bad.length === 0 ? 'Every key that was checked is proved.' : 'Something is to be mended.',
    total: totalText(run),
    facts: (['passed', 'failed', 'error', 'skipped'] as const)
      .map((status) => ({ label: words[status], value: count(status) }))
      .filter(({ value }, i) => value > 0 || i < 2),
    wrong: bad.map((check) => ({ suite: visible(check.suite), ...checkView(check) })),
    suites: [...suitesOf(run)].map(suiteView),
    provenance: { gradcheck, at, seed: visible(seed) },
  };
}
