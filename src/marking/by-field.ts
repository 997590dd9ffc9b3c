import type { Answered } from '../kinds/index.ts';
import type { Scored } from './mark.ts';

/**
 * A line that was not handed in by its own name is called by the field that stated it: a wrong shape, not the line that
 * one of its numbers stands for.
 */
export const byField = (answered: ReadonlyMap<string, Answered>): ((scored: Scored) => Scored) => {
  const all = [...answered.values()].flatMap(({ field, numbers }) =>
    [...numbers.keys()].map((line) => [line, field.name] as const),
  );
  const fields = new Map(all.filter(([line, field]) => line !== field && !answered.has(line)));
  return (scored) => (fields.size === 0 ? scored : renamed(scored, fields));
};

function renamed(scored: Scored, fields: ReadonlyMap<string, string>): Scored {
  const { says: text, carriedFrom } = scored.mark;
  const said = text?.replace(/`([^`]+)`/g, (all, name: string) => (fields.has(name) ? `\`${fields.get(name)}\`` : all));
  const from = carriedFrom && [...new Set(carriedFrom.map((name) => fields.get(name) ?? name))];
  return { ...scored, mark: { ...scored.mark, ...(said && { says: said }), ...(from && { carriedFrom: from }) } };
}
