/** Texts kept of each function; then it begins anew, so that memory does not grow with the number of papers. */
const most = 5000;
/** Characters of a text that is kept: a long one is a student's own, and comes once. */
const longest = 2000;

/** A function of a text that remembers what it gave: the formulas of a class's pages are the same on all of them. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return work(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = work(text);
    known.set(text, value);
    return value;
  };
}
