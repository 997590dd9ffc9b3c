import type { Course } from '../../../records/course.ts';
import type { Roster } from '../../../records/roster.ts';
import type { Session } from '../sessions.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Whom the course has by what somebody else says of a person; an address counts only where nobody doubts it. */
export function personIn(
  claims: Claims,
  claim: string,
  { course, roster }: { readonly course: Course; readonly roster: Roster },
): Pick<Session, 'who' | 'role'> | undefined {
  const said = claims[claim];
  if (typeof said !== 'string' || said === '' || (claim === 'email' && claims.email_verified === false))
    return undefined;
  const isSame = (text: string | undefined): boolean => text?.toLowerCase() === said.toLowerCase();
  const staff = course.staff?.find(isSame);
  if (staff !== undefined) return { who: staff, role: 'staff' };
  const enrolled = roster.get(said) ?? [...roster.values()].find(({ id, email }) => isSame(id) || isSame(email));
  return enrolled && { who: enrolled.id, role: 'student' };
}

/** What somebody is told whom the course does not have. */
export const stranger = (claims: Claims, claim: string) => ({
  title: 'You are not on the list of this course',
  lines: [
    `You are signed in elsewhere as ${String(claims[claim] ?? 'somebody without a name').slice(0, 200)}, whom the course does not have.`,
    'Ask your course to put you on its roster.',
  ],
});
