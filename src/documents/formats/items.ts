/** How the items of a list are marked. */
type Style = '-' | '1.' | 'a)' | 'i.';

const byDepth: readonly Style[] = ['1.', 'a)', 'i.', 'a)'];

/** The numbers that LaTeX gives to the items of its lists. */
export class Items {
  private readonly open: { readonly style: Style; count: number }[] = [];

  /** A list begins; its option may say how it numbers: `[label=(\alph*)]`, `[a)]`. */
  begin(environment: string, option: string): void {
    const depth = this.open.filter(({ style }) => style !== '-').length;
    const style = environment === 'enumerate' ? (styleIn(option) ?? byDepth[depth] ?? '1.') : '-';
    this.open.push({ style, count: startIn(option) - 1 });
  }

  end(): void {
    this.open.pop();
  }

  /** The marker of the next item. */
  next(): string {
    const list = this.open.at(-1);
    if (!list || list.style === '-') return '-';
    list.count++;
    if (list.style === '1.') return `${list.count}.`;
    return list.style === 'a)' ? `${letter(list.count)})` : `${roman(list.count)}.`;
  }
}

export const isList = (environment: string): boolean => /^(?:enumerate|itemize|description)\*?$/.test(environment);

function styleIn(option: string): Style | undefined {
  if (/\\alph|^\W*a(?:\W|$)/i.test(option)) return 'a)';
  if (/\\roman|^\W*i(?:\W|$)/i.test(option)) return 'i.';
  return /\\arabic|^\W*1(?:\W|$)/.test(option) ? '1.' : undefined;
}

const startIn = (option: string): number => Number(/start=(\d{1,2})/.exec(option)?.[1] ?? 1);

const letter = (n: number): string => String.fromCharCode('a'.charCodeAt(0) + ((n - 1) % 26));

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const roman = (n: number): string => romans[n - 1] ?? `${n}`;
