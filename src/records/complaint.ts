/** One thing that is wrong with a file, where it is, and what would mend it. */
export interface Complaint {
  readonly file: string;
  /** From 1, in UTF-16 units as editors count them. */
  readonly line: number;
  readonly column: number;
  /** JSON pointer (RFC 6901) of the value complained of; empty for the whole file. */
  readonly pointer: string;
  readonly says: string;
  readonly mend: string;
}

/** A complaint as one line: `s-1.json:3:12 /answers/q2: says; mend`. */
export function complaintText(complaint: Complaint): string {
  const { file, line, column, pointer, says, mend } = complaint;
  return `${file}:${line}:${column}${pointer && ` ${pointer}`}: ${says}${mend && `; ${mend}`}`;
}

/** A complaint about a file as a whole, which has no line to point at. */
export function aboutFile(file: string, says: string, mend: string): Complaint {
  return { file, line: 1, column: 1, pointer: '', says, mend };
}
