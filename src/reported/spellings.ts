const known = new Map<string, readonly string[]>();

/** All ways to say a form: `[often]` may be left out, `(of|for)` is one of them. */
export function spellingsOf(form: string): readonly string[] {
  const found = known.get(form) ?? spelled(form);
  known.set(form, found);
  return found;
}

const choice = /\[([^[\]()]{1,80})\]|\(([^[\]()]{1,80})\)/;

function spelled(form: string): string[] {
  const found = choice.exec(form);
  if (!found) return [form];
  const [whole, optional, one = ''] = found;
  const ways = optional === undefined ? one.split('|') : ['', ...optional.split('|')];
  return ways.flatMap((way) => spelled(form.replace(whole, () => way)));
}
