import { expect, it } from 'vitest';
import type { AnswerValue } from '../../src/reading/value.ts';
import { located } from './placements.ts';
import { simulated } from './simulated.ts';

const documents = Array.from({ length: 200 }, (_, i) => simulated(1400 + i));

/** The last line of an answer, without what only sets it. */
const last = (value: AnswerValue | undefined): string =>
  Array.isArray(value) ? last(value.at(-1)) : String(value).replace(/[{}$*]/g, '');

it('templates that careless students filled in give each answer to its field, or ask', () => {
  let [labelled, placed] = [0, 0];
  for (const { file, text, set, written } of documents) {
    const { answers } = located(new TextEncoder().encode(text), file, set);
    const wanted = new Map(written.map(({ problem, field, value }) => [`${problem}/${field}`, value]));
    for (const [problem, fields] of Object.entries(answers))
      for (const [field, value] of Object.entries(fields))
        expect([file, problem, field, last(value)]).toEqual([
          file,
          problem,
          field,
          expect.stringMatching(new RegExp(`(?:^|[= ])${wanted.get(`${problem}/${field}`)?.replace('.', '\\.')}$`)),
        ]);
    const own = written.filter((one) => one.labelled);
    labelled += own.length;
    placed += own.filter(({ problem, field }) => answers[problem]?.[field] !== undefined).length;
  }
  expect(labelled).toBeGreaterThan(2_000);
  expect(placed / labelled).toBeGreaterThan(0.95);
});
