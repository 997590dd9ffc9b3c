/** Which axis of a confusion matrix holds the true classes. */
export type Rows = 'true' | 'predicted';

/** A confusion matrix, with the questions that are asked of it. Classes from 0. */
export interface Confusion {
  readonly classes: number;
  /** Examples of one class that were taken for another. */
  count(truth: number, taken: number): number;
  support(truth: number): number;
  taken(as: number): number;
  readonly trace: number;
  readonly total: number;
}

export function confusionOf(matrix: readonly (readonly number[])[], rows: Rows): Confusion {
  const at = (row: number, column: number): number => matrix[row]?.[column] ?? 0;
  const count = (truth: number, taken: number): number => (rows === 'true' ? at(truth, taken) : at(taken, truth));
  const classes = matrix.length;
  const all = Array.from({ length: classes }, (_, i) => i);
  const add = (of: (i: number) => number): number => all.reduce((sum, i) => sum + of(i), 0);
  const support = (truth: number): number => add((taken) => count(truth, taken));
  return {
    classes,
    count,
    support,
    taken: (as) => add((truth) => count(truth, as)),
    trace: add((i) => count(i, i)),
    total: add(support),
  };
}

/** Two different classes and how often one was taken for the other. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly count: number;
}

/** All pairs of classes, most confused first: of a class taken for another, or both ways together. */
export function pairsOf(confusion: Confusion, both: boolean): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < confusion.classes; a++)
    for (let b = both ? a + 1 : 0; b < confusion.classes; b++) {
      const back = both ? confusion.count(b, a) : 0;
      if (a !== b) pairs.push({ a, b, count: confusion.count(a, b) + back });
    }
  return pairs.sort((p, q) => q.count - p.count);
}
