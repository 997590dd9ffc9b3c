/** What a file may hold, so that reading takes bounded time and memory. Far above any honest paper. */
export const limits = {
  /** Bytes of a submission or an assignment. */
  bytes: 5_000_000,
  /** Arrays and objects within each other. */
  depth: 64,
  /** Fields with an answer, over all problems. */
  fields: 5_000,
  /** Characters of one text. */
  text: 200_000,
  /** Lines of one answer, rows of one matrix. */
  items: 10_000,
  /** Steps of reading and arithmetic that one paper may ask for; see `exact/budget.ts`. */
  steps: 300_000,
  /** Complaints shown for one file. */
  complaints: 50,
} as const;
