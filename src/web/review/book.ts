import type { Entry } from '../../records/adjustments.ts';

/** Where people's decisions are written. Several write at once: each change sees all that were made before it. */
export interface DecisionBook {
  read(): Promise<readonly Entry[]>;
  /** Changes the entries; nobody else writes between what `edit` is given and what it gives. */
  change<T>(
    edit: (entries: readonly Entry[]) => { readonly entries: readonly Entry[]; readonly outcome: T },
  ): Promise<T>;
}
