import type { CompareOp, Formula } from '../tree.ts';
import type { CodeCursor } from './cursor.ts';
import { combined, negated } from './operations.ts';
import { postfix } from './postfix.ts';
import type { Scope } from './scope.ts';

const comparisons: Readonly<Record<string, CompareOp>> = {
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  '==': '=',
  '~=': '!=',
  '!=': '!=',
};

/** A value, be it a relation between two. */
export function expression(cursor: CodeCursor, scope: Scope): Formula {
  const left = sum(cursor, scope);
  const op = relation(cursor);
  if (!op) return left;
  const both = cursor.made({ kind: 'compare', op, left, right: sum(cursor, scope) });
  return relation(cursor) ? cursor.refuse('one relation at a time is read') : both;
}

const relation = (cursor: CodeCursor): CompareOp | undefined =>
  cursor.peek?.kind === 'sign' && Object.hasOwn(comparisons, cursor.peek.text)
    ? comparisons[cursor.take().text]
    : undefined;

function sum(cursor: CodeCursor, scope: Scope): Formula {
  let left = products(cursor, scope);
  while (cursor.is('+', '-')) {
    cursor.checkSpaces();
    const { text, at } = cursor.take();
    left = combined(text, left, products(cursor, scope), at, cursor, scope);
  }
  return left;
}

function products(cursor: CodeCursor, scope: Scope): Formula {
  let left = unary(cursor, scope);
  while (cursor.is('*', '/', '.*', './', '@')) {
    const { text, at } = cursor.take();
    left = combined(text, left, unary(cursor, scope), at, cursor, scope);
  }
  return left;
}

function unary(cursor: CodeCursor, scope: Scope): Formula {
  return cursor.within(() => {
    if (cursor.took('-')) return cursor.made(negated(unary(cursor, scope)));
    cursor.took('+');
    return power(cursor, scope);
  });
}

function power(cursor: CodeCursor, scope: Scope): Formula {
  const base = postfix(cursor, scope);
  if (!cursor.is('^', '.^', '**')) return base;
  const { text, at } = cursor.take();
  if ((text === '**') === (scope.dialect === 'matlab')) cursor.refuse(`"${text}" is no power in this language`, at);
  const negative = cursor.took('-');
  const raised = postfix(cursor, scope);
  const exponent = negative ? negated(raised) : raised;
  if (cursor.is('^', '.^', '**')) cursor.refuse('a power of a power needs brackets');
  return cursor.made(
    text === '^' ? { kind: 'power', base, exponent } : { kind: 'cellwise', op: '^', left: base, right: exponent },
  );
}
