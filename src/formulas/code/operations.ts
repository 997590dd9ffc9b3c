import type { CellOp, CompareOp, Formula } from '../tree.ts';
import type { CodeCursor } from './cursor.ts';
import type { Scope } from './scope.ts';

/** What a sign makes of two values: each language has its own. */
export function combined(
  op: string,
  left: Formula,
  right: Formula,
  at: number,
  cursor: CodeCursor,
  { dialect }: Scope,
): Formula {
  const matlab = dialect === 'matlab';
  if (op === '@' && matlab) cursor.refuse('"@" is no sign of MATLAB', at);
  if (op.startsWith('.') && !matlab) cursor.refuse(`"${op}" is no sign of NumPy`, at);
  if (op === '+' || op === '-') return cursor.made(added(left, right, op === '-'));
  if (op === '@' || (op === '*' && matlab)) return cursor.made(product(left, right));
  if (op === '/' && matlab) return cursor.made(divided(left, right));
  return cursor.made({ kind: 'cellwise', op: op.endsWith('/') ? '/' : '*', left, right });
}

export function added(left: Formula, right: Formula, negative = false): Formula {
  const terms = left.kind === 'sum' ? left.terms : [{ negative: false, of: left }];
  return { kind: 'sum', terms: [...terms, { negative, of: right }] };
}

export const product = (left: Formula, right: Formula): Formula => ({
  kind: 'product',
  factors: [left, right].map((of) => ({ inverse: false, of })),
});

export const divided = (left: Formula, right: Formula): Formula => ({
  kind: 'product',
  factors: [
    { inverse: false, of: left },
    { inverse: true, of: right },
  ],
});

export const negated = (of: Formula): Formula => ({ kind: 'sum', terms: [{ negative: true, of }] });

type Sign = '+' | '-' | CellOp | CompareOp;

const signs: Readonly<Record<string, Sign>> = {
  ...{ plus: '+', minus: '-', times: '*', rdivide: '/', power: '^', gt: '>', ge: '>=', lt: '<', le: '<=', eq: '=' },
  ...{ add: '+', subtract: '-', sub: '-', div: '/', multiply: '*', mul: '*', divide: '/', true_divide: '/', pow: '^' },
  ...{ greater: '>', greater_equal: '>=', less: '<', less_equal: '<=' },
};

export const signOf = (word: string): Sign | undefined => (Object.hasOwn(signs, word) ? signs[word] : undefined);

/** Two arrays cell by cell, by their sign. */
export function bySign(sign: Sign, left: Formula, right: Formula): Formula {
  if (sign === '+' || sign === '-') return added(left, right, sign === '-');
  if (sign === '*' || sign === '/' || sign === '^') return { kind: 'cellwise', op: sign, left, right };
  return { kind: 'compare', op: sign, left, right };
}
