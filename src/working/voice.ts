import { listed, lowered, type Message, say } from './message.ts';
import type { Line, Voice, Wording } from './working.ts';

/** The wording with the place before it. */
export const placed = (wording: Wording, place: Message): Wording => ({
  ...wording,
  place: 'said',
  says: say`In ${place}: ${lowered(wording.says)}`,
});

/** What lines are called: the cells of an array by its name. */
const namesOf = (lines: readonly Line[]): string[] => [...new Set(lines.map(({ name, array }) => array ?? name))];

const alike = (lines: readonly Line[]): Message =>
  lines.every(({ array }) => array !== undefined)
    ? say`every cell of ${listed(namesOf(lines))}`
    : say`${listed(namesOf(lines))} alike`;

/** Where the names of symbols tell what a sentence is about. */
export const plainVoice: Voice = {
  inOne: (wording) => wording,
  inAll: (wording, lines) => placed(wording, alike(lines)),
  anywhere: (wording) => wording,
  place: (lines) => (lines.length > 1 ? listed(namesOf(lines)) : 'the layer'),
};
