import { readFileSync } from 'node:fs';
import { problems } from '../../problems/index.ts';
import { type Located, locate } from '../../src/documents/locate/locate.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import type { AnswerValue } from '../../src/reading/value.ts';
import type { Assignment } from '../../src/records/assignment.ts';

/** A write-up and what stands in it: by problem and field the end of the answer. `~` marks what no label leads to. */
export interface Expected {
  readonly file: string;
  readonly problems: Assignment['problems'];
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Placements {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  /** Not placed: asked, or left open. */
  readonly open: readonly string[];
  readonly labelled: { readonly right: number; readonly all: number };
}

export const readExpected = (path: URL): Expected => JSON.parse(readFileSync(path, 'utf8')) as Expected;

/** What the locator makes of a document. */
export function located(bytes: Uint8Array, file: string, set: Expected['problems']): Located {
  const reading = readDocument(bytes, file);
  if (!reading.ok) throw new Error(reading.complaints.map(({ says }) => says).join('; '));
  return locate(reading.writeUp, loadAssignment({ id: 'a', title: 'A', problems: set }, problems));
}

/** Holds what was placed against what stands there. */
export function placementsOf({ answers }: Located, expected: Expected['answers']): Placements {
  const all = Object.entries(expected).flatMap(([problem, fields]) =>
    Object.entries(fields).map(([name, end]) => {
      const field = name.replace(/^~/, '');
      return { at: `${problem}/${field}`, end, labelled: field === name, value: answers[problem]?.[field] };
    }),
  );
  const known = new Set(all.map(({ at }) => at));
  const unexpected = Object.entries(answers).flatMap(([problem, fields]) =>
    Object.entries(fields).flatMap(([field, value]) =>
      known.has(`${problem}/${field}`) ? [] : [`${problem}/${field} = ${JSON.stringify(value)}`],
    ),
  );
  const right = all.filter(({ value, end }) => value !== undefined && ends(value, end));
  const wrong = all.filter(({ value, end }) => value !== undefined && !ends(value, end));
  return {
    right: right.map(({ at }) => at),
    wrong: [...wrong.map(({ at, value }) => `${at} = ${JSON.stringify(value)}`), ...unexpected],
    open: all.filter(({ value }) => value === undefined).map(({ at }) => at),
    labelled: {
      right: right.filter(({ labelled }) => labelled).length,
      all: all.filter(({ labelled }) => labelled).length,
    },
  };
}

/** Does the answer end in this number, or hold this text? */
function ends(value: AnswerValue, end: string): boolean {
  const whole = flat(lines(value));
  const wanted = flat(end);
  if (!/^-?[\d.,]+%?$/.test(wanted)) return whole.includes(wanted);
  const last = /((?:(?<![\d)])-)?[\d.,]*\d%?)[^\d]*$/.exec(whole)?.[1] ?? '';
  return last === wanted;
}

const lines = (value: AnswerValue): string =>
  Array.isArray(value) ? value.map((one) => lines(one)).join('|') : String(value);

const flat = (text: string): string =>
  text
    .replace(/−/g, '-')
    .replace(/\{,\}/g, ',')
    .replace(/\\(?:,|;|!|%|text\{[^{}]*\}|mathrm\{[^{}]*\})/g, (found) => (found === '\\%' ? '%' : ''))
    .replace(/[\t\n]/g, '|')
    .replace(/[ $]/g, '');
