import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { Refusal } from './refusal.ts';
import { specsOf, type Task } from './spec.ts';

/** The tasks that come with the trainer, by id. */
export const taskIds = [
  'cifar10-convnets',
  'convnetjs',
  'mnist-convnet',
  'mnist-lenet',
  'mnist-mlp',
  'notmnist-dropout',
  'notmnist-hidden',
  'notmnist-layers',
  'notmnist-rates',
  'notmnist-readings',
  'zero-init',
] as const;

const asset = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const schema = JSON.parse(asset('./schemas/task.schema.json'));
const matches = new Ajv({ discriminator: true, allErrors: false, strict: false }).compile<Task>(schema);

function complaint({ instancePath, message = 'is not right', params }: ErrorObject): string {
  const extra = 'additionalProperty' in params ? `: "${params.additionalProperty}"` : '';
  const allowed = 'allowedValues' in params ? `: ${(params.allowedValues as unknown[]).join(', ')}` : '';
  return `${instancePath || '/'} ${message}${extra}${allowed}`;
}

const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;

/** What of all the schema's errors is to be said: the deepest, for the others only follow from it or allow nothing at all. */
function worst(errors: readonly ErrorObject[]): string {
  const nothing = ({ keyword, params }: ErrorObject) => keyword === 'type' && params.type === 'null';
  const real = errors.filter((error) => !nothing(error) && error.keyword !== 'anyOf' && error.keyword !== 'oneOf');
  const deepest = Math.max(...real.map(depth));
  const [first, ...more] = real.filter((error) => depth(error) === deepest);
  if (!first) return 'is no task';
  const missing = [first, ...more].map(({ params }) => params.missingProperty as string | undefined);
  if (more.length === 0 || missing.includes(undefined)) return complaint(first);
  return `${first.instancePath || '/'} must have one of the properties ${missing.join(', ')}`;
}

/** What a schema cannot say. */
function check(task: Task, file: string): void {
  for (const [run, { patience, split, batch, schedule }] of specsOf(task)) {
    const at = `${file}: run "${run}"`;
    if (schedule && 'plateau' in schedule && split.validation === 0) {
      throw new Refusal(`${at}: a rate that falls on a plateau needs a validation set; /split/validation is 0`);
    }
    if (patience !== undefined && split.validation === 0) {
      throw new Refusal(`${at}: early stopping (patience ${patience}) needs a validation set; /split/validation is 0`);
    }
    if (batch > split.train) throw new Refusal(`${at}: a batch of ${batch} is larger than the ${split.train} images`);
  }
}

/**
 * Reads a task file.
 * @throws Refusal naming the file and the place (JSON pointer).
 */
export function readTask(text: string, file: string): Task {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal(`${file}: not JSON (${error instanceof Error ? error.message : error})`);
  }
  if (!matches(value)) {
    throw new Refusal(`${file}: ${worst(matches.errors ?? [])}`);
  }
  check(value, file);
  return value;
}

/** A task that comes with the trainer; undefined for an unknown id. */
export function ownTask(id: string): Task | undefined {
  return taskIds.some((known) => known === id) ? readTask(asset(`./tasks/${id}.json`), `tasks/${id}.json`) : undefined;
}

/**
 * A task with every run changed alike, e.g. `{ epochs: 3 }`.
 * @throws Refusal as `readTask` does.
 */
export function withChanges(task: Task, changes: object): Task {
  const runs = Object.fromEntries(Object.entries(task.runs).map(([run, own]) => [run, { ...own, ...changes }]));
  return readTask(JSON.stringify({ ...task, runs }), `task ${task.id} as changed`);
}
