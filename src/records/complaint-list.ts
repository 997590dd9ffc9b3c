import type { Node } from 'jsonc-parser';
import { limits } from '../exact/limits.ts';
import { aboutFile, type Complaint } from './complaint.ts';
import { complain, type JsonDocument } from './json.ts';

/** Collects complaints about a document. */
export interface ComplaintList {
  add(node: Node, says: string, mend: string): void;
  all(): Complaint[];
}

/** An empty list. It keeps the first ones and counts the rest, because finding a place takes time. */
export function complaintList(document: JsonDocument): ComplaintList {
  const kept: Complaint[] = [];
  let more = 0;
  return {
    add(node, says, mend) {
      if (kept.length < limits.complaints) kept.push(complain(document, node, says, mend));
      else more += 1;
    },
    all: () => (more === 0 ? kept : [...kept, aboutFile(document.file, `${more} more complaints`, 'mend these first')]),
  };
}
