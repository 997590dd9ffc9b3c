/**
 * What a file, an answer and a formula may hold, so that reading takes bounded time and memory. Far above any honest
 * paper; `submission.schema.json` says the same of files. Documents have their own, beside their formats.
 */
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
  /** Characters of one number or one line of arithmetic. */
  line: 2_000,
  /** Lines of work in one answer. */
  lines: 100,
  /** Digits of one whole number, and the largest power of ten. */
  digits: 1_000,
  exponent: 400,
  /** Characters of one formula or piece of code, and brackets within each other. */
  formula: 4_000,
  nesting: 60,
  /** Words, operations and statements of one piece of code. */
  tokens: 2_000,
  nodes: 4_000,
  statements: 100,
  /** Rows, columns and characters of one matrix. */
  rows: 200,
  columns: 100,
  matrix: 100_000,
  /** Cells worked out to compare two formulas once. */
  cells: 200_000,
  /** Complaints shown for one file. */
  complaints: 50,
} as const;
