/** Mathematics between dollar signs, as pandoc and Jupyter read it: no blank inside the signs, no digit after them. */
const dollars = /\$(?! )([^$`\n]{1,300})(?<! )\$(?!\d)/g;

/** A statement with its mathematics between dollar signs set as code, in which Markdown changes nothing. */
export const mathsAsCode = (markdown: string): string =>
  markdown.replace(dollars, (_, maths: string) => `\`$${maths}$\``);

/** A text apart: every second part is an array of numbers, `[[1, 2], [3, 4]]`. */
export function arraysIn(text: string): string[] {
  const parts = [''];
  for (let at = 0; at < text.length; ) {
    const array = text.startsWith('[[', at) ? arrayAt(text, at) : undefined;
    if (array) parts.push(array, '');
    else parts[parts.length - 1] += text[at] ?? '';
    at += array?.length ?? 1;
  }
  return parts;
}

function arrayAt(text: string, at: number): string | undefined {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const character = text[end] ?? '';
    if (!/[-\d.,eE+\s[\]]/.test(character)) return undefined;
    if (character === '[') depth++;
    if (character === ']') depth--;
    if (depth === 0) return text.slice(at, end + 1);
  }
  return undefined;
}
