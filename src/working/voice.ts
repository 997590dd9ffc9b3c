import { listed, lowered, type Message, say } from './message.ts';
import type { Voice, Wording } from './working.ts';

/** The wording with the place before it. */
export const placed = (wording: Wording, place: Message): Wording => ({
  ...wording,
  place: 'said',
  says: say`In ${place}: ${lowered(wording.says)}`,
});

/** Where the names of symbols tell what a sentence is about. */
export const plainVoice: Voice = {
  inOne: (wording) => wording,
  inAll: (wording, lines) => placed(wording, say`${listed(lines.map(({ name }) => name))} alike`),
  anywhere: (wording) => wording,
  place: (lines) => (lines.length > 1 ? listed(lines.map(({ name }) => name)) : 'the layer'),
};
