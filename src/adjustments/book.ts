import type { Adjustments, Entry, EntryKind, EntryOf } from '../records/adjustments.ts';

/** The decisions about an assignment, so kept that those about one student are found at once. */
export interface Book {
  /** Everything about a student, and what is said of a paper that a group shares; in order. */
  of(student: string): readonly Entry[];
  groupOf(student: string): EntryOf<'group'> | undefined;
  readonly groups: readonly EntryOf<'group'>[];
  readonly policy: EntryOf<'late-policy'> | undefined;
  /** Everyone of whom something is said. */
  readonly students: ReadonlySet<string>;
  /** Those of them who are excused from the whole assignment. */
  readonly excused: ReadonlySet<string>;
}

/** What is said of the paper itself, and so of all who share it. */
const ofThePaper: ReadonlySet<EntryKind> = new Set(['points', 'comment', 'reviewed', 'handed-in']);

/** Opens the book. */
export function bookOf({ entries }: Pick<Adjustments, 'entries'>): Book {
  const groups = entries.filter((entry) => entry.kind === 'group');
  const groupOf = new Map(groups.flatMap((group) => namesOf(group).map((name) => [name, group] as const)));
  const byStudent = new Map<string, Entry[]>();
  const note = (student: string, entry: Entry): void => {
    const known = byStudent.get(student);
    if (known) known.push(entry);
    else byStudent.set(student, [entry]);
  };
  for (const entry of entries) {
    if (!('student' in entry)) continue;
    const group = ofThePaper.has(entry.kind) ? groupOf.get(entry.student) : undefined;
    for (const student of group ? new Set([...namesOf(group), entry.student]) : [entry.student]) note(student, entry);
  }
  return {
    of: (student) => byStudent.get(student) ?? [],
    groupOf: (student) => groupOf.get(student),
    groups: [...new Set(groupOf.values())],
    policy: entries.findLast((entry) => entry.kind === 'late-policy'),
    students: new Set(entries.flatMap((entry) => ('student' in entry ? [entry.student] : []))),
    excused: new Set(
      entries.flatMap((entry) => (entry.kind === 'excused' && entry.problem === undefined ? [entry.student] : [])),
    ),
  };
}

/** Under which names a group's paper may be handed in. */
export const namesOf = ({ id, students }: EntryOf<'group'>): readonly string[] =>
  id === undefined ? students : [id, ...students];

/** The last decision of a kind: the one that counts. */
export function last<K extends EntryKind>(
  entries: readonly Entry[],
  kind: K,
  fits: (entry: EntryOf<K>) => boolean = () => true,
): EntryOf<K> | undefined {
  return entries
    .filter((entry): entry is Extract<Entry, { kind: K }> & EntryOf<K> => entry.kind === kind)
    .findLast(fits);
}
