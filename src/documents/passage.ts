/** Text of a document, and where each of its characters stands in the source. */
export interface Passage {
  readonly text: string;
  readonly at: readonly number[];
}

/** Stand around inline mathematics in a passage, and around what is printed bold or underlined. */
export const marks = { math: '\ue000', mathEnd: '\ue001', strong: '\ue002', strongEnd: '\ue003' } as const;

const anyMark = /[\ue000-\ue003]/g;

/** The text without the marks, as a person would copy it. */
export const unmarked = (text: string): string => text.replace(anyMark, '');

/** What the marks could be mistaken for is taken out of a source before it is read; nothing moves. */
export const withoutMarks = (source: string): string => source.replace(anyMark, ' ');

/** A part of a passage. */
export const slice = ({ text, at }: Passage, from: number, to = text.length): Passage => ({
  text: text.slice(from, to),
  at: at.slice(from, to),
});

/** The passage without the blanks around it. */
export function trimmed(passage: Passage): Passage {
  const { text } = passage;
  const from = text.length - text.trimStart().length;
  return slice(passage, from, Math.max(from, text.trimEnd().length));
}

/** A part of a source as it stands there. */
export const sourcePassage = (source: string, from: number, to: number): Passage => ({
  text: source.slice(from, to),
  at: Array.from({ length: to - from }, (_, i) => from + i),
});

/** Collects a passage piece by piece. */
export class PassageWriter {
  private readonly parts: string[] = [];
  private readonly at: number[] = [];

  /** Each character of `text` stands where `from` says, one after the other, but not beyond `end`. */
  add(text: string, from: number, end = Number.POSITIVE_INFINITY): this {
    this.parts.push(text);
    for (let i = 0; i < text.length; i++) this.at.push(Math.min(from + i, Math.max(from, end - 1)));
    return this;
  }

  append(passage: Passage): this {
    this.parts.push(passage.text);
    for (const offset of passage.at) this.at.push(offset);
    return this;
  }

  get length(): number {
    return this.at.length;
  }

  passage(): Passage {
    return { text: this.parts.join(''), at: this.at };
  }
}
