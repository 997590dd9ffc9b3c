import type { SlipKind } from '../../records/result.ts';

/** Each kind of slip in a few words, as the heading of its explanation. */
export const slipTitles: Readonly<Record<SlipKind, string>> = {
  sign: 'A sign',
  'dropped-term': 'A term is missing',
  'dropped-factor': 'A factor is missing',
  extra: 'Something is counted twice',
  swapped: 'One symbol for another',
  'skipped-step': 'A step is missing',
  'wrong-function': 'Another function',
  inverted: 'Divided instead of multiplied',
  power: 'A power',
  'off-by-one': 'One too many or too few',
  'floor-ceil': 'Rounding of a size',
  transposed: 'Rows and columns exchanged',
  averaged: 'Mean or sum',
  digit: 'A digit',
  magnitude: 'Decimal point',
  convention: 'Another convention',
  misconception: 'Another idea',
};

/** What a kind of slip makes worth revising. A miscopied digit makes nothing so. */
export const revisions: Readonly<Partial<Record<SlipKind, string>>> = {
  sign: 'Where signs get lost: the exponent of `exp(-x)`, the inner derivative of `1 - x`, the step against the gradient.',
  'dropped-term': 'Sums: one term for each input, and the bias once.',
  'dropped-factor': 'Products: which factors a line needs, and how often each occurs.',
  extra: 'Counting: what is already inside the number that a line starts from.',
  swapped: 'Which symbol a derivative leaves: differentiate `w*x` by `w`, and `x` remains.',
  'skipped-step': 'The chain rule: one factor for each link between the loss and the weight.',
  'wrong-function': 'The activation functions and their derivatives, side by side.',
  inverted: 'What is divided by what, and how the result grows when one of them does.',
  power: 'Powers: how the result grows when one symbol is doubled.',
  'off-by-one': 'The ends of a count: try the smallest case by hand.',
  'floor-ceil': 'The size of an output: how often a window fits, and what happens to the rest.',
  transposed: 'Shapes: which index runs along the rows, and which products fit.',
  averaged: 'Sum and mean over a batch: which of them a loss takes.',
  magnitude: 'Estimating: one digit of each factor tells where the decimal point belongs.',
};
