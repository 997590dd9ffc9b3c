import { createHash } from 'node:crypto';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { type Check, type Rule, rules, type Verification } from '../records/verification.ts';
import { isWrong } from './verification.ts';

const names = Object.keys(rules) as Rule[];
/** GitHub shows no more of one run. */
const mostResults = 5000;

/** SARIF 2.1.0, with what GitHub's code scanning wants besides: relative places, fingerprints and help for each rule. */
export function sarifJson(run: Verification): string {
  const results = run.checks.filter(isWrong).slice(0, mostResults).map(resultOf);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'gradcheck', semanticVersion: run.gradcheck, rules: names.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results,
        properties: { seed: run.seed },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ruleOf = (id: Rule): ReportingDescriptor => ({
  id,
  shortDescription: { text: rules[id].says },
  fullDescription: { text: rules[id].says },
  help: { text: rules[id].mend },
});

function resultOf(check: Check): Result {
  const { rule, says, place, suite, name } = check;
  const region = { startLine: place?.line ?? 1, startColumn: place?.column ?? 1 };
  const uri = encodeURI(place?.file.replaceAll('\\', '/') ?? `problems/${suite}/problem.ts`);
  return {
    ruleId: rule,
    ruleIndex: names.indexOf(rule),
    level: 'error',
    message: { text: says },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
    partialFingerprints: {
      'gradcheckCheck/v1': createHash('sha256').update([suite, name, rule].join('\n')).digest('hex'),
    },
    ...(place?.pointer && { properties: { pointer: place.pointer } }),
  };
}
