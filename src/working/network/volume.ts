/** What a layer hands to the next: the symbols of its output's sides (one where it is square) and of its depth. */
export interface Volume {
  readonly sides: readonly string[];
  readonly depth: string;
}
