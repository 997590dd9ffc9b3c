/** Where in a declaration something is wrong. */
export interface DeclaredPlace {
  /** The line of the working, the given or the other name that it is about. */
  readonly name?: string;
  /** The member of the declaration that it stands in; the working unless said. */
  readonly within?: string;
  /** The formula as its author wrote it, and the character of it, from 0. */
  readonly formula?: string;
  readonly at?: number;
}

/** A declaration that contradicts itself or cannot be read: for its author to mend. */
export class DeclarationError extends Error {
  readonly place: DeclaredPlace;
  constructor(says: string, place: DeclaredPlace = {}) {
    super(says);
    this.place = place;
  }
}
