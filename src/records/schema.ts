import type { ErrorObject } from 'ajv';
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { ComplaintList } from './complaint-list.ts';
import { didYouMean } from './nearest.ts';
import type { SchemaName } from './schemas.ts';
import { validatorOf } from './validators.ts';

/** What a schema finds wrong with a value; nothing for a valid one. Only for values of bounded size: it lists all. */
export function schemaErrors(name: SchemaName, value: unknown): readonly ErrorObject[] {
  const validate = validatorOf(name);
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Puts a schema's findings into words, at the place of the file that they are about. */
export function complainOf(errors: readonly ErrorObject[], root: Node, list: ComplaintList): void {
  // A value that fits no branch of `anyOf` also fails in each branch; the branches' own errors only confuse.
  const branched = errors.filter((error) => error.keyword === 'anyOf').map((error) => error.schemaPath);
  const own = errors.filter((error) => !branched.some((path) => error.schemaPath.startsWith(`${path}/`)));
  for (const error of own) complainOfOne(error, nodeAt(root, error.instancePath), list);
}

function complainOfOne(error: ErrorObject, node: Node, list: ComplaintList): void {
  const properties = Object.keys((error.parentSchema?.properties ?? {}) as object);
  if (error.keyword === 'additionalProperties') {
    const name = String(error.params.additionalProperty);
    const key = findNodeAtLocation(node, [name])?.parent ?? node;
    list.add(key, `"${name}" is not a name that can stand here`, didYouMean(name, properties));
  } else if (error.keyword === 'required') {
    const name = String(error.params.missingProperty);
    list.add(node, `"${name}" is missing`, meaningOf(error.parentSchema?.properties?.[name]));
  } else {
    list.add(node, saysOf(error), meaningOf(error.parentSchema));
  }
}

/** Ajv's own words are for programmers where they quote a pattern or speak of branches. */
function saysOf({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'type') return `this must be ${[params.type].flat().join(' or ')}`;
  if (keyword === 'enum') return `this must be one of ${params.allowedValues.join(', ')}`;
  if (keyword === 'discriminator') return `"${params.tagValue ?? ''}" is no ${params.tag} that there is`;
  if (keyword === 'pattern' || keyword === 'anyOf') return 'this cannot stand here';
  return `this ${message ?? 'cannot stand here'}`;
}

function meaningOf(schema: unknown): string {
  const { description } = (schema ?? {}) as { description?: string };
  return description ? `it is ${description}` : '';
}

function nodeAt(root: Node, pointer: string): Node {
  const names = pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const step = (node: Node, name: string): Node =>
    findNodeAtLocation(node, [node.type === 'array' ? Number(name) : name]) ?? node;
  return names.reduce(step, root);
}
