import { readWritten } from '../../exact/written.ts';
import { readCells } from '../../reading/cells.ts';
import type { AnswerValue } from '../../reading/value.ts';

/** A fully connected layer: the weights of each unit, and its bias. */
export interface Layer {
  readonly weights: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

type Rows = readonly (readonly number[])[];
type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

const refused = (reason: string): Found<never> => ({ ok: false, reason });

/** Reads the layers of a network: a list `W1, b1, W2, b2, …`, or a text in which each is named. */
export function readLayers(value: AnswerValue): Found<readonly Layer[]> {
  const parts = typeof value === 'string' ? named(value) : (value ?? []);
  if (parts.length < 2 || parts.length % 2 > 0)
    return refused('write W1, b1, W2, b2, … : weights and biases of each layer');
  const layers: Layer[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const layer = layerOf(parts[i] ?? null, parts[i + 1] ?? null);
    if (!layer.ok) return refused(`layer ${i / 2 + 1}: ${layer.reason}`);
    layers.push(layer.value);
  }
  return chained(layers);
}

/** What stands behind each `W1 =`, `b1 =`, in the order of the layers, weights first. */
function named(text: string): string[] {
  const marks = [...text.matchAll(/\b([WwBb])_?\{?(\d)\}?\s*[=:]/g)];
  const parts = marks.map((mark, i) => ({
    order: 2 * Number(mark[2]) + (mark[1]?.toLowerCase() === 'b' ? 1 : 0),
    text: text
      .slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length)
      .replace(/(?<![,;.\s])[,;.\s]+$/, ''),
  }));
  return parts.sort((a, b) => a.order - b.order).map((part) => part.text.trim());
}

function layerOf(weights: AnswerValue, biases: AnswerValue): Found<Layer> {
  const [w, b] = [numbersIn(weights), numbersIn(biases)];
  if (!w || !b) return refused('an entry is no number');
  const flat = b.flat();
  if (w.length !== flat.length) return refused(`${w.length} units and ${flat.length} biases`);
  return { ok: true, value: { weights: w, biases: flat } };
}

function numbersIn(value: AnswerValue): Rows | undefined {
  const list = Array.isArray(value) && value.every((one) => typeof one === 'string') ? [value] : value;
  const isOne = typeof list === 'string' && !/[[(&]|\\\\/.test(list);
  const cells = readCells(isOne ? [[list as string]] : list);
  if (!cells.ok || cells.rows.length === 0) return undefined;
  const read = cells.rows.map((row) => row.map((cell) => readWritten(cell)));
  if (read.some((row) => row.some((cell) => !cell.ok))) return undefined;
  return read.map((row) => row.map((cell) => (cell.ok ? cell.written.value.toNumber() : 0)));
}

/** Each layer must take what the one before it gives. */
function chained(layers: readonly Layer[]): Found<readonly Layer[]> {
  for (const [i, { weights }] of layers.entries()) {
    const inputs = i === 0 ? weights[0]?.length : layers[i - 1]?.biases.length;
    if (weights.some((row) => row.length !== inputs)) return refused(`layer ${i + 1} does not take ${inputs} inputs`);
  }
  return { ok: true, value: layers };
}
