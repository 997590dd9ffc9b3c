import type { Role } from '../problem.ts';
import { inputsOf, isPoint, sideText, termsOf } from './formulas.ts';
import type { Layer } from './layer.ts';
import { operations } from './operations.ts';
import type { About, Sheet } from './sheet.ts';
import type { Volume } from './volume.ts';

/** What is written down for every layer. */
export interface Extent {
  /** A line of 0 for layers that learn nothing. */
  readonly zeros?: boolean;
  /** A line for the depth of every output, so that shapes can be asked for. */
  readonly depths?: boolean;
  /** Lines for multiplications, additions and comparisons. */
  readonly operations?: boolean;
}

const nouns: Readonly<Record<string, string>> = {
  kernel: 'kernel size',
  filters: 'number of filters',
  units: 'number of units',
  groups: 'number of groups',
};

/** "layer 3" for `layer3`, any other name as it is. */
export const called = (name: string): string => name.replace(/^(layer|branch)(\d+)$/, '$1 $2').replaceAll('_', ' ');

/** Writes the lines of a list of layers down, one layer after the other, and gives what comes out of the last. */
export function expand(sheet: Sheet, layers: readonly Layer[], input: Volume, extent: Extent, within = ''): Volume {
  return layers.reduce((before, layer) => new Step(sheet, layer, before, extent, within).write(), input);
}

/** One layer of the expansion. */
class Step {
  readonly name: string;
  readonly words: string;
  private readonly sheet: Sheet;
  private readonly layer: Layer;
  private readonly before: Volume;
  private readonly extent: Extent;

  constructor(sheet: Sheet, layer: Layer, before: Volume, extent: Extent, within: string) {
    this.sheet = sheet;
    this.layer = layer;
    this.before = before;
    this.extent = extent;
    this.name = within === '' ? layer.name : `${within}.${layer.name}`;
    this.words = within === '' ? called(layer.name) : `${called(layer.name)} in ${called(within)}`;
  }

  write(): Volume {
    const { type, numbers } = this.layer;
    for (const [attribute, value] of Object.entries(numbers))
      if (attribute !== 'kernel' || value !== '1')
        this.sheet.given(
          this.at(attribute),
          value,
          `the ${nouns[attribute] ?? attribute} of ${this.words}`,
          this.role(attribute),
        );
    const after = type === 'inception' ? this.branches() : this.single();
    if (!this.extent.operations) return after;
    for (const [what, text] of operations(this.layer, this.name, this.before, after))
      this.line(this.at(what), text, `the ${what} of ${this.words}`, { role: this.role(what) });
    return after;
  }

  private single(): Volume {
    const sides = this.extent.depths ? this.ownSides() : this.sides();
    const depth = this.depth();
    const after = { sides, depth: this.extent.depths ? this.depthLine(depth) : depth };
    this.parameters();
    return after;
  }

  private line(name: string, text: string, words: string, about: About, least = 0, why = ''): string {
    return this.sheet.line(name, text, words, about, least, why || `${words} is no count`);
  }

  private role(of: string, type: string = this.layer.type): Role {
    return { layer: this.name, words: this.words, type, of };
  }

  private at(attribute: string): string {
    return `${this.name}.${attribute}`;
  }

  private sides(): readonly string[] {
    const { type } = this.layer;
    if (type === 'fc' || type === 'flatten') return [];
    if (!['conv', 'pool'].includes(type)) return this.before.sides;
    return isPoint(this.layer) ? this.before.sides : this.before.sides.map((side, i) => this.side(side, i));
  }

  /** A line for every side, even where the layer passes its input on. */
  private ownSides(): readonly string[] {
    const sides = this.sides();
    if (sides !== this.before.sides) return sides;
    return sides.map((side, i) => this.passed(side, i));
  }

  private passed(side: string, i: number): string {
    const words = `the output ${this.axis(i)} of ${this.words}`;
    return this.line(this.at(this.axis(i)), side, words, { role: this.role(this.axis(i), 'passed') });
  }

  private axis(i: number): string {
    return this.before.sides.length === 1 ? 'size' : i === 0 ? 'height' : 'width';
  }

  private side(before: string, i: number): string {
    const axis = this.axis(i);
    const name = this.at(axis);
    const words = `the output ${axis} of ${this.words}`;
    const why = `the window of ${this.words} does not fit into an input of ${axis} ${this.sheet.value(before)}; pad the input or make the window smaller`;
    return this.line(
      name,
      sideText(this.layer, this.name, before),
      words,
      { role: this.role(axis), skip: before },
      1,
      why,
    );
  }

  private depth(): string {
    const { type } = this.layer;
    if (type === 'conv') return this.at('filters');
    if (type === 'fc') return this.at('units');
    if (type === 'flatten' && this.before.sides.length > 0) return this.flattened();
    return this.before.depth;
  }

  private flattened(): string {
    return this.line(this.at('units'), inputsOf(this.before), `the length of ${this.words}`, {
      role: this.role('units'),
    });
  }

  private depthLine(depth: string): string {
    const role = this.role('depth');
    return this.line(this.at('depth'), depth, `the output depth of ${this.words}`, { role });
  }

  private parameters(): void {
    const terms = termsOf(this.layer, this.name, this.before);
    if (terms.length === 0 && !this.extent.zeros) return;
    const about = { role: this.role('parameters'), terms: terms.map(([role]) => role) };
    this.checkGroups();
    const text = terms.length === 0 ? '0' : terms.map(([, term]) => term).join(' + ');
    this.line(this.name, text, `the parameters of ${this.words}`, about);
  }

  private checkGroups(): void {
    const { groups = '1', filters = '1' } = this.layer.numbers;
    const depth = this.sheet.value(this.before.depth);
    if (depth.mod(groups).isZero() && Number(filters) % Number(groups) === 0) return;
    throw new Error(
      `the groups of ${this.words} must divide its input depth of ${depth} and its ${filters} filters; ${groups} do not`,
    );
  }

  private branches(): Volume {
    const { branches } = this.layer;
    const ends = branches.map((branch) => expand(this.sheet, branch, this.before, this.extent, this.name));
    const text = ends.map(({ depth }) => depth).join(' + ');
    const depth = this.line(this.at('depth'), text, `the output depth of ${this.words}`, { role: this.role('depth') });
    this.block();
    const sides = this.sameSides(ends);
    return { sides: this.extent.depths ? sides.map((side, i) => this.passed(side, i)) : sides, depth };
  }

  private block(): void {
    const inner = this.sheet.lines.filter(({ role, terms, name }) => role?.layer === name && terms && this.holds(name));
    const text = inner.map(({ name }) => name).join(' + ') || '0';
    this.line(this.name, text, `the parameters of ${this.words}`, { role: this.role('parameters') });
  }

  private holds(name: string): boolean {
    return name.startsWith(`${this.name}.`);
  }

  private sameSides(ends: readonly Volume[]): readonly string[] {
    const texts = ends.map(({ sides }) => sides.map((side) => this.sheet.value(side).toFixed()).join('×'));
    const odd = texts.findIndex((text) => text !== texts[0]);
    if (odd > 0)
      throw new Error(
        `the branches of ${this.words} give outputs of ${texts[0]} and of ${texts[odd]}, which cannot be stacked; pad branch ${odd + 1}`,
      );
    return ends[0]?.sides ?? [];
  }
}
