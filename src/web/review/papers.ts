import type { Result } from '../../records/result.ts';

/** Was the paper marked? The others have no line to decide about. */
export const isMarked = ({ status }: Result): boolean => status === 'graded' || status === 'needs-review';
