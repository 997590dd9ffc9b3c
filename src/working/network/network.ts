import { print } from '../../expressions/print.ts';
import type { ChoiceField } from '../field.ts';
import type { Givens } from '../given.ts';
import {
  type Aliases,
  type Alternative,
  type Ask,
  type Convention,
  checkAliases,
  checkAsks,
  type Domain,
  type Operator,
  type Problem,
  type Variant,
  type Working,
} from '../problem.ts';
import type { Extent } from './expand.ts';
import { readLayers, type StatedLayer } from './layer.ts';
import { networkLines } from './lines.ts';
import { type Said, sharing } from './shared.ts';
import { closely, nameAt, openly, type Stated } from './stated.ts';

/** A network and what is asked about it. Everything else is derived from the layers. */
export interface NetworkDeclaration {
  /** The name of its folder: small letters, digits and dashes. */
  readonly id: string;
  /** The heading of the report. */
  readonly title: string;
  /** Height, width and depth of the input. */
  readonly input: readonly [string, string, string];
  /** The layers in order: `{ name: 'C1', type: 'conv', filters: '6', kernel: '5' }`. */
  readonly layers: readonly StatedLayer[];
  /** The fields that carry points. */
  readonly asks: Readonly<Record<string, Ask>>;
  /** What is counted besides parameters and sizes. */
  readonly extent?: Extent;
  /** The numbers that an assignment may set; all of them unless said. */
  readonly settable?: readonly string[];
  /** Is the list of layers itself a given, which an assignment may set? Otherwise only its numbers are. */
  readonly open?: boolean;
  /** What the givens may be in a variant; one without a domain keeps its value. */
  readonly domains?: Readonly<Record<string, Domain>>;
  /** Conventions of the field under which other formulas are right. */
  readonly conventions?: readonly Convention[];
  /** Conventions that are other lists of the same layers. */
  readonly readings?: readonly NetworkReading[];
  /** Conventions that are right unless an assignment says which are. */
  readonly accepted?: readonly string[];
  /** Other numbers that a given is commonly taken to be. */
  readonly alternatives?: readonly Alternative[];
  /** Other ideas that people have: formulas in the place of lines, with what to say of them. */
  readonly misconceptions?: readonly Convention[];
  /** Sister networks that are commonly counted in its place. */
  readonly sisters?: readonly Sister[];
  /** Other labels that people write, beside those that the layers' names give ("Layer C1"). */
  readonly aliases?: Aliases;
  /** Fields that are a choice of names. */
  readonly choices?: readonly ChoiceField[];
  /** Slips of this problem or course, beside those of every formula and every list of layers. */
  readonly operators?: readonly Operator[];
}

/** Another published network: its layers, and what is said where its count is given. */
export interface Sister {
  readonly says: string;
  readonly layers: readonly StatedLayer[];
  readonly input?: readonly [string, string, string];
}

/** The same network counted otherwise: its lines replace those of the same name. */
export interface NetworkReading extends Pick<Convention, 'id' | 'said' | 'denied'> {
  readonly says: string;
  readonly layers: readonly StatedLayer[];
}

/** A counting problem from a list of layers: the lines are the layers' parameters, their sizes, and `total`. */
export function defineNetwork(declared: NetworkDeclaration): Problem {
  const { id, title, asks, domains = {}, open = false } = declared;
  const rounding = { exact: true } as const;
  const workOf = workings(declared);
  const work = remembered((set) => workOf(open ? openly(declared, set) : closely(declared, set)));
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
  return networkLines({ layers: readLayers(layers, '/layers', nameAt), input, set: {} }, extent);
}

const expanded = (
  declared: NetworkDeclaration,
  layers: readonly StatedLayer[],
  input: readonly string[],
  set: Givens,
) => networkLines({ layers: readLayers(layers, '/layers', nameAt), input, set }, declared.extent ?? {});

/** The working for any statement of a network; what does not hang on its numbers is made once. */
function workings(declared: NetworkDeclaration): (stated: Stated) => Working {
  const share = sharing();
  const sistersOf = sistersBy(declared);
  return (stated) => {
    const own = networkLines(stated, declared.extent ?? {});
    const working = share(own, () => said(declared, stated, own));
    const asks = declared.open ? asksOf(stated) : undefined;
    if (asks) checkAsks('/givens/asked', asks, [...own.lines, ...(working.fields ?? [])]);
    return { ...working, variants: sistersOf(stated.input), ...(asks && { asks }) };
  };
}

/** The sister networks on an input. */
function sistersBy(declared: NetworkDeclaration): (input: readonly string[]) => Variant[] {
  const known = new Map<string, Variant[]>();
  return (stated) => {
    const made =
      known.get(stated.join()) ??
      (declared.sisters ?? []).map(({ says, layers, input = stated }) => ({
        says,
        working: expanded(declared, layers, input, {}),
      }));
    if (known.size >= mostRemembered) known.clear();
    known.set(stated.join(), made);
    return made;
  };
}

/** What is declared of a network and its lines. */
function said(declared: NetworkDeclaration, stated: Stated, own: Working): Said {
  const { misconceptions = [], alternatives = [], accepted = [], readings = [], choices = [] } = declared;
  const read = readings.map(({ layers, ...one }) => ({
    ...one,
    over: changed(own, expanded(declared, layers, stated.input, stated.set)),
  }));
  const conventions = [...read, ...(declared.conventions ?? [])];
  const fields = [...(own.fields ?? []), ...choices];
  const names = [...own.givens.keys(), ...[...own.lines, ...fields].map(({ name }) => name)];
  checkAliases(declared.id, declared.aliases ?? {}, names);
  const aliases = joined(own.aliases ?? {}, declared.aliases ?? {});
  const operators = [...(own.operators ?? []), ...(declared.operators ?? [])];
  const { givens, asks, rounding, ...rest } = own;
  return { ...rest, conventions, misconceptions, alternatives, accepted, fields, aliases, operators };
}

const joined = (some: Aliases, more: Aliases): Aliases =>
  Object.fromEntries(
    [...new Set([...Object.keys(some), ...Object.keys(more)])].map((name) => [
      name,
      [...(some[name] ?? []), ...(more[name] ?? [])],
    ]),
  );

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
