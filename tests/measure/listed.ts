import { problems } from '../../problems/index.ts';
import { sameValue } from '../../src/slips/ranking.ts';
import { judged } from '../support/shown.ts';
import answers from './listed.json' with { type: 'json' };
import { table } from './table.ts';

/** A wrong answer that graders have seen or expect, and what it should be called. */
interface Listed {
  readonly problem: string;
  readonly field: string;
  readonly answer: string;
  readonly called: string;
  readonly kind?: string;
  readonly step?: string;
  readonly verdict?: string;
}

/** Which of the listed wrong answers get the explanation they deserve: named, first among all that fit, or at all. */
export function listed(): string {
  const results = (answers as readonly Listed[]).map((row) => ({ ...row, ...found(row) }));
  const count = (of: (r: (typeof results)[number]) => boolean): number => results.filter(of).length;
  const rows = results.map((r) => [`\`${r.field}\` = ${r.answer}`, r.called, r.judged, r.place, r.bits]);
  const named = count((r) => r.place === '1' && r.judged === 'slip');
  const kept = count((r) => r.place === 'as it should');
  const first = count((r) => r.place === '1');
  const all = count((r) => r.place !== '–' && r.place !== 'as it should');
  return `${table(['answer', 'deserves', 'verdict', 'place', 'bits'], rows)}

Of ${results.length} answers ${kept} deserve no slip and get none; of the others ${all} are explained, ${first} first, ${named} by name.`;
}

function found({ problem: id, field, answer, kind, step, verdict }: Listed) {
  const problem = problems.find((p) => p.id === id);
  const judgement = problem && judged(problem, { [field]: answer }).get(field);
  const explanations = judgement?.explained?.explanations ?? [];
  const bits = judgement?.explained?.bits.toFixed(1) ?? '';
  const given = judgement?.verdict ?? 'not a problem';
  if (verdict) return { judged: given, bits, place: verdict === given ? 'as it should' : '–' };
  const values = explanations.map((e) => e.value);
  const classes = values.filter((value, i) => values.findIndex((other) => sameValue(other, value)) === i);
  const mine = explanations.find((e) => e.kind === kind && e.step === step);
  const place = mine ? String(classes.findIndex((value) => sameValue(value, mine.value)) + 1) : '–';
  return { judged: given, bits, place };
}
