import pc from 'picocolors';
import type { Badge } from '../verdicts.ts';

/** How a terminal is to be written to. */
export interface TerminalOptions {
  readonly color: boolean;
  /** Without Unicode. */
  readonly ascii: boolean;
  /** Columns; no line is longer. */
  readonly width: number;
}

type Paint = (text: string) => string;

/** Colours and signs for one terminal. Colour only repeats what a sign or word says. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly tone: (tone: Badge['tone'], text: string) => string;
  readonly sign: (badge: Badge) => string;
  /** Columns of a sign. */
  readonly signWidth: number;
  readonly rail: Readonly<Record<'start' | 'node' | 'through' | 'end' | 'on', string>>;
  readonly rule: (width: number, sign: '=' | '-') => string;
}

/** The style that suits the options. */
export function styleOf({ color, ascii }: TerminalOptions): Style {
  const { bold, dim, green, blue, yellow, red, magenta, gray } = pc.createColors(color);
  const paints: Readonly<Record<Badge['tone'], Paint>> = {
    right: green,
    carried: blue,
    round: yellow,
    slip: yellow,
    wrong: red,
    review: magenta,
    none: gray,
  };
  const signWidth = ascii ? 2 : 1;
  return {
    bold,
    dim,
    tone: (tone, text) => paints[tone](text),
    sign: (badge) => paints[badge.tone]((ascii ? badge.ascii : badge.sign).padEnd(signWidth)),
    signWidth,
    rail: ascii
      ? { start: '+', node: '+', through: ':', end: '+', on: '|' }
      : { start: '┌', node: '├', through: '┊', end: '└', on: '│' },
    rule: (width, sign) => (ascii ? sign : sign === '=' ? '═' : '─').repeat(width),
  };
}

const likeness: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '−': '-',
  '…': '~',
  '·': '-',
  '×': 'x',
  '½': '1/2',
  '≈': '~',
  '⟨': '<',
  '⟩': '>',
};

/** The text in ASCII; what has no likeness becomes a question mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is meant
export const toAscii = (text: string): string => text.replace(/[^\x00-\x7f]/gu, (c) => likeness[c] ?? '?');

/** The same for every text of a page. Before it is laid out, because a likeness may take another width. */
export const asciiView = <T>(view: T): T =>
  JSON.parse(JSON.stringify(view, (_, value: unknown) => (typeof value === 'string' ? toAscii(value) : value))) as T;
