import type { Working } from '../../working/problem.ts';
import type { Wording } from './edit.ts';

/** Names such as `C1.kernel` are for formulas; a sentence says "the kernel size of C1". */
const dotted = /(?<![\p{L}\p{N}_.])\p{L}[\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)+/gu;
const quoted = /(?:\b(?:the|every) (?:factor|term|step) )?`([^`]+)`/giu;

/**
 * The wording with the words of the working in the place of dotted names. `layer` is the layer that is spoken of;
 * `alike` says that it stands for all layers of its sort, so that its own name must not be said.
 */
export function spoken(wording: Wording, working: Working, layer: string, alike = false): Wording {
  const says = wording.says.replace(quoted, (all: string, code: string) => {
    const whole = code.match(dotted)?.[0] === code ? noun(code, working, layer, alike) : undefined;
    return whole ?? all.replace(dotted, (name) => (name.startsWith(`${layer}.`) ? name.slice(layer.length + 1) : name));
  });
  return { ...wording, says: says.charAt(0).toUpperCase() + says.slice(1) };
}

function noun(name: string, working: Working, layer: string, alike: boolean): string | undefined {
  const words = working.names[name];
  if (words === undefined || !alike) return words;
  if (name.startsWith(`${layer}.`)) return words.replace(` of ${layerWords(layer, working)}`, '');
  return /\.(?:size|height|width)$/.test(name) ? 'the input size' : 'the input depth';
}

const numerals = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const plurals: Readonly<Record<string, string>> = {
  conv: 'convolutions',
  pool: 'pooling layers',
  fc: 'fully connected layers',
  batchnorm: 'normalisations',
  inception: 'inception blocks',
};

/** "both convolutions", "all eight layers". */
export function allOf(sorts: readonly (string | undefined)[]): string {
  const types = [...new Set(sorts.map((sort = '') => sort.split('.')[0] ?? ''))];
  const [only = ''] = types;
  const noun = (types.length === 1 && plurals[only]) || 'layers';
  return sorts.length === 2 ? `both ${noun}` : `all ${numerals[sorts.length] ?? sorts.length} ${noun}`;
}

/** The words for a layer by its name: "layer 3". */
export const layerWords = (layer: string, { names }: Working): string =>
  names[layer]?.replace(/^the parameters of /, '') ?? layer;
