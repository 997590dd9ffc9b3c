import type { Result } from './result.ts';
import { schemaErrors } from './schema.ts';

/** A result record as stored, or undefined where the text is none of this version: it is then made anew. */
export function readResult(text: string): Result | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return schemaErrors('result', value).length === 0 ? (value as Result) : undefined;
  } catch {
    return undefined;
  }
}

/** The record as it is stored: indented, so that two versions can be compared line by line. */
export const resultText = (result: Result): string => `${JSON.stringify(result, null, 2)}\n`;
