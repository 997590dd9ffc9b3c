import { type Passage, slice, trimmed } from '../passage.ts';
import { isBeside } from './beside.ts';

/** How a segment may be cut: rows of a formula, sentences of prose, lines of a program. */
export type Manner = 'math' | 'prose' | 'code';

const opening = '([{';
const closing = ')]}';
const enumerator = /^[\s\ue000-\ue003]*[([]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)\]]?$/i;
const bullet = /^\s*(?:[→⇒•!*∴–-]|->|=>|\(?[a-z\d]{1,2}[.)]|\\Rightarrow|\\item)(?=[\s\ue000\ue002])/i;
const abbreviated = /(?:^|[\s(])(?:i\.e|e\.g|eq|fig|approx|resp|cf|vs|no|nr|ca|w\.r\.t|incl|excl|st|dr|prof)$/i;
const relation = /[=≈≃←:]|\\(?:approx|simeq|leftarrow|gets)/;
const strong = /^\\(?:qquad|quad|Rightarrow|Longrightarrow|implies|therefore|iff)(?![a-zA-Z])|^[⇒∴⟹]/;

/** Parts of a passage of which each states at most one thing. */
export function segmentsOf(passage: Passage, manner: Manner): Passage[] {
  const flat = manner === 'math' ? unaligned(passage) : passage;
  const cuts = cutsOf(flat.text, manner);
  const segments: Passage[] = [];
  let from = 0;
  for (const [at, width] of [...cuts, [flat.text.length, 0] as const]) {
    segments.push(trimmed(slice(flat, from, at)));
    from = at + width;
  }
  return segments.filter(({ text }) => /[^\s&\ue000-\ue003]/.test(text));
}

const array = /\\begin\{array\}\s?\{[lcr|\s]{1,20}\}/;
const spacing = /(?<=\\\\)\[[\d.]{1,6}\s?[a-z]{2}\]/g;
const name = /^\\(?:text|mathrm|textbf|mbox)\s?\{[^{}]+\}$/;
const blank = (found: string): string => ' '.repeat(found.length);

/** `\text{conv 2} & 5 \cdot 5`: the name in the first column labels the row. */
function labelled(row: string): string {
  const [first = '', second] = row.split('&', 2);
  const isLabel = name.test(first.trim()) && second !== undefined && !second.trimStart().startsWith('=');
  return isLabel ? `${first}:${row.slice(first.length + 1)}` : row;
}

/** An array of rows that each state something is no matrix. */
function withRows(text: string): string {
  const found = array.exec(text);
  const end = text.lastIndexOf('\\end{array}');
  if (!found || end < 0 || text.split('\\begin{').length > 2) return text;
  const rows = text
    .slice(found.index + found[0].length, end)
    .split('\\\\')
    .map(labelled);
  if (rows.some((row) => row.trim() !== '' && !row.includes('='))) return text;
  const before = text.slice(0, found.index) + blank(found[0]);
  return before + rows.join('\\\\') + text.slice(end).replace('\\end{array}', blank);
}

/** Environments that only set rows under each other are blanked out; a matrix stays in one piece. */
function unaligned({ text, at }: Passage): Passage {
  const blanked = withRows(text.replace(spacing, blank)).replace(
    /\\(?:begin|end)\s*\{(?:aligned|align|alignat|gathered|gather|split|eqnarray|equation|multline|flalign|displaymath|math)\*?\}|\\(?:nonumber|notag|label\{[^{}]*\}|tag\*?\{[^{}]*\})/g,
    blank,
  );
  return { text: blanked, at };
}

function cutsOf(text: string, manner: Manner): (readonly [number, number])[] {
  const cuts: (readonly [number, number])[] = [];
  let depth = 0;
  let start = 0;
  const cut = (at: number, width: number) => {
    cuts.push([at, width]);
    start = at + width;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (c === '\n') {
      if (
        manner !== 'math' &&
        (depth === 0 || manner === 'code' || /^\s*\n/.test(text.slice(i + 1, i + 20))) &&
        lineEnds(text, start, i, manner)
      ) {
        depth = 0;
        cut(i, 1);
      }
    } else if (c === '\\') {
      if (text.startsWith('\\begin{', i)) depth++;
      else if (text.startsWith('\\end{', i)) depth = Math.max(0, depth - 1);
      else if (depth === 0 && text[i + 1] === '\\') cut(i, 2);
      else if (depth === 0 && strong.test(text.slice(i, i + 20)))
        cut(i, strong.exec(text.slice(i, i + 20))?.[0].length ?? 1);
      const word = /^\\(?:[a-zA-Z]+|.)/.exec(text.slice(i, i + 40))?.[0].length ?? 1;
      i += /^\\(?:begin|end)/.test(text.slice(i, i + 6))
        ? text.indexOf('}', i) > 0
          ? text.indexOf('}', i) - i
          : 1
        : word - 1;
    } else if (opening.includes(c)) depth++;
    else if (closing.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '⇒∴⟹'.includes(c)) cut(i, 1);
    else if (depth === 0 && manner === 'prose' && text.startsWith('=> ', i)) cut(i, 2);
    else if (depth === 0 && endsSentence(text, start, i, manner)) cut(i + 1, 0);
    else if (depth === 0 && c === ',' && separates(text, start, i)) cut(i, 1);
    else if (depth === 0 && c === ':' && manner === 'prose' && listsBehind(text, i)) cut(i + 1, 0);
    else if (depth === 0 && c === ' ' && manner === 'prose') {
      const width = joining(text, start, i);
      if (width > 0) cut(i, width);
    }
  }
  return cuts;
}

/** Does a line end say that something else begins? Prose is wrapped anywhere. */
export function lineEnds(text: string, start: number, at: number, manner: Manner): boolean {
  const next = text.slice(at + 1, nextEnd(text, at + 1));
  if (manner === 'code') return true;
  if (next.trim() === '') return true;
  if (bullet.test(next)) return true;
  const before = text.slice(start, at);
  if (goesOnWord.test(before)) return false;
  if (/^[\s\ue000&]*(?:=|≈|\\approx|\\simeq|\+|\\times|×|\\cdot)/.test(next) || /[=+*×·(,-]\s*$/.test(before))
    return false;
  return relation.test(next.slice(0, 80)) || relation.test(before) || (isBeside(before) && isBeside(next));
}

/** A line that ends in such a word has not ended its sentence. */
const goesOnWord =
  /\s(?:so|is|are|was|of|the|an?|and|or|with|to|for|on|in|at|by|got|get|gives|gets|makes|has|have|that|which|we|i|from|into|than|its|our|my|und|ist|der|die|das|von|mit|für)\s*$/i;

const nextEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

function endsSentence(text: string, start: number, at: number, manner: Manner): boolean {
  const c = text[at];
  if (c === ';') return true;
  if (manner !== 'prose' || (c !== '.' && c !== '?' && c !== '!')) return false;
  const before = text.slice(start, at);
  if (before.trim() === '' || enumerator.test(before) || abbreviated.test(before.slice(-20))) return false;
  return /^[.?!]["')\ue001\ue003]*(?:\s|$)/.test(text.slice(at, at + 6));
}

const conjunction = /^ (?:and|while|whereas|but|und|während)(?= )/i;
const saying = / (?:is|are|was|were|has|have|had|gives|ist|sind|hat|beträgt) |[=≈]/i;

/** A clause that has said its number: "Der Logit beträgt 2,68". */
const spoken =
  /\s(?:is|are|was|were|equals|gives|ist|sind|beträgt|ergibt)\s[\ue000\ue002]?[-+−]?\d[\d.,]*[\ue001\ue003]?$/i;

/** "with w = 0.3" behind a formula says what stands in it. */
const assuming = /^( (?:with|where|for|if|using|at|when)) [\ue000]?[^\s=]{1,16} ?=/i;

/** How long the word is that joins two clauses of which each says something of a number: "x is 3 and the y is 4". */
function joining(text: string, start: number, at: number): number {
  const aside = assuming.exec(text.slice(at, at + 40))?.[1];
  if (aside !== undefined && relation.test(text.slice(start, at))) return aside.length;
  const word = conjunction.exec(text.slice(at, at + 10))?.[0] ?? '';
  if (word === '') return 0;
  const after = text.slice(at + word.length).split(/[;\n]|\.\s/, 1)[0] ?? '';
  if (led.test(after) && isBeside(after) && valued.test(text.slice(start, at))) return word.length;
  return [text.slice(start, at), after].every((clause) => /\d/.test(clause) && saying.test(clause)) ? word.length : 0;
}

/** "With 500 units: hidden layer 864500, output layer 5010": labels, each with its number beside it. */
function listsBehind(text: string, at: number): boolean {
  const [first = '', second = ''] = text.slice(at + 1, at + 200).split(/[,;.\n](?!\d)/, 3);
  return (
    /^\s/.test(first) && isBeside(first) && isBeside(second) && [first, second].every((one) => /^\s*\p{L}/u.test(one))
  );
}

/** "with 200 units 97.9 %" behind "with 100 units we got 97.5 %". */
const led = /^\s*(?:with|for|at|mit|bei|für)\s/i;
const valued = /\d\s?\\?%?[\ue001\ue003\s]*$/;

/** A comma parts statements where a statement stands on both sides of it. */
function separates(text: string, start: number, at: number): boolean {
  if (!/^,[\s\ue000\ue001\\]/.test(text.slice(at, at + 2))) return false;
  const before = text.slice(start, at);
  const item = before.slice(before.lastIndexOf(': ') + 1);
  const clause = text.slice(at + 1).split(/[,;\n]/, 1)[0] ?? '';
  if (isBeside(clause) && (isBeside(item) || (led.test(clause) && valued.test(before)))) return true;
  if (
    !relation.test(before) &&
    spoken.test(before) &&
    relation.test(text.slice(at + 1).split(/[,;\n]|\.\s/, 1)[0] ?? '')
  )
    return true;
  if (!relation.test(before))
    return /^,\s*(?:\ue000\s*)?(?:so|hence|thus|then|therefore|which gives|giving|we get|we have)\b/i.test(
      text.slice(at, at + 30),
    );
  const next =
    text
      .slice(at + 1)
      .trimStart()
      .split(/[,;\n]|\.\s/, 1)[0] ?? '';
  return relation.test(next) || /^(?:and |so |hence |thus |which |where |since |because )/i.test(next);
}
