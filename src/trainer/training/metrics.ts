/** Rows are the true classes, columns the predicted ones. */
export type Confusion = readonly (readonly number[])[];

/** Counts each pair of true and predicted class. */
export function confusionOf(labels: ArrayLike<number>, predicted: ArrayLike<number>, classes: number): Confusion {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < labels.length; i += 1) {
    const row = counts[labels[i] as number];
    const column = predicted[i] as number;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return counts;
}

/** The share of predictions that are right, 0 … 1; 0 of nothing is refused. */
export function accuracyOf(confusion: Confusion): number {
  const total = confusion.flat().reduce((sum, n) => sum + n, 0);
  if (total === 0) throw new RangeError('accuracy of no predictions');
  return confusion.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) / total;
}

/** Precision and recall of each class; undefined where the denominator is 0. */
export function perClass(confusion: Confusion): { precision: number | undefined; recall: number | undefined }[] {
  return confusion.map((row, i) => {
    const hits = row[i] ?? 0;
    const actual = row.reduce((sum, n) => sum + n, 0);
    const predicted = confusion.reduce((sum, other) => sum + (other[i] ?? 0), 0);
    return {
      precision: predicted === 0 ? undefined : hits / predicted,
      recall: actual === 0 ? undefined : hits / actual,
    };
  });
}
