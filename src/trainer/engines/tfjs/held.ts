import type { Parameter } from '../../training/network.ts';

/** How a parameter is held: a dense layer's weights with a row for each unit, so that no product turns the large matrix. */
const isTurned = ({ shape }: Parameter): boolean => shape.length === 2;

function turned(values: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) result[j * rows + i] = values[i * columns + j] as number;
  }
  return result;
}

export const heldShape = (parameter: Parameter): number[] =>
  isTurned(parameter) ? [...parameter.shape].reverse() : parameter.shape;

/** A parameter's numbers, in a copy, as they are held. */
export function toHeld(parameter: Parameter, values: Float32Array): Float32Array {
  const [rows = 0, columns = 0] = parameter.shape;
  return isTurned(parameter) ? turned(values, rows, columns) : values.slice();
}

/** The same numbers in the order of the network. */
export function fromHeld(parameter: Parameter, values: Float32Array): Float32Array {
  const [rows = 0, columns = 0] = parameter.shape;
  return isTurned(parameter) ? turned(values, columns, rows) : values;
}
