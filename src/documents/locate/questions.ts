import type { LoadedProblem } from '../../marking/assignment.ts';
import { unmarked } from '../passage.ts';
import { wordsOf } from './words.ts';

/** The number of a question: `1.5a` is `['1', '5', 'a']`. */
export interface Ref {
  readonly family: string;
  readonly path: readonly string[];
}

const nouns = 'question|quest|q|problem|prob|exercise|ex|task|table|part|aufgabe|frage|homework|hw|section|sec';
const families: Readonly<Record<string, string>> = {
  q: 'question',
  quest: 'question',
  frage: 'question',
  prob: 'problem',
  ex: 'exercise',
  aufgabe: 'exercise',
  hw: 'homework',
  sec: 'section',
};
const numbered = new RegExp(
  String.raw`^(${nouns})\s*(?:\.\s*)?(?:(?:no\.?|nr\.?|#|:)\s*)?(\d+(?:\.\d+)*)(?:\s*(?:[.:]\s*)?\(?([a-z])\)|([a-z])(?![\p{L}\d'])|[\s.:]\s?([a-z])(?=[\s.:]*$|[.:]))?`,
  'iu',
);
const lettered = new RegExp(String.raw`^(${nouns})\s+\(?([a-h]|[ivx]{1,4})\)?(?=\s*[\])}:.,\s]|$)`, 'i');
const bare = /^(\d+(?:\.\d+)*)[.)]?\s+(?=\p{Lu})/u;
const dotted = /^(\d{1,2}\.\d{1,2}(?:\.\d{1,2})*)[.)]?(?:\s*\(([a-z])\)|\s?([a-z])\)|\s+(?=\p{Lu}))/u;
const item = /^\(?([a-z]|[ivx]{1,4})[.)](?=[\s\ue000\ue002]|$)/i;

const alone = /^(\d{1,2}(?:\.\d{1,2})*)\s?(?:\(([a-z])\)|([a-z])\)?)?[.)]?\s*$/;

/** The question that a text begins with. Short lines may be headings that lost their look. */
export function refIn(given: string, heading: boolean): Ref | undefined {
  const text = unmarked(given)
    .replace(/^[\s[({*#_>]+/, '')
    .replace(/\\(?:text|textbf|mathbf)\s*\{/g, '');
  const found = numbered.exec(text);
  if (found)
    return {
      family: familyOf(found[1]),
      path: [...(found[2] ?? '').split('.'), ...found.slice(3).flatMap((part) => (part ? [part.toLowerCase()] : []))],
    };
  const letter = lettered.exec(text);
  if (letter) return { family: familyOf(letter[1]), path: ['', (letter[2] ?? '').toLowerCase()] };
  if (!heading && (text.length > 80 || /[=:.]\s|\n|[.=]$/.test(text))) return undefined;
  const section = dotted.exec(text) ?? bare.exec(text) ?? (heading ? alone.exec(text) : null);
  const part = section?.[2] ?? section?.[3];
  return section ? { family: '', path: [...(section[1] ?? '').split('.'), ...(part ? [part] : [])] } : undefined;
}

const familyOf = (noun = ''): string => families[noun.toLowerCase()] ?? noun.toLowerCase();

/** The letter of a part that a text or a list item begins with: `(a)`, `ii.` */
export const partIn = (text: string, marker = ''): string | undefined =>
  (item.exec(unmarked(text).trimStart()) ?? item.exec(`${marker} `))?.[1]?.toLowerCase();

const inTitle = new RegExp(String.raw`\b(?:${nouns})\s*(?:\.\s*)?\d`, 'i');

/** The question that a problem answers, by its title or its key in the assignment. */
export function refOf({ title, id }: LoadedProblem): Ref | undefined {
  const fromTitle = inTitle.exec(title);
  const ref = fromTitle ? refIn(title.slice(fromTitle.index), true) : refIn(title, true);
  return ref ?? refIn(id.replace(/[-_]/g, ' '), false) ?? idRef(id);
}

const idRef = (id: string): Ref | undefined => {
  const found = /^(?:q|p|ex|task|problem|question)?-?(\d+)(?:[.-](\d+))?([a-h])?$/i.exec(id);
  return found
    ? {
        family: 'question',
        path: found
          .slice(1)
          .filter((part) => part !== undefined)
          .map((part) => part.toLowerCase()),
      }
    : undefined;
};

const common = new Set(
  'question problem exercise task part table parameter network operation one two number derivative training layer output homework'.split(
    ' ',
  ),
);

/** The words that tell a problem from the others of its assignment: `alexnet`. */
export function telling(problem: LoadedProblem, all: readonly LoadedProblem[]): Set<string> {
  const others = new Set(all.filter((one) => one !== problem).flatMap(titleWords));
  return new Set(titleWords(problem).filter((word) => !others.has(word) && !common.has(word)));
}

/** The words of its names; `LeNet` is one. */
const titleWords = ({ id, title, problem }: LoadedProblem): string[] =>
  wordsOf(`${id} ${problem.id} ${title} ${problem.title}`.toLowerCase()).filter(
    (word) => word.length > 2 && !/^\d/.test(word),
  );

/** How far into the document's numbering a reader is. */
export class Trail {
  private number: string[] = [];
  private letter = '';
  family = '';

  /** Goes to a question; a letter alone stays within the number, and "Part II" begins the numbers anew. */
  enter({ family, path }: Ref): void {
    const [number = '', letter = ''] = path;
    if (number === '' && /^[a-h]$/.test(letter)) this.letter = letter;
    else if (family === 'part' || family === 'homework') [this.number, this.letter] = [[], ''];
    else {
      this.number = path.filter((part) => /^\d+$/.test(part));
      this.letter = path.find((part) => /^[a-z]+$/.test(part)) ?? '';
    }
    if (family !== '' && family !== 'part' && family !== 'homework') this.family = family;
  }

  /** Goes to a part; `i` after a letter is a part of that part, and stays within it. */
  part(letter: string): void {
    const deeper =
      /^[ivx]+$/.test(letter) &&
      this.letter !== '' &&
      !(letter === 'i' && this.letter === 'h') &&
      !(letter === 'v' && this.letter === 'u');
    if (!deeper) this.letter = letter;
  }

  get path(): readonly string[] {
    return this.letter === '' ? this.number : [...this.number, this.letter];
  }
}

/** Is the first the beginning of the second? */
export const leads = (target: readonly string[], path: readonly string[]): boolean =>
  target.length > 0 && target.every((part, i) => path[i] === part);
