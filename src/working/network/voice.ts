import { type Expression, substitute, symbol } from '../../expressions/tree.ts';
import { capital, type Message, type Part, partsOf } from '../message.ts';
import { numerals } from '../numerals.ts';
import { placed } from '../voice.ts';
import type { Line, Voice, Wording, Working } from '../working.ts';

/** How a list of layers speaks of its lines: by the words of the layers, in the place of dotted names. */
export const networkVoice: Voice = {
  inOne: (wording, line, working) => {
    const layer = line.role?.layer;
    return layer === undefined ? wording : placed(spoken(wording, working, layer), wordsOf(line, working));
  },
  inAll: (wording, lines, working) => {
    const layer = lines[0]?.role?.layer;
    return layer === undefined ? wording : placed(spoken(wording, working, layer, true), allOf(lines.map(typeOf)));
  },
  anywhere: (wording, working) => spoken(wording, working, ''),
  place: (lines): Message => {
    const [first] = lines;
    return lines.length > 1 || !first ? allOf(lines.map(typeOf)) : (first.role?.words ?? first.name);
  },
};

/** A line other than that of its parameters is said itself: "the output size of C1". */
const wordsOf = ({ name, role }: Line, { names }: Working): string =>
  role?.of === 'parameters' ? (role.words ?? name) : (names[name] ?? name);

const typeOf = ({ role }: Line): string => role?.type ?? '';

/**
 * The wording with the words of the working in the place of dotted names. `layer` is the layer that is spoken of;
 * `alike` says that it stands for all layers of its sort, so that its own name must not be said.
 */
function spoken(wording: Wording, working: Working, layer: string, alike = false): Wording {
  const own = (name: string): string => (name.startsWith(`${layer}.`) ? name.slice(layer.length + 1) : name);
  const inWords = (part: Part): Part => {
    if (typeof part === 'string' || 'code' in part) return part;
    const name = nameOf(part);
    const words = name?.includes('.') ? noun(name, working, layer, alike) : undefined;
    if (words !== undefined) return words;
    if ('line' in part) return { line: own(part.line) };
    return { ...part, formula: substitute(part.formula, (name) => symbol(own(name))) };
  };
  const parts = partsOf(wording.says);
  const says = parts.map(inWords);
  return { ...wording, says: says[0] === parts[0] ? says : capital(says) };
}

/** The name that a part consists of: names such as `C1.kernel` are for formulas, a sentence says "the kernel size of C1". */
function nameOf(part: { readonly line: string } | { readonly formula: Expression }): string | undefined {
  if ('line' in part) return part.line;
  return part.formula.kind === 'symbol' ? part.formula.name : undefined;
}

const extents: ReadonlySet<string> = new Set(['size', 'height', 'width']);

function noun(name: string, working: Working, layer: string, alike: boolean): string | undefined {
  const words = working.names[name];
  if (words === undefined || !alike) return words;
  const role = working.roles?.get(name);
  if (role?.layer === layer) return words.replace(` of ${role.words ?? layer}`, '');
  return extents.has(role?.of ?? '') ? 'the input size' : 'the input depth';
}

const plurals: Readonly<Record<string, string>> = {
  conv: 'convolutions',
  pool: 'pooling layers',
  fc: 'fully connected layers',
  batchnorm: 'normalisations',
  inception: 'inception blocks',
};

/** "both convolutions", "all eight layers". */
export function allOf(types: readonly string[]): string {
  const [only = '', second] = new Set(types);
  const noun = (second === undefined && plurals[only]) || 'layers';
  return types.length === 2 ? `both ${noun}` : `all ${numerals[types.length] ?? types.length} ${noun}`;
}
