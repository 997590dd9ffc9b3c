import { visible } from './visible.ts';

/** A stretch of a sentence: words, or a formula in the plain notation. */
export interface Piece {
  readonly kind: 'words' | 'formula';
  readonly text: string;
}

/** The pieces of a sentence, in which a formula stands between back-ticks. A back-tick without a partner is a character. */
export function piecesOf(sentence: string): Piece[] {
  const parts = visible(sentence).split('`');
  const last = parts.length - 1;
  return parts.flatMap((text, i): Piece[] => {
    const formula = i % 2 === 1 && i < last;
    const lone = i === last && last % 2 === 1;
    if (text === '' && !lone) return [];
    return [{ kind: formula ? 'formula' : 'words', text: lone ? `\`${text}` : text }];
  });
}

/** The sentence without back-ticks, for a terminal or a label. */
export const plainText = (sentence: string): string =>
  piecesOf(sentence)
    .map(({ text }) => text)
    .join('');
