/** Texts kept of each function; then it begins anew, so that memory does not grow with the number of papers. */
const most = 5000;
/** Characters of a text that is kept: a long one is a student's own, and comes once. */
const longest = 2000;

/** A function of texts without control characters that remembers what it gave: the formulas of a class's pages are the same on all of them. */
export function remembered<A extends readonly string[], T>(work: (...texts: A) => T): (...texts: A) => T {
  const known = new Map<string, T>();
  return (...texts) => {
    const key = texts.length === 1 ? (texts[0] ?? '') : texts.join('\0');
    if (key.length > longest) return work(...texts);
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = work(...texts);
    known.set(key, value);
    return value;
  };
}

/** The same for what is worked out of an object that many pages share, such as the givens of a problem. */
export function rememberedOf<K extends object, T>(work: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: work(key) };
    known.set(key, found);
    return found.value;
  };
}
