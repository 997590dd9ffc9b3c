/**
 * How unlikely each sort of slip is before any number is seen, in bits; normalised over all that are tried on a line, so
 * that only the differences count. Guesses from 149 listed wrong answers, to be estimated again from real papers.
 */
export const prices = {
  /** A term or a factor lost: the most frequent of all. */
  dropped: 2.5,
  /** The biases forgotten where they are counted: three in four of those who miscount a layer do this. */
  biases: 1.4,
  /** A sign lost or turned; twice as frequent as taking a wrong symbol. */
  sign: 3,
  /** A step of the chain left out. */
  skipped: 3,
  /** One digit of a given misread; what looks alike is four times as likely. */
  digit: 3,
  /** A given taken to be another number that an author lists. */
  alternative: 3.5,
  /** One symbol taken for its sibling. */
  swapped: 4,
  /** Another function, or the function for its derivative. */
  wrongFunction: 4.5,
  /** A power lost, doubled or multiplied out wrongly. */
  power: 4.5,
  /** A count that is one off: the ends of a range. */
  offByOne: 4.5,
  /** A symbol overlooked everywhere: rarer than one place of it. */
  takenAs: 4.5,
  /** A factor too many. */
  extra: 5,
  /** Divided where it is multiplied. */
  inverted: 5,
  /** A whole fraction the wrong way round. */
  upsideDown: 4.5,
  /** A mean for a sum, for a largest. */
  averaged: 4.5,
  /** A root, a power or a function that reaches further or less far than it should. */
  reach: 5,
  /** A constant of the formula itself. */
  constant: 5.5,
  /** Rounded the other way. */
  floorCeil: 5,
  /** Two digits exchanged. */
  exchanged: 5,
  /** The point moved. */
  magnitude: 5,
  /** Plus for times, two givens exchanged throughout: seen now and then. */
  operator: 5.5,
  /** A convention of the field that the question does not follow; once more with a slip on top. */
  convention: 2,
} as const;

/** In a count there are no negative numbers, and a minus for a plus is rarely written. */
export const signInCounts = 2;
