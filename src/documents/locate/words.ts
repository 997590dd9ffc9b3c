import { unmarked } from '../passage.ts';

const idle = new Set(
  'the of a an for in is are on at its it this that has have had number count we get got our my be was were as from so hence thus then therefore by to per each after all value result answer final our equal equals becomes gives yields makes amounts comes which respect der die das den dem ein eine einer von für im am le la les un une du au aux pour dans par en est donc'.split(
    ' ',
  ),
);

/** Words of one meaning, as people write them in this field. */
const same: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    parameter: 'param params weight-count paramètre paramètres',
    operation: 'flop flops ops operationen opération opérations',
    without: 'no w/o excluding exclude minus-bias ohne sans',
    with: 'w/ including include incl mit avec',
    unit: 'neuron neurone neurones node',
    accuracy: 'acc genauigkeit exactitude',
    loss: 'verlust perte',
    layer: 'schicht couche couches',
    weight: 'gewicht gewichte poids',
    output: 'ausgabe sortie',
    input: 'eingabe entrée reçoit',
    conv: 'convolution convolutional convolutions faltung',
    fc: 'dense fullyconnected fully-connected linear',
    pool: 'pooling maxpool subsampling downsampling maxpooling',
    total: 'overall altogether sum tot totally summe gesamt insgesamt ensemble somme',
    test: 'testing',
    validation: 'val',
    training: 'train',
    derivative: 'gradient partial ableitung dérivée',
    shape: 'dimension dim',
    size: 'side width côté taille',
    bias: 'biases bia biais',
    multiplication: 'multiplie multiply mult multiplikation',
    addition: 'add summation',
    plain: 'normal standard regular ordinary vanilla usual ordinaire gewöhnliche',
    hidden: 'caché cachée versteckte verstecktes',
    prediction: 'prédiction vorhersage',
    receptive: 'réceptif rezeptives rezeptive',
    field: 'champ feld',
    gate: 'porte gatter',
    depthwise: 'profondeur tiefenweise',
    pointwise: 'ponctuelle punktweise',
    max: 'maximum maximal',
    average: 'mean avg averaging averaged',
  }).flatMap(([word, others]) => others.split(' ').map((other) => [other, word])),
);

/** The words of a text that say what it is about: small letters, without ends of plurals, letters and digits apart. */
export function wordsOf(text: string): string[] {
  const flat = unmarked(text)
    .normalize('NFC')
    .replace(/(?<!\p{L})[ldLD]['’](?=\p{L}{2})/gu, ' ')
    .replace(/\\(?:text|mathrm|operatorname|textbf|mbox|texttt)\s*\{([^{}]*)\}/g, ' $1 ')
    .replace(/\\?#/g, ' ')
    // `conv2_1` and `conv2-1` have one number of two parts.
    .replace(/(\p{L}\d{1,2})(?:\\?_|-)(?=\d{1,2}(?![\d.]))/gu, '$1.')
    .replace(
      /\\(?:times|cdot|frac|dfrac|left|right|quad|qquad|approx|underline|boxed|text|textbf|mathrm|mathbf|operatorname|mbox)(?![a-zA-Z])/g,
      ' ',
    )
    .replace(/\\([a-zA-Z]+)/g, ' $1 ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/\bw\/o\b/gi, 'without')
    .replace(/\bmacs?\b/gi, 'multiply adds')
    .replace(/\bw\/(?=\s|\p{L})/giu, 'with ')
    .replace(/\bw\.?\s?r\.?\s?t\b\.?/gi, ' by ')
    .replace(/fully[\s-]connected/gi, 'fc');
  const tokens = flat.toLowerCase().match(/\p{L}+|\d+(?:\.\d+)?/gu) ?? [];
  return tokens
    .map(singular)
    .map((word) => (Object.hasOwn(same, word) ? (same[word] ?? word) : word))
    .filter((word) => !idle.has(word));
}

function singular(word: string): string {
  if (Object.hasOwn(same, word)) return word;
  if (/ses$|ches$|xes$/.test(word)) return word.slice(0, -2);
  if (/[^aeiou]ed$/.test(word) && word.length > 4) return word.slice(0, -1);
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Are all the words of the first among those of the second, digits beside the words they stand with? */
export function covers(of: readonly string[], words: readonly string[]): boolean {
  if (of.length === 0) return false;
  if (of.some((word) => /\d/.test(word))) return stretch(of, words) || besides(of, words);
  return of.every((word) => words.includes(word));
}

/** Does the first stand in the second in one piece, in any order: `100 hidden units`, `hidden units: 100`? */
function stretch(of: readonly string[], words: readonly string[]): boolean {
  return words.some((_, i) => {
    const piece = words.slice(i, i + of.length);
    return piece.length === of.length && of.every((word) => piece.includes(word));
  });
}

/** Does the first stand in the second in order, with at most one word between: `layer 1 (conv) output`? */
const besides = (of: readonly string[], words: readonly string[]): boolean =>
  words.some((_, i) => {
    let met = 0;
    for (const word of words.slice(i, i + of.length + 1)) if (word === of[met]) met++;
    return met === of.length;
  });

export const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && covers(a, b) && b.every((word) => a.includes(word));

/** Words of which one is never the other. */
const contraries: readonly (readonly string[])[] = [
  ['training', 'validation', 'test'],
  ['with', 'without'],
  ['max', 'average', 'min'],
  ['input', 'output'],
  ['forward', 'backward'],
  ['first', 'second', 'third', 'fourth', 'last'],
  ['before', 'after'],
];

/** Does a text say the contrary of a phrase: training, where the phrase is of the test? */
export const contradicts = (words: readonly string[], phrase: readonly string[]): boolean =>
  contraries.some((set) => {
    const [said, meant] = [words, phrase].map((all) => set.filter((word) => all.includes(word)));
    return said?.length && meant?.length ? !said.some((word) => meant.includes(word)) : false;
  });
