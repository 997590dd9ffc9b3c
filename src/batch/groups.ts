import { type Book, namesOf } from '../adjustments/book.ts';

/** A paper; `author`: who handed it in, where that is another member of the student's group. */
interface Shareable {
  readonly author?: string;
}

/**
 * The papers by student where groups hand in one for all: each member has the group's paper, which is marked with the
 * numbers of whoever handed it in. Two different papers of a group stay two, for a person to say which counts.
 */
export function withGroups<P extends Shareable>(
  students: ReadonlyMap<string, readonly P[]>,
  { groups }: Pick<Book, 'groups'>,
): ReadonlyMap<string, readonly P[]> {
  const all = new Map(students);
  for (const group of groups) {
    const owners = namesOf(group).filter((name) => students.has(name));
    const counting = group.paper !== undefined && owners.includes(group.paper) ? [group.paper] : owners;
    if (group.id !== undefined && !group.students.includes(group.id)) all.delete(group.id);
    if (counting.length === 0) continue;
    for (const member of group.students)
      all.set(
        member,
        counting.flatMap((author) => (students.get(author) ?? []).map((paper) => sharedBy(paper, member, author))),
      );
  }
  return all;
}

const sharedBy = <P extends Shareable>(paper: P, member: string, author: string): P =>
  member === author ? paper : { ...paper, author };
