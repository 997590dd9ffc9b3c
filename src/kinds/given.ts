import type { Working } from '../working/problem.ts';

/** A given that is a list of texts. Throws where the declaration names one that there is not. */
export function listOf(name: string, { data }: Working): readonly string[] {
  const value = data?.get(name);
  if (!Array.isArray(value)) throw new Error(`a field uses the list "${name}", which is no given`);
  return value.map(String);
}
