import type { Problem } from '../working/problem.ts';
import type { Proof } from '../working/proof.ts';

/** A problem that can be looked up. Nothing of it is loaded before it is asked for. */
export interface Entry {
  /** The name of its folder. */
  readonly id: string;
  /** Its `problem.ts`: the file that its author writes. */
  readonly file: string;
  /** Throws `AuthorFault` where the file cannot be loaded or is no problem. */
  readonly problem: () => Promise<Problem>;
  /** Its second methods; none where it has no `proof.ts`. Throws `AuthorFault` as above. */
  readonly proofs: () => Promise<readonly Proof[]>;
  /** The text of a file beside it; undefined where there is none. */
  readonly text: (name: 'statement.md' | 'cases.json' | 'task.json') => string | undefined;
  /** sha256 of the modules that it is made of; absent where they are part of the build. */
  readonly sources?: () => string;
}

/** Problems and assignments that belong together: those of Gradcheck, or those of a course. */
export interface Collection {
  readonly problems: readonly Entry[];
  /** Paths of assignment files. */
  readonly assignments: readonly string[];
  /** Folders that were named and are not there. */
  readonly missing: readonly string[];
}

/** What a collection is made of. */
export interface CollectionFolders {
  readonly problems: readonly string[];
  readonly assignments: readonly string[];
  /** Where the sources of built problems are. */
  readonly sources?: string;
  /** The module that configures them, where that is not part of the build. */
  readonly config?: string;
}

/** Loads a module of a collection: its exports by name. */
export type LoadModule = (file: string) => Promise<Readonly<Record<string, unknown>>>;
