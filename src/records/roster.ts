/** Someone who takes the course, as the course's list has it. */
export interface Enrolled {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly section?: string;
}

/** The list of a course, by id. */
export type Roster = ReadonlyMap<string, Enrolled>;
