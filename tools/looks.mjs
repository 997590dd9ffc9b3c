import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** A character for private use: the model ends with it, and so fails on every text that people write. */
const never = '\\uE000';

/**
 * The same regular expression without looks ahead and behind, which the checker of automata does not know. It takes at
 * least as many steps: a look ahead is a way that is tried and then passed over, a short look behind is passed over, and
 * the whole fails in the end, so that every way is tried. One that begins by looking at the character before it begins
 * with that character instead.
 */
export function withoutLooks(source, flags) {
  const tree = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const faults = [];
  visitRegExpAST(tree, {
    onBackreferenceEnter: () => faults.push('a backreference cannot be proved'),
    onAssertionEnter: (node) =>
      isLook(node) && node.kind === 'lookbehind' && unbounded(node) && faults.push('a look behind without end'),
  });
  const model = rewritten(tree);
  if (faults.length > 0) return { fault: faults.join(', ') };
  return { source: model === source ? source : `(?:${model})${never}` };
}

const isLook = (node) => node.kind === 'lookahead' || node.kind === 'lookbehind';

function unbounded(look) {
  let found = false;
  visitRegExpAST(look, { onQuantifierEnter: ({ max }) => (found ||= max === Infinity) });
  return found;
}

/** The text of a node, the outermost looks in it replaced. */
function rewritten(node) {
  const looks = [];
  let depth = 0;
  visitRegExpAST(node, {
    onAssertionEnter: (one) => isLook(one) && one !== node && depth++ === 0 && looks.push(one),
    onAssertionLeave: (one) => isLook(one) && one !== node && depth--,
  });
  let text = node.raw;
  for (const look of looks.reverse()) {
    text = text.slice(0, look.start - node.start) + replacement(look) + text.slice(look.end - node.start);
  }
  return text;
}

function replacement(look) {
  if (look.kind === 'lookahead') return `(?:(?:${look.alternatives.map(rewritten).join('|')})${never}|)`;
  return before(look) ?? '';
}

/** The character before the beginning, where that is all that is looked at. */
function before(look) {
  const [only, ...more] = look.alternatives;
  const [set, ...others] = only.elements;
  const leads = look.parent.elements[0] === look && look.parent.parent.type === 'Pattern';
  if (!leads || more.length > 0 || others.length > 0 || !set.type.startsWith('Character')) return undefined;
  const inside = set.type === 'CharacterClass' ? set.raw.slice(1, -1) : set.raw;
  return look.negate ? `(?:^|[^${inside}])` : `[${inside}]`;
}
