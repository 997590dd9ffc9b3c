/** A given as the author or an assignment writes it: a number as text, or lists and records of them. */
export type Given = string | readonly Given[] | { readonly [name: string]: Given };
export type Givens = Readonly<Record<string, Given>>;
