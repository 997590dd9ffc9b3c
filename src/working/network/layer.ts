import type { Given } from '../given.ts';

/** The numbers that a layer of each type must and may state, and its switches. */
const types = {
  conv: { must: ['filters', 'kernel'], may: ['stride', 'padding', 'groups', 'dilation'], switches: ['bias', 'ceil'] },
  pool: { must: ['window'], may: ['stride', 'padding'], switches: ['ceil', 'trainable'] },
  fc: { must: ['units'], may: [], switches: ['bias'] },
  batchnorm: { must: [], may: [], switches: [] },
  activation: { must: [], may: [], switches: [] },
  dropout: { must: [], may: [], switches: [] },
  flatten: { must: [], may: [], switches: [] },
  inception: { must: [], may: [], switches: [] },
} as const;

export type LayerType = keyof typeof types;
export type Switch = 'bias' | 'ceil' | 'trainable';

/** One layer as stated: what it leaves out takes the usual value (stride 1, or the window of a pool; no padding). */
export interface Layer {
  readonly name: string;
  readonly type: LayerType;
  /** Stated numbers as text. */
  readonly numbers: Readonly<Record<string, string>>;
  /** `bias` is on unless stated. */
  readonly switches: Readonly<Record<Switch, boolean>>;
  /** Inception: rows of layers over the same input, whose outputs are stacked. */
  readonly branches: readonly (readonly Layer[])[];
}

/** A layer as an author or an assignment writes it. */
export type StatedLayer = { readonly [attribute: string]: Given };

const deepest = 2;
const most = 200;

/**
 * Reads a list of layers. `place` leads to it (`/layers`) and begins every message; layers without a name are called
 * after their place. Throws a plain `Error` that names the layer and the mend.
 */
export function readLayers(
  stated: Given | undefined,
  place: string,
  called: (at: number) => string,
  deep = 0,
): Layer[] {
  if (!Array.isArray(stated) || stated.length === 0)
    throw new Error(
      `${place}: a list of layers is needed, such as [{ "type": "conv", "filters": "6", "kernel": "5" }]`,
    );
  if (stated.length > most) throw new Error(`${place}: ${stated.length} layers; at most ${most} are counted`);
  const layers = stated.map((layer: Given, i) => readLayer(layer, `${place}/${i}`, called(i), deep));
  const twice = layers.find(({ name }, i) => layers.findIndex((other) => other.name === name) < i);
  if (twice) throw new Error(`${place}: two layers are called "${twice.name}"; give one another name`);
  return layers;
}

function readLayer(stated: Given, place: string, called: string, deep: number): Layer {
  if (typeof stated !== 'object' || Array.isArray(stated))
    throw new Error(`${place}: a layer is an object such as { "type": "fc", "units": "10" }`);
  const { type, name = called, branches, ...rest } = stated as StatedLayer;
  if (typeof type !== 'string' || !Object.hasOwn(types, type))
    throw new Error(`${place}: "type" must be one of ${Object.keys(types).join(', ')}`);
  if (typeof name !== 'string' || !/^\p{L}[\p{L}\p{N}_]*$/u.test(name))
    throw new Error(`${place}: "name" must be a letter followed by letters, digits and underscores`);
  const at = `${place} (${name})`;
  const { must, may, switches } = types[type as LayerType];
  checkNames(at, type, Object.keys(rest), [...must, ...may, ...switches]);
  const missing = must.find((attribute) => !Object.hasOwn(rest, attribute));
  if (missing) throw new Error(`${at}: a ${type} layer needs "${missing}"`);
  const numbers = [...must, ...may].filter((attribute) => Object.hasOwn(rest, attribute));
  return {
    name,
    type: type as LayerType,
    numbers: Object.fromEntries(numbers.map((attribute) => [attribute, wholeNumber(at, attribute, rest)])),
    switches: {
      bias: isOn(at, 'bias', rest, true),
      ceil: isOn(at, 'ceil', rest),
      trainable: isOn(at, 'trainable', rest),
    },
    branches: readBranches(at, type, branches, deep),
  };
}

function checkNames(at: string, type: string, names: readonly string[], known: readonly string[]): void {
  const stranger = names.find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const may = known.length > 0 ? `it has ${known.join(', ')}` : 'it has none';
  throw new Error(`${at}: a ${type} layer has no "${stranger}"; ${may}`);
}

/** "same" is the padding that keeps the size at stride 1. */
function wholeNumber(at: string, attribute: string, stated: StatedLayer): string {
  const value = stated[attribute];
  if (attribute === 'padding' && value === 'same') return samePadding(at, Number(stated.kernel), stated.stride ?? '1');
  const least = attribute === 'padding' ? 0 : 1;
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value) || Number(value) < least)
    throw new Error(`${at}: "${attribute}" must be a whole number from ${least}, as text, such as "${least + 2}"`);
  return String(Number(value));
}

function samePadding(at: string, kernel: number, stride: Given): string {
  if (stride === '1' && kernel % 2 === 1) return String((kernel - 1) / 2);
  throw new Error(`${at}: "same" padding needs an odd kernel and stride 1; write the padding as a number`);
}

function isOn(at: string, name: Switch, stated: StatedLayer, usual = false): boolean {
  const value = stated[name] ?? String(usual);
  if (value !== 'true' && value !== 'false') throw new Error(`${at}: "${name}" must be "true" or "false"`);
  return value === 'true';
}

function readBranches(at: string, type: string, branches: Given | undefined, deep: number): Layer[][] {
  if (type !== 'inception') {
    if (branches !== undefined) throw new Error(`${at}: only an inception layer has "branches"`);
    return [];
  }
  if (deep >= deepest) throw new Error(`${at}: inception layers stand inside one another more than ${deepest} deep`);
  if (!Array.isArray(branches) || branches.length === 0)
    throw new Error(`${at}: "branches" must be a list of lists of layers`);
  return branches.map((branch: Given, b) =>
    readLayers(branch, `${at}/branches/${b}`, (i) => `branch${b + 1}layer${i + 1}`, deep + 1),
  );
}
