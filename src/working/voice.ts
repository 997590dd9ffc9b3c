import type { Voice, Wording } from './working.ts';

/** `a`, `b` and `c`. */
export const listed = (names: readonly string[]): string => {
  const codes = names.map((name) => `\`${name}\``);
  return codes.length < 2 ? codes.join('') : `${codes.slice(0, -1).join(', ')} and ${codes.at(-1)}`;
};

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The wording with the place before it. */
export const placed = (wording: Wording, place: string): Wording => ({
  ...wording,
  place: 'said',
  says: `In ${place}: ${lowered(wording.says)}`,
});

/** Where the names of symbols tell what a sentence is about. */
export const plainVoice: Voice = {
  inOne: (wording) => wording,
  inAll: (wording, lines) => placed(wording, `${listed(lines.map(({ name }) => name))} alike`),
  anywhere: (wording) => wording,
  place: (lines) => (lines.length > 1 ? listed(lines.map(({ name }) => name)) : 'the layer'),
};
