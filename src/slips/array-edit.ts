import type { Formula } from '../formulas/tree.ts';
import type { SlipKind } from '../records/result.ts';
import { capital, type Message, say } from '../working/message.ts';

/** A slip in a formula over arrays. */
export interface ArrayEdit {
  readonly kind: SlipKind;
  readonly tree: Formula;
  readonly says: Message;
  readonly hint: string;
  readonly check: string;
}

export const shapes =
  'Write the shape of every factor under it: neighbours must agree, and the whole must have the shape asked for.';
export const batch = 'How many examples does each number come from?';

/** A slip with its words. */
export const edit = (kind: SlipKind, tree: Formula, says: Message, check: string): ArrayEdit => ({
  kind,
  tree,
  says: capital(say`${says}.`),
  hint: 'Check what is multiplied with what, in which order, and summed over what.',
  check,
});

/** A slip in the order of rows and columns. */
export const transposed = (tree: Formula, says: Message): ArrayEdit => edit('transposed', tree, says, shapes);
