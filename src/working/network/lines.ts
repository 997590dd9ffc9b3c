import type { ShapeField } from '../field.ts';
import type { Given, Givens } from '../given.ts';
import type { Line, Working } from '../problem.ts';
import { layerAliases } from './aliases.ts';
import { type Extent, expand } from './expand.ts';
import type { Layer } from './layer.ts';
import { neighbours } from './neighbours.ts';
import { networkOperators } from './operators/index.ts';
import { Sheet } from './sheet.ts';
import type { Stated } from './stated.ts';
import { networkVoice } from './voice.ts';
import type { Volume } from './volume.ts';

/**
 * The worked solution of one network: its lines and givens, with `total`. Throws a plain `Error` where a number cannot
 * be used or a window does not fit.
 */
export function networkLines({ layers, input, set }: Stated, extent: Extent): Working {
  const sheet = new Sheet();
  const known = Object.keys(set);
  expand(
    sheet,
    layers.map((layer) => withNumbers(layer, set, '')),
    inputVolume(sheet, input, set),
    extent,
  );
  const stranger = known.find((name) => !sheet.givens.has(name));
  if (stranger)
    throw new Error(`there is no given "${stranger}"; the givens are ${[...sheet.givens.keys()].join(', ')}`);
  const top = layers.map(({ name }) => name).filter((name) => sheet.lines.some((line) => line.name === name));
  sheet.line(
    'total',
    top.join(' + ') || '0',
    'the parameters in total',
    { role: { type: 'total', of: 'parameters' } },
    0,
    'the total is no count',
  );
  const lines = extent.operations || extent.depths ? sheet.lines : needed(sheet.lines, [...top, 'total']);
  const fields = extent.depths ? layers.map((layer) => shapeOf(layer, sheet)) : [];
  const { givens, names } = sheet;
  const own = lines.flatMap(({ name, role }) => (role ? [[name, role] as const] : []));
  const roles = new Map([...sheet.roles, ...own]);
  const siblings = neighbours([...givens.keys()], lines, roles);
  const none = { groups: [], conventions: [], misconceptions: [] };
  return {
    rounding: { exact: true },
    givens,
    lines,
    names,
    counts: true,
    ...none,
    siblings,
    roles,
    voice: networkVoice,
    operators: networkOperators,
    fields,
    aliases: layerAliases(layers, lines, (name) => sheet.value(name)),
  };
}

function wholeNumber(name: string, value: Given): string {
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return String(Number(value));
  throw new Error(`the given "${name}" must be a whole number as text, such as "3"`);
}

/** The layer with the numbers that an assignment sets in place of its own. */
function withNumbers(layer: Layer, set: Givens, within: string): Layer {
  const name = within + layer.name;
  const numbers = Object.entries(layer.numbers).map(([attribute, value]) => {
    return [attribute, wholeNumber(`${name}.${attribute}`, set[`${name}.${attribute}`] ?? value)] as const;
  });
  const branches = layer.branches.map((branch) => branch.map((inner) => withNumbers(inner, set, `${name}.`)));
  return { ...layer, numbers: Object.fromEntries(numbers), branches };
}

function inputVolume(sheet: Sheet, input: readonly string[], set: Givens): Volume {
  const [height = '1', width = height, depth = height] = input;
  const given = (name: string, value: string): string =>
    sheet.given(
      `input.${name}`,
      wholeNumber(`input.${name}`, set[`input.${name}`] ?? value),
      `the ${name} of the input`,
      { layer: 'input', words: 'the input', type: 'input', of: name },
    );
  if (input.length === 1) return { sides: [], depth: given('units', height) };
  const sides = height === width ? [given('size', height)] : [given('height', height), given('width', width)];
  return { sides, depth: given('depth', depth) };
}

/** Only the lines that lead to one of these. */
function needed(lines: readonly Line[], wanted: readonly string[]): Line[] {
  const keep = new Set(wanted);
  for (const line of [...lines].reverse()) if (keep.has(line.name)) for (const input of line.inputs) keep.add(input);
  return lines.filter(({ name }) => keep.has(name));
}

function shapeOf({ name }: Layer, sheet: Sheet): ShapeField {
  const line = (of: string) => sheet.lines.find((one) => one.name === of);
  const sides = ['size', 'height', 'width'].map((axis) => `${name}.${axis}`).filter((side) => line(side));
  return { kind: 'shape', name: `${name}Shape`, sides, channels: `${name}.depth` };
}
