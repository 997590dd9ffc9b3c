import { Decimal } from '../../src/exact/decimal.ts';
import type { NumberContext } from '../../src/reading/names.ts';
import notations from './notations.json' with { type: 'json' };
import odd from './odd-notations.json' with { type: 'json' };

interface Names {
  /** The question asks for whole numbers, and states no places. */
  readonly counts?: boolean;
  readonly asks?: string;
  readonly fields: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

const problems: Readonly<Record<string, Names>> = { ...odd.problems, ...notations.problems };

/** What the reader is told when `field` of a problem is answered; a question that asks for no count states 4 places. */
export function contextOf(problem: string, field: string): NumberContext {
  const { fields, values, counts = false, asks } = problems[problem] ?? { fields: [], values: {} };
  const known = (name: string): Decimal | undefined => {
    const text = Object.hasOwn(values, name) ? values[name] : undefined;
    return text === undefined ? undefined : new Decimal(text);
  };
  return { field, fields, ...(asks === 'share' && { asks }), ...(!counts && { places: 4 }), valueOf: known };
}
