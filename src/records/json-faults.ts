import { type ParseError, printParseErrorCode } from 'jsonc-parser';

/** What a fault of JSON syntax means to the person who wrote the file. */
export interface Fault {
  readonly says: string;
  readonly mend: string;
}

const faults: Readonly<Record<string, Fault>> = {
  PropertyNameExpected: {
    says: 'a name in double quotes must stand here',
    mend: 'remove a last comma',
  },
  ColonExpected: { says: 'a colon is missing after the name', mend: 'write "name": value' },
  CommaExpected: { says: 'a comma is missing here', mend: 'put a comma between two values' },
  EndOfFileExpected: { says: 'something follows the end of the JSON', mend: 'remove it' },
  InvalidCommentToken: { says: 'JSON has no comments', mend: 'remove the comment' },
  UnexpectedEndOfNumber: { says: 'the number is not complete', mend: 'put it in quotes: "1."' },
  InvalidUnicode: { says: '\\u needs four hexadecimal digits', mend: 'write a backslash as \\\\' },
  InvalidEscapeCharacter: {
    says: 'a backslash cannot stand before this letter in JSON',
    mend: 'write it twice: "\\\\sigma"',
  },
  UnexpectedEndOfString: {
    says: 'the text that begins here does not end on its line',
    mend: 'close it with a double quote; several lines are a list: ["…", "…"]',
  },
  InvalidCharacter: {
    says: 'a control character stands in the text',
    mend: 'remove it; a tab is written \\t',
  },
};

const truncated: Fault = { says: 'the file ends before its last bracket is closed', mend: 'hand in the whole file' };

/** The words for a syntax error, with the piece of text that caused it. */
export function faultOf(error: ParseError, text: string): Fault {
  const found = text.slice(error.offset, error.offset + Math.min(error.length, 20));
  const kind = printParseErrorCode(error.error);
  if (kind === 'InvalidSymbol')
    return { says: `${JSON.stringify(found)} is not JSON`, mend: 'put text in double quotes' };
  const last = text.slice(error.offset + error.length).trim() === '';
  if (last && (found === '' || kind === 'UnexpectedEndOfString')) return truncated;
  return faults[kind] ?? { says: 'a value is missing here', mend: 'write a number, or text in double quotes' };
}
