import type { Block } from '../document.ts';
import { type Passage, slice } from '../passage.ts';
import { lastWords } from './ends.ts';
import { refIn } from './questions.ts';
import type { Scope } from './scope.ts';
import { arithmeticTail } from './sentences.ts';
import { goesOn, joined, type Statement, statementsOf } from './statements.ts';
import { symbolKey } from './symbols.ts';
import { statementsOfTable } from './tables.ts';
import { wordsOf } from './words.ts';

/** What a document states, in order; what goes on over lines and displays is one statement. */
export function statementsIn(blocks: readonly Block[], scopes: readonly Scope[]): Statement[] {
  const all = blocks.flatMap((block, i) => {
    if (block.kind === 'answer' || block.kind === 'problem') return [];
    return block.kind === 'table' ? statementsOfTable(block, i) : statementsOf(block, i);
  });
  return chained(all, scopes);
}

/** A label in front of arithmetic that nothing parts from it: "AlexNet has in total 96 × (…) = 5". */
export function tailed(statement: Statement): Statement {
  if (statement.relation !== '=' && statement.relation !== '') return statement;
  const tail = arithmeticTail(statement.lead);
  if (!tail) return statement;
  const { label, value } = tail;
  return {
    ...statement,
    lead: label,
    relation: statement.relation === '' ? 'is' : '=',
    sides: [value, ...statement.sides],
    parting: ['=', ...statement.parting],
  };
}

const general = new Set(
  'total parameter trainable learnable operation weight bias count number calculation flop'.split(' '),
);

/** "Layer P: output is (6 - 3)/1 + 1 = 4": the words right before a number are nearer than the label before the colon. */
export function hasNearer({ relation, sides }: Statement): boolean {
  const tail = relation === ':' && sides[0] ? arithmeticTail(sides[0]) : undefined;
  return wordsOf(tail?.label.text ?? '').some((word) => word.length > 3 && !general.has(word));
}

/** Statements that go on with the one before are one with it, also across displays and lines. */
function chained(statements: readonly Statement[], scopes: readonly Scope[]): Statement[] {
  const chain: Statement[] = [];
  for (const statement of statements) {
    const last = chain.at(-1);
    const near = last && statement.block - last.block <= 1 && sameScope(scopes[last.block], scopes[statement.block]);
    if (last && near && goesOn(statement) && last.relation !== 'row') chain[chain.length - 1] = joined(last, statement);
    else if (last && near && answers(statement) && (waits(last) || unworked(last, statement)))
      chain[chain.length - 1] = joined(last, asSide(statement));
    else chain.push(near && leadsTo(last, statement) ? { ...statement, led: ledBy(last) } : statement);
  }
  return chain;
}

const sameScope = (a: Scope | undefined, b: Scope | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.problems.length === b.problems.length &&
  a.problems.every((problem, i) => problem === b.problems[i]);

const leading = /\s(?:is|are|was|equals|gives|yields|becomes|of|have|get|obtain|to|by|as)[\s:,]*$/;

/** Does a sentence end in the display below it? "the number of parameters is" and then `N = 608`. */
const leadsTo = (last: Statement, { kind, block }: Statement): boolean =>
  kind === 'math' && last.kind === 'prose' && block === last.block + 1 && leading.test(last.lead.text);

const wordEnd = /[\s,;\ue000\ue001]/;

/** The last words before the verb. */
const ledBy = ({ lead }: Statement): Passage => {
  const end = lead.text.replace(leading, '').length;
  const from = lastWords(lead.text.slice(0, end), 6, wordEnd);
  return slice(lead, Math.max(0, from), end);
};

/** A label whose answer stands on the next line. */
const waits = ({ lead, relation, sides, kind }: Statement): boolean =>
  kind !== 'heading' &&
  refIn(lead.text, false) === undefined &&
  (relation === '=' || relation === ':') &&
  sides.every(({ text }: Passage) => text.replace(/[\ue000-\ue003\s]/g, '') === '');

/** A formula in words, with its numbers in the next row. */
const unworked = (last: Statement, { block, kind }: Statement): boolean =>
  kind === 'math' &&
  last.block === block &&
  last.relation === '=' &&
  last.sides.every(({ text }) => !/(?<![_^{\p{L}])\d/u.test(text.replace(/\^\s*\{?\d/g, '')));

/** A value by itself, or arithmetic that comes to one. */
const answers = ({ lead, relation, kind }: Statement): boolean =>
  kind !== 'heading' &&
  relation !== ':' &&
  relation !== 'row' &&
  symbolKey(lead.text) === '' &&
  /^[\s\ue000-\ue003([{+\-−\\\d.]/.test(lead.text) &&
  /\d/.test(lead.text) &&
  !/\p{L}{4,}/u.test(lead.text.replace(/\\[a-z]+/gi, ''));

const asSide = (statement: Statement): Statement => ({
  ...statement,
  sides: [statement.lead, ...(statement.relation === '' || statement.relation === 'is' ? [] : statement.sides)],
  parting: ['=', ...statement.parting],
});
