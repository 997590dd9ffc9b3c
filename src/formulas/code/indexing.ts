import { type Formula, namesIn, number, type Stretch } from '../tree.ts';
import type { CodeCursor } from './cursor.ts';
import { type Place, placesHere } from './places.ts';
import type { Scope } from './scope.ts';

/** The part of an array that an index picks. */
export function block(cursor: CodeCursor, scope: Scope, of: Formula): Formula {
  const at = cursor.peek?.at ?? 0;
  const places = placesHere(cursor, scope);
  return cursor.made(picked(cursor, scope, of, places, at));
}

function picked(cursor: CodeCursor, scope: Scope, of: Formula, places: readonly Place[], at: number): Formula {
  const [first, second, third] = places;
  const numpy = scope.dialect === 'numpy';
  if (!first || third) return cursor.refuse('arrays have two axes here', at);
  if (places.some(({ kind }) => kind === 'mask'))
    return cursor.refuse('the cells where a condition holds are read only where they are assigned to', at);
  const newAxis = numpy ? widened(cursor, of, first, second, at) : undefined;
  if (newAxis) return newAxis;
  const classes = ofClasses(cursor, scope, of, first, second, at);
  if (classes) return classes;
  if (!second) return numpy ? line(cursor, scope, of, first, at) : vectorPlace(cursor, scope, of, first, at);
  if (first.kind === 'one' && second.kind === 'one') return { kind: 'at', of, indices: [first.at, second.at] };
  const [rows, columns] = [stretchOf(first), stretchOf(second)];
  if (!rows || !columns) return cursor.refuse('this index is not read', at);
  if (isLetter(scope, first) || isLetter(scope, second))
    return cursor.refuse('a row or column at a letter that runs is not read; take all cells, or one', at);
  const flat = numpy && (first.kind === 'one' || second.kind === 'one');
  return { kind: 'slice', of, rows, columns, ...(flat && { flat }) };
}

const isLetter = (scope: Scope, place: Place): boolean =>
  place.kind === 'one' && [...namesIn(place.at)].some((name) => scope.isIndex(name));

function stretchOf(place: Place): Stretch | undefined {
  if (place.kind === 'stretch') return place.stretch;
  return place.kind === 'one' ? { from: place.at, to: place.at } : undefined;
}

/** NumPy: one index is a cell of an array of one axis, a row of one of two. */
function line(cursor: CodeCursor, scope: Scope, of: Formula, place: Place, at: number): Formula {
  if (of.kind === 'reshape' && of.flat) {
    if (place.kind === 'one') return { kind: 'at', of, indices: [place.at] };
    return place.kind === 'stretch'
      ? { kind: 'slice', of, columns: place.stretch }
      : cursor.refuse('this index is not read', at);
  }
  const isVector = scope.shapeOf(of)?.some((size) => size.kind === 'number' && size.text === '1') === true;
  if (place.kind === 'one' && isLetter(scope, place) && isVector) return { kind: 'at', of, indices: [place.at] };
  const rows = stretchOf(place);
  if (!rows || isLetter(scope, place)) return cursor.refuse('this index is not read', at);
  return { kind: 'slice', of, rows, ...(place.kind === 'one' && { flat: true }) };
}

/** MATLAB: `x(:)` is a column of all cells; one index is read of a vector. */
function vectorPlace(cursor: CodeCursor, scope: Scope, of: Formula, place: Place, at: number): Formula {
  if (place.kind === 'stretch' && !place.stretch.from && !place.stretch.to)
    return { kind: 'reshape', of, down: true, columns: number('1') };
  const [rows, columns] = scope.shapeOf(of) ?? [];
  const is1 = (size: Formula | undefined): boolean => size?.kind === 'number' && size.text === '1';
  if (place.kind === 'one' && (is1(rows) || is1(columns))) return { kind: 'at', of, indices: [place.at] };
  const stretch = stretchOf(place);
  if (stretch && is1(columns)) return { kind: 'slice', of, rows: stretch };
  if (stretch && is1(rows)) return { kind: 'slice', of, columns: stretch };
  return cursor.refuse('one index is read of a vector alone; a matrix has two', at);
}

/** `x[:, None]` of an array of one axis. */
function widened(
  cursor: CodeCursor,
  of: Formula,
  first: Place,
  second: Place | undefined,
  at: number,
): Formula | undefined {
  if (first.kind !== 'new' && second?.kind !== 'new') return undefined;
  const other = first.kind === 'new' ? (second ?? { kind: 'stretch', stretch: {} }) : first;
  const isAll = other.kind === 'stretch' && !other.stretch.from && !other.stretch.to;
  if (!isAll) return cursor.refuse('this index is not read', at);
  const vector = asFlat(of) ?? cursor.refuse('this array has two axes already, and a third is not read', at);
  return { kind: 'reshape', of: vector, ...(first.kind === 'new' ? { rows: number('1') } : { columns: number('1') }) };
}

/** Is it an array of one axis, as far as can be told from what was written? */
function asFlat(of: Formula): Formula | undefined {
  if ((of.kind === 'reshape' || of.kind === 'reduce' || of.kind === 'slice') && of.flat) return of;
  if (of.kind === 'call' && of.args.length === 1) return asFlat(of.args[0] as Formula) && of;
  if (of.kind === 'sum') return of.terms.some((term) => asFlat(term.of)) ? of : undefined;
  if (of.kind === 'cellwise') return asFlat(of.left) || asFlat(of.right) ? of : undefined;
  return undefined;
}

/** `P[range(N), labels]` picks one cell for each example; `np.eye(n)[labels]` is one-hot. */
function ofClasses(
  cursor: CodeCursor,
  scope: Scope,
  of: Formula,
  first: Place,
  second: Place | undefined,
  at: number,
): Formula | undefined {
  if (first.kind !== 'classes' && second?.kind !== 'classes') return undefined;
  const isWhole = (place: Place | undefined): boolean =>
    place === undefined || (place.kind === 'stretch' && !place.stretch.from && !place.stretch.to);
  const { key } = (first.kind === 'classes' ? first : second) as Extract<Place, { kind: 'classes' }>;
  const along = first.kind === 'classes' ? 'rows' : 'columns';
  if (isEye(of) && isWhole(first.kind === 'classes' ? second : first)) {
    const size = scope.sizeIn(of.kind === 'diagonal' && of.of.kind === 'repeat' ? of.of.down : of);
    const classes = scope.countOf(key, 'classes');
    if (!classes || size !== scope.sizeIn(classes)) cursor.refuse('this array has not one row for each class', at);
    return scope.oneHot(key, along === 'rows' ? 'columns' : 'rows');
  }
  const other = first.kind === 'classes' ? second : first;
  const hot = other?.kind === 'all' ? scope.oneHot(key, along) : undefined;
  if (!hot) return cursor.refuse('an index of classes is read beside one of all examples, or of np.eye', at);
  const chosen: Formula = { kind: 'cellwise', op: '*', left: of, right: hot };
  return { kind: 'reduce', op: 'sum', axis: along === 'rows' ? 0 : 1, flat: true, of: chosen };
}

const isEye = (of: Formula): boolean =>
  of.kind === 'diagonal' && of.of.kind === 'repeat' && of.of.of.kind === 'number' && of.of.of.text === '1';
