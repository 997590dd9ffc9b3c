// What people decided about a paper, as it stands in its record beside what the machine found.

/** Who decided something beside the machine, when and why. */
export interface Decision {
  by: string;
  /** ISO 8601 with the zone. */
  at: string;
  why?: string;
}

/** What a person wrote to the student. */
export interface Comment {
  text: string;
  by: string;
  at: string;
}

/** How late a paper is, and what that costs. */
export interface Late {
  handedIn: string;
  /** With the student's own extension. */
  due: string;
  /** Late days, begun ones whole. */
  days: number;
  /** Late days that cost nothing. */
  free: number;
  /** Points taken off for the others. */
  taken: string;
}

/** What people decided about a paper as a whole. */
export interface PaperAdjustments {
  comments?: Comment[];
  excused?: Decision;
  reviewed?: Decision;
  extension?: Decision & { days: number };
  late?: Late;
  /** All who share this paper. */
  group?: string[];
  /** Decisions that no longer apply, in words: the machine says something else than when they were made. */
  stale?: string[];
}
