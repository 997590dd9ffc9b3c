import { print } from '../../expressions/print.ts';
import type { Given, Givens } from '../given.ts';
import {
  type Alternative,
  type Ask,
  type Convention,
  checkAsks,
  type Domain,
  type Field,
  type Line,
  type Problem,
  type Working,
} from '../problem.ts';
import { type Extent, expand } from './expand.ts';
import { type Layer, readLayers, type StatedLayer } from './layer.ts';
import { neighbours } from './neighbours.ts';
import { Sheet } from './sheet.ts';
import type { Volume } from './volume.ts';

/** A network and what is asked about it. Everything else is derived from the layers. */
export interface NetworkDeclaration {
  readonly id: string;
  readonly title: string;
  /** Height, width and depth of the input. */
  readonly input: readonly [string, string, string];
  readonly layers: readonly StatedLayer[];
  readonly asks: Readonly<Record<string, Ask>>;
  readonly extent?: Extent;
  /** The numbers that an assignment may set; all of them unless said. */
  readonly settable?: readonly string[];
  /** Is the list of layers itself a given, which an assignment may set? Otherwise only its numbers are. */
  readonly open?: boolean;
  readonly domains?: Readonly<Record<string, Domain>>;
  readonly conventions?: readonly Convention[];
  /** Conventions that are other lists of the same layers. */
  readonly readings?: readonly NetworkReading[];
  readonly accepted?: readonly string[];
  readonly alternatives?: readonly Alternative[];
  readonly misconceptions?: readonly Convention[];
  /** Sister networks that are commonly counted in its place. */
  readonly sisters?: readonly Sister[];
  readonly choices?: readonly Extract<Field, { kind: 'choice' }>[];
}

/** Another published network: its layers, and what is said where its count is given. */
export interface Sister {
  readonly says: string;
  readonly layers: readonly StatedLayer[];
  readonly input?: readonly [string, string, string];
}

/** The same network counted otherwise: its lines replace those of the same name. */
export interface NetworkReading {
  readonly id: string;
  readonly says: string;
  readonly layers: readonly StatedLayer[];
}

/** What is stated about one network: layers, input, and numbers in place of those in the list. */
interface Stated {
  readonly layers: readonly Layer[];
  readonly input: readonly string[];
  readonly set: Givens;
  /** The fields asked for, with equal points; what the problem asks unless said. */
  readonly asked?: readonly string[];
}

/** A counting problem from a list of layers: the lines are the layers' parameters, their sizes, and `total`. */
export function defineNetwork(declared: NetworkDeclaration): Problem {
  const { id, title, asks, domains = {}, open = false } = declared;
  const rounding = { exact: true } as const;
  const work = remembered((set) => workOf(declared, open ? openly(declared, set) : closely(declared, set)));
  const own = work({});
  checkAsks(id, asks, [...own.lines, ...(own.fields ?? [])]);
  const givens: Givens = open ? { input: declared.input, layers: declared.layers } : settable(declared, own);
  return { id, title, rounding, givens, domains, asks, work };
}

const mostRemembered = 50;

/** The slips of a network are many: equal givens get the same working, with all that was derived from it. */
function remembered(work: (set: Givens) => Working): (set: Givens) => Working {
  const known = new Map<string, Working>();
  return (set) => {
    const key = JSON.stringify(set);
    const working = known.get(key) ?? work(set);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, working);
    return working;
  };
}

function settable({ id, settable: names }: NetworkDeclaration, { givens }: Working): Givens {
  const stranger = names?.find((name) => !givens.has(name));
  if (stranger) throw new Error(`${id}: "${stranger}" may be set, but no layer has this number`);
  return Object.fromEntries([...givens].filter(([name]) => names?.includes(name) ?? true));
}

/** The lines and givens of a network as a working of its own: for tests, and for sister networks. */
export function networkWorking(input: readonly string[], layers: readonly StatedLayer[], extent: Extent = {}): Working {
  return working({ layers: readLayers(layers, '/layers', nameAt), input, set: {} }, extent);
}

const nameAt = (i: number): string => `layer${i + 1}`;

function closely({ input, layers, settable: names }: NetworkDeclaration, set: Givens): Stated {
  const stranger = Object.keys(set).find((name) => names && !names.includes(name));
  if (stranger) throw new Error(`there is no given "${stranger}"; the givens are ${names?.join(', ')}`);
  return { layers: readLayers(layers, '/layers', nameAt), input, set };
}

function openly(declared: NetworkDeclaration, set: Givens): Stated {
  const stranger = Object.keys(set).find((name) => !['input', 'layers', 'asked'].includes(name));
  if (stranger) throw new Error(`there is no given "${stranger}"; the givens are input, layers and asked`);
  const layers = set.layers ?? declared.layers;
  if (Array.isArray(layers) && layers.some((layer: Given) => Object.hasOwn(Object(layer), 'name')))
    throw new Error('/givens/layers: the layers of this problem are called layer1, layer2 and so on; leave "name" out');
  const input = readInput(set.input ?? declared.input);
  const asked = set.asked === undefined ? {} : { asked: readAsked(set.asked) };
  return { layers: readLayers(layers, '/givens/layers', nameAt), input, set: {}, ...asked };
}

function readAsked(stated: Given): readonly string[] {
  if (Array.isArray(stated) && stated.length > 0 && stated.every((name: Given) => typeof name === 'string'))
    return stated;
  throw new Error('/givens/asked: a list of fields is needed, such as ["layer1", "layer1Shape", "total"]');
}

function readInput(stated: Given): readonly string[] {
  const isSize = (side: Given): boolean => typeof side === 'string' && /^[1-9]\d{0,6}$/.test(side);
  if (Array.isArray(stated) && (stated.length === 3 || stated.length === 1) && stated.every(isSize)) return stated;
  throw new Error('/givens/input: the input is ["height", "width", "depth"], such as ["28", "28", "1"], or ["length"]');
}

function workOf(declared: NetworkDeclaration, stated: Stated): Working {
  const { misconceptions = [], alternatives = [], accepted = [], sisters = [], readings = [], choices = [] } = declared;
  const expanded = (layers: readonly StatedLayer[], input: readonly string[], set: Givens): Working =>
    working({ layers: readLayers(layers, '/layers', nameAt), input, set }, declared.extent ?? {});
  const own = working(stated, declared.extent ?? {});
  const variants = sisters.map(({ says, layers, input = stated.input }) => ({
    says,
    working: expanded(layers, input, {}),
  }));
  const read = readings.map(({ id, says, layers }) => ({
    id,
    says,
    over: changed(own, expanded(layers, stated.input, stated.set)),
  }));
  const conventions = [...read, ...(declared.conventions ?? [])];
  const fields = [...(own.fields ?? []), ...choices];
  const asks = declared.open ? asksOf(stated) : undefined;
  if (asks) checkAsks('/givens/asked', asks, [...own.lines, ...fields]);
  return { ...own, conventions, misconceptions, alternatives, accepted, variants, fields, ...(asks && { asks }) };
}

/** A point for each field that is asked for; unless said, for the total and for every layer that is shown. */
function asksOf({ asked, layers }: Stated): Record<string, Ask> {
  if (asked) return Object.fromEntries(asked.map((field) => [field, { points: 1 }]));
  const steps = Object.fromEntries(layers.map(({ name }) => [name, 1]));
  return { total: { points: layers.length + 1, steps } };
}

/** The formulas of the second working that are not those of the first, by line. */
function changed({ lines }: Working, other: Working): Record<string, string> {
  const own = new Map(lines.map(({ name, formula }) => [name, print(formula)]));
  const differ = other.lines.filter(({ name, formula }) => own.get(name) !== print(formula));
  return Object.fromEntries(differ.map(({ name, formula }) => [name, print(formula)]));
}

function working({ layers, input, set }: Stated, extent: Extent): Working {
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
  sheet.line('total', top.join(' + ') || '0', 'the total', { sort: 'total' }, 0, 'the total is no count');
  const lines = extent.operations || extent.depths ? sheet.lines : needed(sheet.lines, [...top, 'total']);
  const fields = extent.depths ? layers.map((layer) => shapeOf(layer, sheet)) : [];
  const siblings = neighbours([...sheet.givens.keys()], lines);
  const { givens, names } = sheet;
  const none = { groups: [], conventions: [], misconceptions: [] };
  return { rounding: { exact: true }, givens, lines, names, counts: true, ...none, siblings, fields };
}

/** The layer with the numbers that an assignment sets in place of its own. */
function withNumbers(layer: Layer, set: Givens, within: string): Layer {
  const name = within + layer.name;
  const numbers = Object.entries(layer.numbers).map(([attribute, value]) => {
    const other = set[`${name}.${attribute}`] ?? value;
    if (typeof other !== 'string' || !/^\d{1,9}$/.test(other))
      throw new Error(`the given "${name}.${attribute}" must be a whole number as text, such as "3"`);
    return [attribute, other] as const;
  });
  const branches = layer.branches.map((branch) => branch.map((inner) => withNumbers(inner, set, `${name}.`)));
  return { ...layer, numbers: Object.fromEntries(numbers), branches };
}

function inputVolume(sheet: Sheet, input: readonly string[], set: Givens): Volume {
  const [height = '1', width = height, depth = height] = input;
  const given = (name: string, value: string): string =>
    sheet.given(`input.${name}`, String(set[`input.${name}`] ?? value), `the ${name} of the input`);
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

function shapeOf({ name }: Layer, sheet: Sheet): Field {
  const line = (of: string) => sheet.lines.find((one) => one.name === of);
  const sides = ['size', 'height', 'width'].map((axis) => `${name}.${axis}`).filter((side) => line(side));
  return { kind: 'shape', name: `${name}Shape`, sides, channels: `${name}.depth` };
}
