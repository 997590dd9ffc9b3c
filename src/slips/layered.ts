/** A map over another one: slips on top of a convention share the formulas of the convention. */
export class Layered<K, V> implements ReadonlyMap<K, V> {
  private readonly under: ReadonlyMap<K, V>;
  private readonly over: ReadonlyMap<K, V>;

  constructor(under: ReadonlyMap<K, V>, over: ReadonlyMap<K, V>) {
    this.under = under;
    this.over = over;
  }

  get size(): number {
    return [...this.over.keys()].reduce((n, key) => n + Number(!this.under.has(key)), this.under.size);
  }

  get(key: K): V | undefined {
    return this.over.get(key) ?? this.under.get(key);
  }

  has(key: K): boolean {
    return this.over.has(key) || this.under.has(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.under) yield [key, this.over.get(key) ?? value];
    for (const [key, value] of this.over) if (!this.under.has(key)) yield [key, value];
  }

  *keys(): MapIterator<K> {
    for (const [key] of this) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(take: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) take(value, key, this);
  }
}
