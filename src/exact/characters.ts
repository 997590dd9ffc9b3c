/** Stands where notation without a meaning of its own was; skipped by every reader. */
export const filler = '\0';

/** White space and filler, as the inside of a regular expression's class. */
export const blanks = String.raw`\s\0`;

const alike = new Map<string, string>([
  ...pairs('−–‒‐‑﹣', '-'),
  ...pairs('×⋅·∙•∗⨯✕', '*'),
  ...pairs('÷⁄∕', '/'),
  ...pairs('≃≅≒', '≈'),
  ...pairs('′’ʹ', "'"),
]);

function pairs(characters: string, plain: string): [string, string][] {
  return [...characters].map((character) => [character, plain]);
}

/**
 * The text with every look-alike (Unicode minus and product signs, full-width digits and letters) replaced by its plain
 * character: one code unit for one, so that a position in the result is a position in the text.
 */
export function fold(text: string): string {
  return text.replace(/\P{ASCII}/gu, (character) => alike.get(character) ?? narrow(character));
}

/** U+FF01–FF5E are the printable ASCII characters, full width. */
function narrow(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}
