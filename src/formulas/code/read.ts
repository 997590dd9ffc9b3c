import { limits } from '../../exact/limits.ts';
import { keyOf } from '../math/vocabulary.ts';
import type { DeclaredName, Names } from '../names.ts';
import { type Chain, Refusal, type Refused } from '../reading.ts';
import { below, type CompareOp, type Formula, number, symbol, transpose } from '../tree.ts';
import { called, type Given, product } from './calls.ts';
import { type CodeToken, codeTokens, type Dialect } from './tokens.ts';

const mostNodes = limits.nodes;
const deepest = limits.nesting;
const mostStatements = limits.statements;

/** A path's name without its dots and braces. */
export const codeKey = (name: string): string => keyOf(name.replace(/[.{}()]/g, ''));

/**
 * Reads straight-line code of a dialect: assignments, and the value of the last or of the one that `wanted` names. Nothing
 * is run: the code becomes a formula, which is evaluated on small matrices. Whatever is not listed is refused.
 */
export function readCode(text: string, names: Names, dialect: Dialect, wanted: ReadonlySet<string>): Chain | Refused {
  try {
    const plain = text.replace(/\\([{}_])/g, '$1');
    const statements = linesOf(codeTokens(plain, dialect));
    if (statements.length > mostStatements) throw new Refusal(`more than ${mostStatements} statements`, 0);
    const known = new Map<string, Formula>();
    let last: { tree: Formula; label?: string } | undefined;
    let asked: { tree: Formula; label?: string } | undefined;
    for (const tokens of statements) {
      last = new Statement(tokens, names, known, dialect).read();
      if (last.label !== undefined) {
        known.set(last.label, last.tree);
        if (wanted.has(last.label)) asked = last;
      }
    }
    const found = asked ?? last;
    if (!found) throw new Refusal('there is no formula', 0);
    const side = { tree: found.tree, from: 0, to: text.length };
    const language = dialect === 'matlab' ? 'MATLAB' : 'NumPy';
    return {
      ok: true,
      sides: [side],
      wide: true,
      notes: [`read as ${language}`],
      ...(found.label !== undefined && { label: found.label }),
    };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message, at: Math.min(error.at, text.length) };
    throw error;
  }
}

function linesOf(tokens: readonly CodeToken[]): CodeToken[][] {
  const lines: CodeToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'line') lines.push([]);
    else if (token.kind !== 'end') lines.at(-1)?.push(token);
  }
  return lines.filter((line) => line.length > 0);
}

const comparisons: Readonly<Record<string, CompareOp>> = {
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  '==': '=',
  '~=': '!=',
  '!=': '!=',
};
const modules = /^(?:np|numpy|torch|tf|F|nn|math|jnp|scipy\.special)\./;
const methods = ['T', 'sum', 'mean', 'dot', 'max', 'min', 'shape', 'transpose'];

/** One statement: an assignment or a value. */
class Statement {
  private readonly tokens: readonly CodeToken[];
  private readonly names: ReadonlyMap<string, DeclaredName>;
  private readonly known: ReadonlyMap<string, Formula>;
  private readonly dialect: Dialect;
  private next = 0;
  private depth = 0;
  private nodes = 0;

  constructor(tokens: readonly CodeToken[], names: Names, known: ReadonlyMap<string, Formula>, dialect: Dialect) {
    this.tokens = tokens;
    this.known = known;
    this.dialect = dialect;
    const written = names.names.flatMap((one) =>
      [one.name, ...(one.written ?? [])].map((text) => [codeKey(text), one] as const),
    );
    this.names = new Map(written);
  }

  read(): { tree: Formula; label?: string } {
    const [name, op] = this.tokens;
    const assigns = name?.kind === 'name' && op && ['=', '+=', '-=', '*=', '/='].includes(op.text);
    if (!assigns) return { tree: this.whole() };
    this.next = 2;
    const label = codeKey(name.text);
    const right = this.whole();
    if (op.text === '=') return { label, tree: right };
    const left = this.named(name);
    return { label, tree: this.combined(op.text[0] ?? '', left, right, op.at) };
  }

  private whole(): Formula {
    const tree = this.comparison();
    if (this.peek) this.refuse(`"${this.peek.text}" was not expected here`);
    return tree;
  }

  private comparison(): Formula {
    if (++this.depth > deepest) this.refuse(`nested more than ${deepest} deep`);
    let left = this.sum();
    const op = this.peek && Object.hasOwn(comparisons, this.peek.text) ? comparisons[this.take().text] : undefined;
    if (op) left = this.made({ kind: 'compare', op, left, right: this.sum() });
    this.depth--;
    return left;
  }

  private sum(): Formula {
    let left = this.product();
    while (this.is('+', '-')) {
      const negative = this.take().text === '-';
      const right = this.product();
      const terms = left.kind === 'sum' ? left.terms : [{ negative: false, of: left }];
      left = this.made({ kind: 'sum', terms: [...terms, { negative, of: right }] });
    }
    return left;
  }

  private product(): Formula {
    let left = this.unary();
    while (this.is('*', '/', '.*', './', '@')) {
      const op = this.take();
      left = this.combined(op.text, left, this.unary(), op.at);
    }
    return left;
  }

  private combined(op: string, left: Formula, right: Formula, at: number): Formula {
    const matlab = this.dialect === 'matlab';
    if ((op === '@') === matlab && op === '@') throw new Refusal('"@" is no sign of MATLAB', at);
    if (op.startsWith('.') && !matlab) throw new Refusal(`"${op}" is no sign of NumPy`, at);
    if (op === '+' || op === '-') {
      return this.made({
        kind: 'sum',
        terms: [
          { negative: false, of: left },
          { negative: op === '-', of: right },
        ],
      });
    }
    if (op === '@' || (op === '*' && matlab)) return this.made(product(left, right));
    if (op === '/' && matlab) {
      return this.made({
        kind: 'product',
        factors: [
          { inverse: false, of: left },
          { inverse: true, of: right },
        ],
      });
    }
    return this.made({ kind: 'cellwise', op: op.endsWith('/') ? '/' : '*', left, right });
  }

  private unary(): Formula {
    if (this.is('-')) {
      this.take();
      return this.made({ kind: 'sum', terms: [{ negative: true, of: this.unary() }] });
    }
    if (this.is('+')) this.take();
    return this.power();
  }

  private power(): Formula {
    const base = this.postfix();
    const matlab = this.dialect === 'matlab';
    if (!this.is('^', '.^', '**')) return base;
    const { text, at } = this.take();
    if ((text === '**') === matlab) throw new Refusal(`"${text}" is no power in this language`, at);
    const negative = this.is('-') && this.take() !== undefined;
    const raised = this.postfix();
    const exponent: Formula = negative ? { kind: 'sum', terms: [{ negative, of: raised }] } : raised;
    if (this.is('^', '.^', '**')) this.refuse('a power of a power needs brackets');
    return this.made(
      text === '^' ? { kind: 'power', base, exponent } : { kind: 'cellwise', op: '^', left: base, right: exponent },
    );
  }

  private postfix(): Formula {
    let tree = this.primary();
    for (;;) {
      if (this.dialect === 'matlab' && (this.is(".'") || (this.is("'") && this.peek?.tight))) {
        this.take();
        tree = transpose(tree);
      } else if (this.is('[')) this.refuse('indexing is not read');
      else if (this.is('.')) tree = this.method(tree);
      else return tree;
    }
  }

  /** `(…).T`, `(…).sum(axis=0)`. */
  private method(of: Formula): Formula {
    this.take();
    const name = this.peek?.kind === 'name' ? this.take() : this.refuse('a name is missing here');
    return this.attribute(of, name.text, name.at);
  }

  private attribute(of: Formula, path: string, at: number): Formula {
    const [name = '', ...more] = path.split('.');
    if (this.dialect !== 'numpy' || !methods.includes(name)) throw new Refusal(`".${name}" is not read`, at);
    let tree: Formula;
    if (name === 'T') tree = transpose(of);
    else if (name === 'shape') return this.shape(of, at);
    else {
      const given = this.arguments(at);
      tree = called(name, { ...given, args: [of, ...given.args] }, 'numpy') ?? this.refuse(`".${name}" is not read`);
    }
    return more.length > 0 ? this.attribute(tree, more.join('.'), at) : tree;
  }

  /** `x.shape[0]`: a size. */
  private shape(of: Formula, at: number): Formula {
    const declared = of.kind === 'symbol' ? [...this.names.values()].find(({ name }) => name === of.name) : undefined;
    this.expect('[');
    const which = this.take().text;
    this.expect(']');
    if (!declared || (which !== '0' && which !== '1'))
      throw new Refusal('only the size of a declared name is read', at);
    return sizeSymbol(declared.shape[which === '0' ? 0 : 1]);
  }

  private primary(): Formula {
    const token = this.take();
    if (token.kind === 'number') return number(token.text);
    if (token.kind === 'name') return this.is('(') ? this.call(token) : this.named(token);
    if (token.text === '(') {
      const inside = this.comparison();
      this.expect(')');
      return inside;
    }
    if (token.text === '[') return this.matrix(token.at);
    return this.refuse(`a number, a name or a bracket is missing before "${token.text}"`);
  }

  private matrix(at: number): Formula {
    if (this.is(']') && this.dialect === 'matlab') {
      this.take();
      return { kind: 'matrix', rows: [] };
    }
    throw new Refusal('arrays written out are not read', at);
  }

  private named(token: CodeToken): Formula {
    const path = token.text.split('.');
    for (let end = path.length; end > 0; end--) {
      const key = codeKey(path.slice(0, end).join('.'));
      const tree = this.known.get(key) ?? (this.names.has(key) ? symbol(this.names.get(key)?.name ?? key) : undefined);
      if (!tree) continue;
      const rest = path.slice(end).join('.');
      return this.made(rest === '' ? tree : this.attribute(tree, rest, token.at));
    }
    if (this.dialect === 'numpy' && ['True', 'False', 'None'].includes(token.text)) return symbol(token.text);
    throw new Refusal(`"${token.text}" is no name of this question`, token.at);
  }

  private call(token: CodeToken): Formula {
    const word = token.text.replace(modules, '');
    const cut = word.lastIndexOf('.');
    if (cut > 0) {
      const of = this.named({ ...token, text: word.slice(0, cut) });
      return this.attribute(of, word.slice(cut + 1), token.at);
    }
    if (this.names.has(codeKey(word)) || this.known.has(codeKey(word)))
      throw new Refusal('indexing is not read', token.at);
    if ((word === 'size' || word === 'len') && this.peek) return this.size(token, word);
    const given = this.arguments(token.at);
    return this.made(called(word, given, this.dialect) ?? this.stranger(word, token.at));
  }

  private stranger(word: string, at: number): never {
    throw new Refusal(`the function "${word}" is not known here`, at);
  }

  /** `size(x, 2)` and `len(x)`. */
  private size(token: CodeToken, word: string): Formula {
    const { args } = this.arguments(token.at);
    const [of, axis] = args;
    const declared = of?.kind === 'symbol' ? [...this.names.values()].find(({ name }) => name === of.name) : undefined;
    const which = word === 'len' ? '1' : axis?.kind === 'number' ? axis.text : '';
    if (!declared || (which !== '1' && which !== '2'))
      throw new Refusal('only the size of a declared name is read', token.at);
    return sizeSymbol(declared.shape[which === '1' ? 0 : 1]);
  }

  private arguments(at: number): Given {
    this.expect('(');
    const args: Formula[] = [];
    const named = new Map<string, Formula>();
    while (!this.is(')')) {
      const [name, equals] = [this.peek, this.tokens[this.next + 1]];
      if (name?.kind === 'name' && equals?.text === '=') {
        this.next += 2;
        named.set(name.text, this.comparison());
      } else args.push(this.comparison());
      if (!this.is(')')) this.expect(',');
    }
    this.expect(')');
    return { args, named, at };
  }

  /** Counts what is made, so that names standing for names cannot grow without end. */
  private made(tree: Formula): Formula {
    const count = (node: Formula): void => {
      if (++this.nodes > mostNodes) this.refuse('this is too large to be read');
      below(node).forEach(count);
    };
    this.nodes = 0;
    count(tree);
    return tree;
  }

  private get peek(): CodeToken | undefined {
    return this.tokens[this.next];
  }

  private is(...texts: readonly string[]): boolean {
    return this.peek?.kind === 'sign' && texts.includes(this.peek.text);
  }

  private take(): CodeToken {
    const here = this.peek ?? this.refuse('something is missing at the end');
    this.next++;
    return here;
  }

  private expect(text: string): void {
    if (!this.is(text)) this.refuse(`"${text}" is missing here`);
    this.next++;
  }

  private refuse(reason: string): never {
    const last = this.tokens.at(-1);
    throw new Refusal(reason, this.peek?.at ?? (last ? last.at + last.text.length : 0));
  }
}

const sizeSymbol = (dim: string): Formula => (/^\d+$/.test(dim) ? number(dim) : symbol(`#${dim}`));
