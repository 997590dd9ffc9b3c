import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import { limits } from '../../exact/limits.ts';
import { filterNames } from '../review/queue.ts';

const name = { type: 'string', minLength: 1, maxLength: 200 } as const;
const id = { type: 'string', minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9-]+$' } as const;
/** As in a submission, but for numbers, which would lose their digits on the way: a page sends what was typed. */
const answerValue = {
  $id: 'answer',
  anyOf: [
    { type: 'string', maxLength: limits.text },
    { type: 'null' },
    { type: 'array', maxItems: limits.items, items: { $ref: 'answer' } },
  ],
} as const;
const value = { $ref: 'answer' } as const;

/** An answer that was written. */
export const change = {
  type: 'object',
  required: ['id', 'problem', 'field', 'value', 'base'],
  additionalProperties: false,
  properties: {
    id,
    problem: name,
    field: name,
    value,
    base: { type: 'integer', minimum: 0 },
    priors: { type: 'array', maxItems: 100, items: id },
  },
} as const;

export const changes = {
  type: 'object',
  required: ['changes'],
  additionalProperties: false,
  properties: { changes: { type: 'array', maxItems: limits.fields, items: change } },
} as const;

export const checkBody = {
  ...changes,
  required: ['changes', 'hints'],
  properties: { ...changes.properties, hints: { enum: [0, 1, 2, 3] } },
} as const;

export const readBody = {
  type: 'object',
  required: ['problem', 'answers'],
  additionalProperties: false,
  properties: {
    problem: name,
    answers: { type: 'object', propertyNames: name, maxProperties: limits.fields, additionalProperties: value },
  },
} as const;

const words = { type: 'string', maxLength: 4000 } as const;

export const decisionBody = {
  type: 'object',
  required: ['group', 'action', 'students', 'text', 'known'],
  additionalProperties: false,
  properties: {
    group: { type: 'string', maxLength: 300_000 },
    action: { enum: ['points', 'comment', 'name', 'reviewed'] },
    students: { type: 'array', maxItems: 100_000, items: name },
    points: { type: 'string', pattern: '^\\d{1,6}(\\.\\d{1,9})?$' },
    text: words,
    field: name,
    known: { type: 'object', additionalProperties: { type: 'string', maxLength: 40 } },
    overrule: { type: 'boolean' },
  },
} as const;

/** What a page of the queue asks for; it is text, as every query is. */
export const queueQuery = {
  type: 'object',
  properties: {
    show: { enum: filterNames },
    find: { type: 'string', maxLength: 200 },
    most: { type: 'string', pattern: '^\\d{1,5}$' },
  },
} as const;

export const undoBody = {
  type: 'object',
  required: ['at'],
  additionalProperties: false,
  properties: { at: { type: 'string', maxLength: 40 } },
} as const;

/** What is sent to the server is held against schemas in the same way as what lies in files: strictly, and nothing is coerced. */
export function useSchemas(app: FastifyInstance): void {
  const ajv = new Ajv2020({ strict: true });
  ajv.addSchema(answerValue);
  app.setValidatorCompiler(({ schema }) => ajv.compile(schema as object));
}
