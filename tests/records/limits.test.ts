import { expect, it } from 'vitest';
import { limits } from '../../src/exact/limits.ts';
import submission from '../../src/records/schemas/submission.schema.json' with { type: 'json' };

it('the schema of a submission states the limits that its reader keeps', () => {
  const { answers } = submission.properties;
  const { fields, value } = submission.$defs;
  expect([answers.maxProperties, fields.maxProperties]).toEqual([limits.fields, limits.fields]);
  expect(value.anyOf.flatMap(({ maxLength }) => maxLength ?? [])).toEqual([limits.text]);
  expect(value.anyOf.flatMap(({ maxItems }) => maxItems ?? [])).toEqual([limits.items]);
});
