type Aliases = Readonly<Record<string, readonly string[]>>;

type Keys = ReadonlyMap<string, string | null>;

const known = new WeakMap<object, { readonly exact: Keys; readonly folded: Keys }>();

/** A label without what only typesets it, so that `\\sigma_{1}` and `\\sigma_1` are the same. */
const keyOf = (label: string): string => label.replace(/[\\{}\s\0_^,*`"]|\\text/g, '');

/** The name of the problem that a label stands for beside its own, by the declared aliases; capitals count where they must. */
export function aliased(label: string, aliases: Aliases | undefined): string | undefined {
  if (!aliases) return undefined;
  const { exact, folded } = known.get(aliases) ?? index(aliases);
  const key = keyOf(label);
  return exact.get(key) ?? folded.get(key.toLowerCase()) ?? undefined;
}

function index(aliases: Aliases) {
  const pairs = Object.entries(aliases).flatMap(([name, labels]) =>
    labels.map((label) => [keyOf(label), name] as const),
  );
  const made = { exact: unique(pairs), folded: unique(pairs.map(([key, name]) => [key.toLowerCase(), name])) };
  known.set(aliases, made);
  return made;
}

/** What stands for two names stands for none. */
function unique(pairs: readonly (readonly [string, string])[]): Keys {
  const found = new Map<string, string | null>();
  for (const [key, name] of pairs) found.set(key, found.has(key) && found.get(key) !== name ? null : name);
  return found;
}
