/** 0: how many lines are right; 1: which line to look at; 2: what sort of slip; 3: what to look up. */
export type HintLevel = 0 | 1 | 2 | 3;
