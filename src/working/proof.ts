import type { Given } from './given.ts';

/**
 * A second method for the key of a problem, which shares no code with its working: a `proof.ts` imports nothing but the
 * arithmetic of `exact/` and this type. `problems/<id>/proof.ts` exports a list of them.
 */
export interface Proof {
  /** In words, for the report: "reverse-mode differentiation". */
  readonly method: string;
  /** How far a value may be off by the method's own error, as decimal text; none: 40 significant digits must agree. */
  readonly error?: string;
  /** What this machine must have for it, where `values` may be undefined: "@tensorflow/tfjs". */
  readonly needs?: string;
  /** Values by field as decimal text, for the fields that the method can give; undefined where it cannot run here. */
  readonly values: (givens: Record<string, Given>) => Record<string, string> | undefined;
}

/** One second method, or several, as `proof.ts` exports them. */
export const defineProof = <T extends Proof | readonly Proof[]>(proofs: T): T => proofs;

/** A list of proofs by problem; assembled explicitly, like the list of problems. */
export type Proofs = Readonly<Record<string, readonly Proof[]>>;
