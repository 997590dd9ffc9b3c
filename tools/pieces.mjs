import { RegExpParser } from '@eslint-community/regexpp';

/** Shorter ones are proved at once. */
const long = 100;

/**
 * A regular expression in pieces: where the whole of it goes one of several ways, one piece for each way. All that it
 * tries on a text is what its pieces try one after the other, so that it takes linear time if each of them does; and the
 * checker's work grows far faster than the length of what it is given.
 */
export function pieces(source, flags) {
  const parsed = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const fork = source.length < long ? undefined : forkIn(parsed);
  if (!fork) return [source];
  const [before, after] = [source.slice(0, fork.start), source.slice(fork.end)];
  return fork.alternatives.flatMap(({ raw }) => pieces(`${before}(?:${raw})${after}`, flags));
}

/** Where it goes several ways, and nothing but edges and the end of the model stands beside. */
function forkIn(node) {
  if (node.alternatives.length > 1) return node;
  const elements = node.alternatives[0].elements.filter(({ type, kind, raw }) =>
    type === 'Assertion' ? !['start', 'end', 'word'].includes(kind) : raw !== '\\uE000',
  );
  const [only] = elements;
  return elements.length === 1 && only.type.endsWith('Group') ? forkIn(only) : undefined;
}
