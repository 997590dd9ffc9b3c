import { Refusal } from '../refusal.ts';
import type { Dataset } from './images.ts';

export function renderedLetters(): Dataset {
  throw new Refusal('letters: not yet');
}
