import { type Passage, PassageWriter } from '../passage.ts';
import { linesOf } from './columns.ts';

/** `$1.368$` where the dollars say nothing. */
export function undollared({ text, at }: Passage): Passage {
  const out = new PassageWriter();
  [...text].forEach((character, i) => {
    if (character !== '$' || text[i - 1] === '\\') out.add(character, at[i] ?? 0);
  });
  return text.includes('$') && text.length === [...text].length ? out.passage() : { text, at };
}

/** Without what stands behind a `%`. */
export function uncommented(passage: Passage): Passage {
  if (!passage.text.includes('%')) return passage;
  const out = new PassageWriter();
  for (const line of linesOf(passage)) {
    const end = /(?<!\\)%/.exec(line.text)?.index ?? line.text.length;
    out.append({ text: line.text.slice(0, end), at: line.at.slice(0, end) });
    out.add('\n', (line.at.at(-1) ?? 0) + 1);
  }
  return out.passage();
}
