/** How the question says to round. `every-step`: each line as it is written; `end`: only the answer; `exact`: not at all. */
export type Rounding =
  | { readonly places: number; readonly when: 'every-step' | 'end' }
  | { readonly significant: number }
  | { readonly exact: true }
  | { readonly unstated: true };
