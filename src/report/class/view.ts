import type { Badge } from '../verdicts.ts';

/** A class as data, ready to be written. Sentences hold formulas between back-ticks. */
export interface ClassView {
  readonly title: string;
  readonly course?: string;
  readonly headline: readonly string[];
  readonly facts: readonly Fact[];
  readonly queue: QueueView;
  readonly histogram?: HistogramView;
  readonly changes?: ChangesView;
  readonly problems: readonly StripView[];
  /** The verdicts that the strips show. */
  readonly legend: readonly Badge[];
  readonly slips: readonly SlipView[];
  readonly filters: readonly Filter[];
  readonly columns: readonly { readonly short: string; readonly title: string }[];
  /** The verdicts that stand somewhere on the page. */
  readonly shownVerdicts: readonly Badge[];
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

/** What a person has to look at: the first groups, and how many more there are. */
export interface QueueView {
  readonly groups: readonly WaitingView[];
  readonly more: number;
}

/** Something that a person has to look at; equal answers are one. */
export interface WaitingView {
  readonly verdict: Badge;
  readonly title: string;
  readonly says: string;
  /** What the filter finds its papers by, and how many there are. */
  readonly token: string;
  readonly papers: number;
  /** Some of them. */
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
  /** Papers that the run before did not have, and its papers that this one does not have. */
  readonly added: readonly Link[];
  readonly withdrawn: readonly string[];
}

/** The papers of one problem by the verdict that needs most attention. */
export interface StripView {
  readonly title: string;
  readonly mean: string;
  readonly outOf: string;
  readonly text: string;
  readonly papers: number;
  readonly segments: readonly { readonly verdict: Badge; readonly n: number; readonly shown: boolean }[];
  readonly heat: HeatView;
}

/** The lines of a problem by verdict: how many papers, and in per cent of those that were marked. */
export interface HeatView {
  readonly columns: readonly Badge[];
  readonly rows: readonly {
    readonly field: string;
    readonly words: string;
    readonly cells: readonly {
      readonly verdict: Badge;
      readonly n: number;
      readonly share: number;
      readonly token: string;
    }[];
  }[];
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
  /** Per cent of what the dearest slip cost. */
  readonly lostShare: number;
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
  /** The verdict of every line, a letter each. */
  readonly letters: string;
}
