const unit =
  /^(?:parameters?|params?|weights?|bias(?:es)?|flops?|operations?|ops?|multiplications?|additions?|neurons?|filters?|channels?)$/i;
const qualifier = /^(?:trainable|learnable|total|overall|altogether|exactly)$/i;
const measured = /^(?:test|testing|accuracy|acc|set|data)$/i;
const letter = /\p{L}/u;

/** Is it a word for what a count counts? It says nothing that the question does not. (`MACs` are not FLOPs.) */
export const isUnit = (word: string): boolean => unit.test(word);

/**
 * Where the words behind a number, read up to `to`, begin that say what was counted ("trainable parameters in total",
 * "weights and biases"), or of a share where it was measured ("on the test set"); `to` if there are none.
 */
export function unitStart(text: string, to: number, share = false): number {
  let start = to;
  for (let at = to; at > 0; ) {
    const end = blanksStart(text, at);
    const from = wordStart(text, end);
    const word = text.slice(from, end);
    if (
      unit.test(word) ||
      (qualifier.test(word) && /[\s\0]/.test(text[from - 1] ?? '')) ||
      (share && measured.test(word))
    )
      start = from;
    else if (word === 'in' && /^total/i.test(text.slice(start))) start = from;
    else if (share && /^(?:on|the)$/.test(word) && start < to) start = from;
    else if (word !== 'and' && text[end - 1] !== '+') return start;
    at = word === '' ? end - 1 : from;
  }
  return start;
}

function wordStart(text: string, to: number): number {
  let at = to;
  while (at > 0 && letter.test(text[at - 1] ?? '')) at--;
  return at;
}

function blanksStart(text: string, to: number): number {
  let at = to;
  while (at > 0 && /[\s\0]/.test(text[at - 1] ?? '')) at--;
  return at;
}
