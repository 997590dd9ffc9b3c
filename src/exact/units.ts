const unit =
  /^(?:parameters?|params?|weights?|bias(?:es)?|flops?|operations?|ops?|multiplications?|additions?|neurons?|filters?|channels?)$/i;
const qualifier = /^(?:trainable|learnable|total)$/i;
const letter = /\p{L}/u;

/** Is it a word for what a count counts? It says nothing that the question does not. (`MACs` are not FLOPs.) */
export const isUnit = (word: string): boolean => unit.test(word);

/** Where the trailing unit of `text`, read up to `to`, begins; `to` if it has none. */
export function unitStart(text: string, to: number): number {
  const first = wordStart(text, to);
  if (!isUnit(text.slice(first, to))) return to;
  const end = first - (text.slice(0, first).length - text.slice(0, first).trimEnd().length);
  const second = wordStart(text, end);
  return qualifier.test(text.slice(second, end)) ? second : first;
}

function wordStart(text: string, to: number): number {
  let at = to;
  while (at > 0 && letter.test(text[at - 1] ?? '')) at--;
  return at;
}
