/** Why a text cannot be read, and at which character (from 0). */
export interface Fault {
  readonly reason: string;
  readonly at: number;
}

export const isFault = (found: object): found is Fault => 'reason' in found;
