/** One command of a glyph's outline, as opentype.js gives it; y points down. */
export interface Command {
  readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly x?: number;
  readonly y?: number;
  readonly x1?: number;
  readonly y1?: number;
  readonly x2?: number;
  readonly y2?: number;
}

export type Point = readonly [x: number, y: number];

/** Straight pieces per curve: at 28 pixels more cannot be seen. */
const pieces = 6;

function curve(from: Point, c: Command): Point[] {
  const [x, y, x1, y1] = [c.x ?? 0, c.y ?? 0, c.x1 ?? 0, c.y1 ?? 0];
  // A quadratic curve is a cubic one with its inner points two thirds of the way to the quadratic's.
  const cubic = c.type === 'C';
  const a: Point = cubic ? [x1, y1] : [from[0] + (2 / 3) * (x1 - from[0]), from[1] + (2 / 3) * (y1 - from[1])];
  const b: Point = cubic ? [c.x2 ?? 0, c.y2 ?? 0] : [x + (2 / 3) * (x1 - x), y + (2 / 3) * (y1 - y)];
  return Array.from({ length: pieces }, (_, i) => {
    const t = (i + 1) / pieces;
    const s = 1 - t;
    const mix = (k: 0 | 1, end: number) =>
      s ** 3 * from[k] + 3 * s * s * t * a[k] + 3 * s * t * t * b[k] + t ** 3 * end;
    return [mix(0, x), mix(1, y)];
  });
}

/** An outline as closed polygons. */
export function polygons(outline: readonly Command[]): Point[][] {
  const closed: Point[][] = [];
  let current: Point[] = [];
  for (const command of outline) {
    const from = current.at(-1) ?? [0, 0];
    if (command.type === 'M') {
      current = [[command.x ?? 0, command.y ?? 0]];
      closed.push(current);
    } else if (command.type === 'L') current.push([command.x ?? 0, command.y ?? 0]);
    else if (command.type !== 'Z') current.push(...curve(from, command));
  }
  return closed.filter((polygon) => polygon.length > 2);
}

/** Samples per pixel in either direction. */
const fine = 4;

function crossings(shape: readonly Point[][], y: number): [x: number, turn: number][] {
  const found: [number, number][] = [];
  for (const polygon of shape) {
    let [px, py] = polygon.at(-1) as Point;
    for (const [x, y2] of polygon) {
      if (py <= y !== y2 <= y) found.push([px + ((y - py) / (y2 - py)) * (x - px), y2 > py ? 1 : -1]);
      [px, py] = [x, y2];
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

/** Fills polygons (non-zero winding) on a square of `size` pixels: bytes, 255 inside, edges smoothed. */
export function fill(shape: readonly Point[][], size: number): Uint8Array {
  const counts = new Uint8Array(size * size);
  for (let row = 0; row < size * fine; row += 1) {
    let winding = 0;
    let start = 0;
    for (const [x, turn] of crossings(shape, (row + 0.5) / fine)) {
      if (winding === 0) start = x;
      winding += turn;
      if (winding !== 0) continue;
      const from = Math.max(0, Math.round(start * fine));
      const to = Math.min(size * fine, Math.round(x * fine));
      for (let column = from; column < to; column += 1) {
        const at = Math.floor(row / fine) * size + Math.floor(column / fine);
        counts[at] = (counts[at] ?? 0) + 1;
      }
    }
  }
  return counts.map((count) => Math.round((count * 255) / fine ** 2));
}
