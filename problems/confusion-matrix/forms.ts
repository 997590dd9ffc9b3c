import type { ClaimsField } from '../../src/working/field.ts';

type Form = ClaimsField['forms'][number];

const form = (says: string, holds: string): Form => ({ says, holds });

/** Rates of a class: how they are written in formulas, the best and the worst of them. */
const rates = ['precision', 'recall', 'f1'].map((rate) => {
  const name = rate.charAt(0).toUpperCase() + rate.slice(1);
  return { rate, name, best: `best${name}`, worst: `worst${name}` };
});

const ofOneClass = rates.flatMap(({ rate, best, worst }) => [
  form(`${rate} [score] (of|for) {a} [is] {v}`, `${rate}(a) = {v}`),
  form(`{a} ${rate} [score] [is] {v}`, `${rate}(a) = {v}`),
  form(`{a} has [a] ${rate} [score] of {v}`, `${rate}(a) = {v}`),
  form(`{a} has (highest|best|largest) ${rate} [score]`, `${rate}(a) = ${best}`),
  form(`{a} has (lowest|worst|smallest) ${rate} [score]`, `${rate}(a) = ${worst}`),
  // Which rate makes a class easy or hard is not said, so all must agree.
  form('{a} is [among] (easiest|simplest) class [to recognise|to predict|to classify]', `${rate}(a) = ${best}`),
  form('{a} is (hardest|worst|most difficult) class [to recognise|to predict|to classify]', `${rate}(a) = ${worst}`),
]);

const ofAll = rates.flatMap(({ rate, name }) => [
  form(`macro [average|mean] ${rate} [score] [is] {v}`, `macro${name} = {v}`),
  form(`weighted [average|mean] ${rate} [score] [is] {v}`, `weighted${name} = {v}`),
  form(`micro [average|mean] ${rate} [score] [is] {v}`, 'rightShare = {v}'),
]);

const counts = [
  form('{a} is taken for {b} {n} times', 'count(a, b) = n'),
  form('{a} has {n} taken for {b}', 'count(a, b) = n'),
  form('{a} has {n} taken for {b} and {n2} for {c}', 'count(a, b) = n and count(a, c) = n2'),
  form('{n} [of|images of|examples of] {a} is taken for {b}', 'count(a, b) = n'),
  form('{a} is never taken for {b}', 'count(a, b) = 0'),
  form('no {a} is taken for {b}', 'count(a, b) = 0'),
  form('network confuses {a} with {b} {n} times', 'count(a, b) = n'),
  form('{a} is confused with {b} {n} times', 'count(a, b) = n'),
  form('{a} and {b} is confused {n} times', 'confused(a, b) = n'),
  form('{n} (images|examples|samples) is misclassified', 'errors = n'),
  form('{n} of {n2} [images|examples|samples] is misclassified', 'errors = n and total = n2'),
  form(
    '{n} of {n2} [images|examples|samples] is [classified] (correct|correctly|right) [classified]',
    'trace = n and total = n2',
  ),
  form('there is {n} [images|examples|samples] (of|in|for) each class', 'leastSupport = n and mostSupport = n'),
  form('[overall|test] accuracy [is] {v}', 'rightShare = {v}'),
  form('[overall|test] error [rate] [is] {v}', 'wrongShare = {v}'),
  form('balanced accuracy [is] {v}', 'macroRecall = {v}'),
];

const most = [
  form('{a} and {b} is confused most [often]', 'confused(a, b) = mostConfused'),
  form('{a} and {b} is most [often] confused [pair|classes]', 'confused(a, b) = mostConfused'),
  form('{a} is confused with {b} most [often]', 'confused(a, b) = mostConfused'),
  form('most confused (classes|pair) is {a} and {b}', 'confused(a, b) = mostConfused'),
  form('{a} is most [often] taken for {b}', 'count(a, b) = mostTakenOf(a)'),
  form('{a} is taken for {b} most [often]', 'count(a, b) = mostTakenOf(a)'),
  form('{a} is taken for {b} most [often]', 'count(a, b) = mostTaken'),
  form('(network|model|classifier|it) most often (mistakes|takes) {a} for {b}', 'count(a, b) = mostTaken'),
  form('most (common|frequent) (mistake|error|confusion) is {a} [is] taken for {b}', 'count(a, b) = mostTaken'),
];

const compared = [
  form('{a} and {b} is often confused', 'confused(a, b) > errors/(classes*(classes - 1)/2)'),
  form('{a} is taken for {b} more [often] than for {c}', 'count(a, b) > count(a, c)'),
  form('{a} is confused with {b} more [often] than with {c}', 'confused(a, b) > confused(a, c)'),
  form(
    '{a} is taken for {b} and {c} more [often] than for {d}',
    'count(a, b) > count(a, d) and count(a, c) > count(a, d)',
  ),
  form('{a} is confused with one another more [often] than with {b}', 'count(a, a) > count(a, b)'),
  form(
    '{a} is often confused with one another but seldom with {b}',
    'count(a, a) > count(a, b) and count(b, b) > count(b, a)',
  ),
  form(
    '{a} is classified more [often] for {b} and {c} than for {d}',
    'count(a, b) > count(a, d) and count(a, c) > count(a, d)',
  ),
  form('{a} is recognised best', 'recall(a) = bestRecall'),
  form('{a} is recognised worst', 'recall(a) = worstRecall'),
];

/** What may be said of a confusion matrix, each with its formula. */
export const forms: readonly Form[] = [...counts, ...most, ...compared, ...ofOneClass, ...ofAll];
