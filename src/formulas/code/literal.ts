import type { Formula } from '../tree.ts';
import type { CodeCursor } from './cursor.ts';
import type { Scope } from './scope.ts';

/** An array written out: `[1 2; 3 4]` and `[W, b]` in MATLAB, `[[1, 2], [3, 4]]` in NumPy. */
export function matrixHere(cursor: CodeCursor, scope: Scope, at: number): Formula {
  return cursor.within(() => (scope.dialect === 'matlab' ? blocks(cursor, scope, at) : rows(cursor, scope, at)));
}

function blocks(cursor: CodeCursor, scope: Scope, at: number): Formula {
  const found: Formula[][] = [];
  cursor.inArray = true;
  while (!cursor.is(']')) {
    const row = [cursor.expression(scope)];
    while (!cursor.is(';', ']')) {
      if (!cursor.took(',')) checkBegins(cursor);
      row.push(cursor.expression(scope));
    }
    found.push(row);
    while (cursor.took(';'));
  }
  cursor.expect(']');
  cursor.inArray = false;
  if (found.length === 0) cursor.refuse('an empty array has no value here', at);
  return cursor.made({ kind: 'matrix', rows: found });
}

/** Without a comma the next number or name begins at once. */
function checkBegins(cursor: CodeCursor): void {
  if (cursor.peek?.kind === 'sign' && !cursor.is('(', '[')) cursor.refuse('a comma is missing here');
}

function rows(cursor: CodeCursor, scope: Scope, at: number): Formula {
  const found: Formula[][] = [];
  const isFlat = !cursor.is('[');
  do {
    if (cursor.is(']')) break;
    if (!isFlat) cursor.expect('[');
    const row = [cursor.expression(scope)];
    while (cursor.took(',')) if (!cursor.is(']')) row.push(cursor.expression(scope));
    if (!isFlat) cursor.expect(']');
    found.push(row);
  } while (!isFlat && cursor.took(','));
  cursor.expect(']');
  if (found.length === 0) cursor.refuse('an empty array has no value here', at);
  const matrix: Formula = { kind: 'matrix', rows: found };
  return cursor.made(isFlat ? { kind: 'reshape', of: matrix, flat: true } : matrix);
}
