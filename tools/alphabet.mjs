import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/**
 * The same regular expression over a small alphabet. Characters that every set of it either holds or does not hold
 * alike are told apart by nothing in it, so that one of them may stand for all: a text that takes long then takes as
 * long with each character replaced by the one that stands for it. Sets of letters with hundreds of ranges, which the
 * checker of automata multiplies with each other, become a handful of characters, and letters of either case are looked
 * up here instead of there.
 */
export function overSmallAlphabet(source, flags) {
  const tree = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const sets = [];
  const add = (node) => !node.parent.type.startsWith('CharacterClass') && sets.push(node);
  visitRegExpAST(tree, { onCharacterEnter: add, onCharacterSetEnter: add, onCharacterClassEnter: add });
  const own = flags.replace(/[^imsu]/g, '');
  const texts = [...new Set([...sets.map(({ raw }) => raw), ...edges])];
  const members = standingFor(
    texts.map((text) => rangesOf(text, own)),
    allOf(own),
  );
  const model = new Map(texts.map((text, i) => [text, `[${members[i].map(escaped).join('')}]`]));
  let text = source;
  for (const { start, end, raw } of sets.sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + model.get(raw) + text.slice(end);
  return { source: text, flags: flags.replace('i', '') };
}

/** What stands at the edges of words and lines is told apart, too. */
const edges = ['\\w', '[\\n\\r\\u2028\\u2029]'];

const escaped = (code) => (code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`);

const codes = (from, to) => Array.from({ length: to - from }, (_, i) => String.fromCodePoint(from + i)).join('');
const units = codes(0, 0x10000);
/** Halves of pairs, the second before the first, so that no two of them are one character. */
const characters = [
  [0, 0xd800],
  [0xdc00, 0xe000],
  [0xd800, 0xdc00],
  [0xe000, 0x110000],
]
  .map(([from, to]) => codes(from, to))
  .join('');
const allOf = (flags) => (flags.includes('u') ? characters : units);

const known = new Map();

/** Where the characters that match a set begin and end among all. */
function rangesOf(text, flags) {
  const key = `${flags}:${text}`;
  if (!known.has(key)) {
    const runs = allOf(flags).matchAll(new RegExp(`(?:${text})+`, `${flags}g`));
    known.set(
      key,
      [...runs].flatMap(({ 0: run, index }) => [index, index + run.length]),
    );
  }
  return known.get(key);
}

/** One character for each way to be in some of these sets and not in others; for each set, those in it. */
function standingFor(sets, all) {
  const found = sets.map(() => []);
  const seen = new Set();
  const next = sets.map(() => 0);
  for (const cut of [...new Set([0, ...sets.flat()])].sort((a, b) => a - b)) {
    const inside = sets.map((ends, i) => {
      while (ends[next[i]] <= cut) next[i]++;
      return next[i] % 2 === 1;
    });
    const key = inside.join();
    if (cut === all.length || seen.has(key)) continue;
    seen.add(key);
    for (const [i, is] of inside.entries()) if (is) found[i].push(all.codePointAt(cut));
  }
  return found;
}
