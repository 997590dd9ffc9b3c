import type { CourseRules } from '../../records/course.ts';

/** Where an assignment stands between its times. */
export interface Standing {
  readonly isOpen: boolean;
  /** Why nothing can be written, where nothing can. */
  readonly closed?: string;
  readonly isReleased: boolean;
  readonly due: string;
}

const passed = (time: string | undefined, now: number): boolean => time !== undefined && Date.parse(time) <= now;

/** Where it stands now, by the times that the course gave. */
export function standingAt({ opens, due, closes, release }: CourseRules, now: number): Standing {
  const isOpen = opens === undefined || passed(opens, now);
  return {
    isOpen,
    ...(passed(closes, now) && { closed: `This was closed on ${inWords(closes)}; nothing can be written any more.` }),
    isReleased: passed(release, now),
    due:
      due === undefined
        ? ''
        : passed(due, now)
          ? `It was due on ${inWords(due)}; what is handed in now is late.`
          : `Due on ${inWords(due)}.`,
  };
}

/** A time as it was given, in words and with its own zone. */
const inWords = (time = ''): string =>
  time
    .replace('T', ' at ')
    .replace(/:\d\d(?=Z|[+-])/, '')
    .replace('Z', ' UTC');
