import type { Badge } from '../verdicts.ts';

/** A class as data, ready to be written. Sentences hold formulas between back-ticks. */
export interface ClassView {
  readonly title: string;
  readonly course?: string;
  readonly headline: readonly string[];
  readonly facts: readonly Fact[];
  readonly waiting: readonly WaitingView[];
  readonly histogram?: HistogramView;
  readonly changes?: ChangesView;
  readonly problems: readonly StripView[];
  /** The verdicts that the strips show. */
  readonly legend: readonly Badge[];
  readonly slips: readonly SlipView[];
  readonly filters: readonly Filter[];
  readonly columns: readonly { readonly short: string; readonly title: string }[];
  readonly rows: readonly RowView[];
  readonly provenance: { readonly assignment: string; readonly gradcheck: string; readonly keys: readonly string[] };
}

export interface Fact {
  readonly value: string;
  readonly label: string;
}

/** A paper to open, at the line in question. */
export interface Link {
  readonly student: string;
  readonly href: string;
  /** What is there, as the student wrote it. */
  readonly where?: string;
}

/** Something that a person has to look at. */
export interface WaitingView {
  readonly verdict: Badge;
  readonly title: string;
  readonly says: string;
  readonly links: readonly Link[];
  readonly files: readonly { readonly file: string; readonly says: string }[];
}

export interface HistogramView {
  readonly outOf: string;
  readonly median: string;
  readonly text: string;
  /** `share`: per cent of the highest column. */
  readonly bins: readonly {
    readonly label: string;
    readonly n: number;
    readonly share: number;
    readonly holds: boolean;
  }[];
}

export interface ChangesView {
  readonly says: string;
  readonly rows: readonly (Link & { readonly before: string; readonly after: string; readonly why: string })[];
}

/** The papers of one problem by the verdict that needs most attention. */
export interface StripView {
  readonly title: string;
  readonly mean: string;
  readonly outOf: string;
  readonly text: string;
  readonly segments: readonly { readonly verdict: Badge; readonly n: number; readonly shown: boolean }[];
}

/** A slip that papers share. */
export interface SlipView {
  readonly token: string;
  readonly kind: string;
  /** Sentences: which slip, and in which line. */
  readonly says: string;
  readonly where: string;
  readonly papers: number;
  /** Per cent of all papers. */
  readonly share: number;
  readonly lost: string;
}

export interface Filter {
  readonly token: string;
  readonly text: string;
}

export interface RowView extends Link {
  readonly score: string;
  /** Why there is no score. */
  readonly standing: string;
  /** What the filter finds it by. */
  readonly tokens: string;
  readonly cells: readonly { readonly verdict?: Badge; readonly points: string }[];
}
