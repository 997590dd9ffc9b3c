import type { Fn } from '../../expressions/functions/fn.ts';
import { wordsFor } from '../../expressions/functions/index.ts';
import { isScalar } from '../array.ts';
import type { Dialect } from '../code/tokens.ts';
import { differentiated } from '../differentiate.ts';
import type { Names } from '../names.ts';
import type { Formula, Stretch } from '../tree.ts';
import { NotWritten } from './not-written.ts';
import { shapeIn } from './shape-in.ts';

/** A formula as code over the names of a question. Throws `NotWritten` for what the language has no short way to say. */
export const writeCode = (tree: Formula, names: Names, dialect: Dialect): string =>
  new CodeWriter(names, dialect).text(tree);

type Node<K extends Formula['kind']> = Extract<Formula, { kind: K }>;

class CodeWriter {
  private readonly names: Names;
  private readonly matlab: boolean;
  private readonly dialect: Dialect;

  constructor(names: Names, dialect: Dialect) {
    this.names = names;
    this.dialect = dialect;
    this.matlab = dialect === 'matlab';
  }

  text(tree: Formula): string {
    switch (tree.kind) {
      case 'number':
        return tree.text;
      case 'symbol':
        return tree.name.replace('#', '');
      case 'sum':
        return tree.terms.map(({ negative, of }, i) => this.term(negative, of, i)).join(' ');
      case 'product':
        return this.product(tree.factors);
      case 'power':
        return `${this.tight(tree.base)}${this.matlab ? '^' : '**'}${this.tight(tree.exponent)}`;
      case 'call':
        return `${this.word(tree.fn)}(${tree.args.map((arg) => this.text(arg)).join(', ')})`;
      case 'cellwise':
        return `${this.tight(tree.left)} ${this.cellSign(tree.op)} ${this.tight(tree.right)}`;
      case 'transpose':
        return `${this.tight(tree.of)}${this.matlab ? "'" : '.T'}`;
      case 'compare':
        return `(${this.text(tree.left)} ${this.relation(tree.op)} ${this.text(tree.right)})`;
      case 'matrix':
        return this.matrix(tree);
      case 'at':
        return this.cell(tree);
      case 'slice':
        return this.slice(tree);
      case 'derivative':
        return this.text(differentiated(tree.of, tree.by));
      case 'fold':
      case 'each':
        throw new NotWritten('a loop over an index');
      default:
        return this.function(tree);
    }
  }

  private term(negative: boolean, of: Formula, i: number): string {
    const text = of.kind === 'sum' ? `(${this.text(of)})` : this.text(of);
    return i === 0 ? (negative ? `-${text}` : text) : `${negative ? '-' : '+'} ${text}`;
  }

  /** In brackets where a sign beside it could take it apart. */
  private tight(tree: Formula): string {
    const strong = ['number', 'symbol', 'call', 'at', 'reduce', 'softmax', 'diagonal', 'compare', 'slice'];
    const text = this.text(tree);
    return strong.includes(tree.kind) && !text.startsWith('-') ? text : `(${text})`;
  }

  private cellSign(op: Node<'cellwise'>['op']): string {
    if (this.matlab) return `.${op}`;
    return op === '^' ? '**' : op;
  }

  private relation(op: Node<'compare'>['op']): string {
    if (op === '=') return '==';
    return op === '!=' && this.matlab ? '~=' : op;
  }

  /** NumPy keeps the product of matrices apart from that with a number. */
  private product(factors: Node<'product'>['factors']): string {
    let text = '';
    let single = true;
    for (const { inverse, of } of factors) {
      const isNumber = this.isNumber(of);
      const sign = inverse ? '/' : this.matlab || single || isNumber ? '*' : '@';
      text = text === '' && !inverse ? this.tight(of) : `${text === '' ? '1' : text} ${sign} ${this.tight(of)}`;
      if (!this.matlab && sign === '@') text = `(${text})`;
      single &&= isNumber;
    }
    return text;
  }

  private word(fn: Fn): string {
    if (!this.matlab && (fn.name === 'max' || fn.name === 'min')) return `np.${fn.name}imum`;
    const words = wordsFor(this.dialect);
    const word = words.get(fn.name) === fn ? fn.name : [...words].find(([, one]) => one === fn)?.[0];
    if (!word && !(this.matlab && (fn.name === 'max' || fn.name === 'min'))) throw new NotWritten(fn.name);
    return this.matlab ? (word ?? fn.name) : `np.${word}`;
  }

  private matrix({ rows }: Node<'matrix'>): string {
    if (rows.some((row) => row.some((one) => !this.isNumber(one)))) throw new NotWritten('a matrix of blocks');
    const lines = rows.map((row) => row.map((one) => this.text(one)).join(', '));
    return this.matlab ? `[${lines.join('; ')}]` : `np.array([${lines.map((line) => `[${line}]`).join(', ')}])`;
  }

  /** Counted from 0 in NumPy, where a vector of the question has two axes. */
  private cell({ of, indices }: Node<'at'>): string {
    const shape = shapeIn(of, this.names);
    const place = (index: Formula): string => {
      if (index.kind === 'number') return this.matlab ? index.text : `${Number(index.text) - 1}`;
      if (index.kind === 'symbol' && !index.name.startsWith('#')) return index.name;
      throw new NotWritten('an index that is worked out');
    };
    const [first, second] = indices.map(place);
    const one = this.matlab ? '1' : '0';
    const both = second !== undefined ? [first, second] : shape.columns === 1 ? [first, one] : [one, first];
    if (of.kind !== 'symbol' && this.matlab) throw new NotWritten('a cell of something without a name');
    return `${this.tight(of)}${this.matlab ? `(${both.join(', ')})` : `[${both.join(', ')}]`}`;
  }

  private slice({ of, rows, columns, flat }: Node<'slice'>): string {
    if (flat || (of.kind !== 'symbol' && this.matlab)) throw new NotWritten('a part of something without a name');
    const bound = (tree: Formula, last: boolean): string => {
      if (tree.kind !== 'number') throw new NotWritten('a part whose bounds are worked out');
      return this.matlab || last ? tree.text : `${Number(tree.text) - 1}`;
    };
    const stretch = ({ from, to }: Stretch = {}): string => {
      if (!from && !to) return ':';
      const [first, last] = [from ? bound(from, false) : this.matlab ? '1' : '', to ? bound(to, true) : ''];
      return `${first}:${last === '' && this.matlab ? 'end' : last}`;
    };
    const inside = `${stretch(rows)}, ${stretch(columns)}`;
    return `${this.tight(of)}${this.matlab ? `(${inside})` : `[${inside}]`}`;
  }

  private function(tree: Node<'reduce' | 'softmax' | 'diagonal' | 'reshape' | 'repeat' | 'cases'>): string {
    if (tree.kind === 'cases') return this.cases(tree);
    const of = this.text(tree.of);
    const size = (one: Formula | undefined): string => (one ? this.text(one) : this.matlab ? '[]' : '-1');
    switch (tree.kind) {
      case 'diagonal':
        return this.matlab ? `diag(${of})` : `np.diag(${of})`;
      case 'repeat': {
        const [down, across] = [this.text(tree.down), this.text(tree.across)];
        return this.matlab ? `repmat(${of}, ${down}, ${across})` : `np.tile(${of}, (${down}, ${across}))`;
      }
      case 'reshape': {
        if (this.matlab !== (tree.down === true) || tree.flat) throw new NotWritten('cells in another order');
        return `${this.matlab ? '' : 'np.'}reshape(${of}, ${this.matlab ? '' : '('}${size(tree.rows)}, ${size(tree.columns)})${this.matlab ? '' : ')'}`;
      }
      case 'softmax':
        if (this.matlab && tree.axis !== 0) throw new NotWritten('softmax along rows');
        return this.matlab ? `softmax(${of})` : `softmax(${of}${tree.axis === undefined ? '' : `, axis=${tree.axis}`})`;
      case 'reduce':
        return this.reduce(tree, of);
    }
  }

  private reduce({ op, axis, flat, first }: Node<'reduce'>, of: string): string {
    if (flat || first) throw new NotWritten('an array of one axis');
    const word = op === 'product' ? 'prod' : op;
    if (!this.matlab) return `np.${word}(${of}${axis === undefined ? '' : `, axis=${axis}, keepdims=True`})`;
    if (axis === undefined) return `${word}(${of}, ${op === 'max' || op === 'min' ? '[], ' : ''}'all')`;
    return `${word}(${of}, ${op === 'max' || op === 'min' ? '[], ' : ''}${axis + 1})`;
  }

  private cases({ cases }: Node<'cases'>): string {
    const [first, ...rest] = cases;
    if (!first) throw new NotWritten('no case at all');
    if (!first.when) return this.text(first.of);
    if (rest.length === 0 || this.matlab) throw new NotWritten('cases');
    const others = this.cases({ kind: 'cases', cases: rest });
    const when = this.text(first.when);
    return `np.where(${when}, ${this.text(first.of)}, ${others})`;
  }

  private isNumber(tree: Formula): boolean {
    return isScalar(shapeIn(tree, this.names));
  }
}
