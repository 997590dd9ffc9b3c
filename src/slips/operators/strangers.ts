import { occurrences, throughout } from '../../expressions/throughout.ts';
import { symbol } from '../../expressions/tree.ts';
import { called, ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Line, Operator, Slip, Wording, Working } from '../../working/working.ts';
import { siblingsOf } from '../siblings.ts';

/** With more quantities than this, one that is not alike is too rarely taken to be worth trying. */
const mostQuantities = 16;

const another = (name: string, other: string): Wording => ({
  says: say`${ref(other)} stands where ${ref(name)} belongs.`,
  hint: 'One quantity is taken for another.',
  check: 'Go through the formula symbol by symbol: what does each stand for?',
});

/** Another quantity of the working, though it is not alike: a given for a given, an earlier line for a line. */
const anotherQuantity: Operator = {
  id: 'another-quantity',
  kind: 'swapped',
  price: prices.swapped + 1.5,
  traits: [],
  family: 'other quantities',
  edits: ({ node, replace }, line, working) => {
    if (node.kind !== 'symbol' || working.voice) return [];
    const alike = siblingsOf(working).get(node.name) ?? [];
    const others = quantities(working, line.name).filter((other) => other !== node.name && !alike.includes(other));
    return others.map((other): Edit => {
      return { tree: replace(symbol(other)), trace: other, wording: another(node.name, other) };
    });
  },
  slips: (working) => (working.voice ? [] : working.lines.flatMap((line) => throughoutLine(line, working))),
};

/** Another quantity wherever one stands in a line that uses it several times. */
const throughoutLine = (line: Line, working: Working): Slip[] =>
  line.inputs
    .filter((name) => occurrences(line.formula, name) > 1)
    .flatMap((name) =>
      quantities(working, line.name)
        .filter((other) => other !== name)
        .map((other) => ({
          trees: [[line.name, throughout(line.formula, name, symbol(other))]],
          wording: another(name, other),
        })),
    );

/** What was known when a line was written; nothing where it is too much. */
function quantities({ givens, lines }: Working, line: string): string[] {
  const before = lines
    .slice(
      0,
      Math.max(
        0,
        lines.findIndex(({ name }) => name === line),
      ),
    )
    .map(({ name }) => name);
  const all = [...givens.keys(), ...before];
  return all.length > mostQuantities ? [] : all;
}

/** The inputs of a step that has several. */
function insteadOf(name: string, { lines }: Working): readonly string[] {
  const step = lines.find((line) => line.name === name);
  return !step || step.skip !== undefined || step.inputs.length < 2 ? [] : step.inputs;
}

const skippedWords = (name: string, input: string): Wording => ({
  says: say`${called('the step', symbol(name))} was left out: ${ref(input)} was used in its place.`,
  hint: 'The chain is one link short.',
  check: 'Does each step use the result of the one before it?',
});

const leftOut = (line: Line, name: string, by: string): Slip => ({
  trees: [[line.name, throughout(line.formula, name, symbol(by))]],
  wording: skippedWords(name, by),
});

/** A step of several inputs left out: one of them used in the place of its result. */
const stepOfSeveral: Operator = {
  id: 'step-of-several-left-out',
  kind: 'skipped-step',
  price: prices.skipped + 1,
  traits: ['structural'],
  family: 'steps of several',
  edits: ({ node, replace }, _, working) => {
    if (node.kind !== 'symbol' || working.voice) return [];
    return insteadOf(node.name, working).map(
      (input, i): Edit => ({ tree: replace(symbol(input)), trace: `${i}`, wording: skippedWords(node.name, input) }),
    );
  },
  slips: (working) =>
    working.voice
      ? []
      : working.lines.flatMap((line) =>
          line.inputs
            .filter((name) => occurrences(line.formula, name) > 1)
            .flatMap((name) => insteadOf(name, working).map((by) => leftOut(line, name, by))),
        ),
};

/** What goes wrong between quantities that are not alike. */
export const ofStrangers: readonly Operator[] = [anotherQuantity, stepOfSeveral];
