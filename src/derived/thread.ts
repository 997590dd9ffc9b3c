import type { Working } from '../working/working.ts';

/**
 * The lines that a line is worked from, among those that have a name on the page; an array is one name for all its cells,
 * and what has no name there is looked through.
 */
export function usesOf(name: string, { lines }: Working, shown: ReadonlySet<string>): readonly string[] {
  const cells = new Map<string, string[]>();
  for (const { name: line, array = line, inputs } of lines) cells.set(array, [...(cells.get(array) ?? []), ...inputs]);
  const arrays = new Map(lines.flatMap(({ name: line, array }) => (array === undefined ? [] : [[line, array]])));
  const seen = new Set([name]);
  const used = new Set<string>();
  const visit = (one: string): void => {
    for (const input of cells.get(one) ?? []) {
      const line = arrays.get(input) ?? input;
      if (seen.has(line)) continue;
      seen.add(line);
      if (shown.has(line)) used.add(line);
      else visit(line);
    }
  };
  visit(name);
  return [...shown].filter((one) => used.has(one));
}
