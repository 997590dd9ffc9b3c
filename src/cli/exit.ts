/** What the process ends with. Low marks are no failure of `grade`. */
export const exit = {
  done: 0,
  /** The answer is no: `check` found something wrong, `verify` a wrong key. */
  no: 1,
  /** Usage or configuration. */
  usage: 2,
  /** Some submissions could not be graded; the rest were. */
  incomplete: 3,
  nothing: 4,
  /** A fault of Gradcheck. */
  fault: 70,
  /** Run again to resume. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Ends the command with a message and an exit code. */
export class Stop extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}
