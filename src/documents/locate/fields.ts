import { print } from '../../expressions/print.ts';
import { print as printFormula } from '../../formulas/print.ts';
import { fieldsOf } from '../../kinds/index.ts';
import type { LoadedAssignment, LoadedProblem } from '../../marking/assignment.ts';
import type { Field } from '../../working/field.ts';
import type { Line } from '../../working/problem.ts';
import { nameByBlock } from './blocks.ts';
import { symbolKey } from './symbols.ts';
import { wordsOf } from './words.ts';

/** A place for an answer, and everything by which people label it. */
export interface Slot {
  readonly problem: LoadedProblem;
  readonly name: string;
  readonly asked: boolean;
  readonly field: Field;
  /** Symbols in one spelling (`symbolKey`). */
  readonly symbols: ReadonlySet<string>;
  /** The words of its problem's names, which say nothing of the field: `vgg`, `16`. */
  readonly titles: ReadonlySet<string>;
  /** What only other fields of its problem are called. */
  readonly foreign: ReadonlySet<string>;
  /** Phrases as their words (`wordsOf`), the most telling first. */
  readonly phrases: readonly (readonly string[])[];
  /** What it is called, as declared. */
  readonly texts: readonly string[];
}

/** Every field of an assignment with its labels. */
export const slotsOf = (assignment: LoadedAssignment): Slot[] => assignment.problems.flatMap(slotsOfProblem);

function slotsOfProblem(problem: LoadedProblem): Slot[] {
  const { working } = problem;
  const asks = working.asks ?? problem.problem.asks;
  const names = `${problem.id} ${problem.problem.id}`.replaceAll('-', ' ');
  // `LeNet` is two words, also where the id writes it as one.
  const spoken = `${problem.problem.title} ${problem.title}`.split(/\s+/);
  const compound = spoken.filter((word) => /\p{Ll}\p{Lu}/u.test(word)).flatMap(wordsOf);
  const titles = new Set([...wordsOf(names), ...compound]);
  const slots = fieldsOf(working).map((field) => ({
    problem,
    titles,
    foreign: new Set<string>(),
    name: field.name,
    asked: Object.hasOwn(asks, field.name),
    field,
    symbols: symbolsFor(problem, field.name),
    phrases: phrasesFor(problem, field.name),
    texts: textsFor(problem, field.name),
  }));
  for (const slot of slots)
    for (const word of slots.flatMap(({ phrases }) => phrases.flat()))
      if (!slot.phrases.some((phrase) => phrase.includes(word))) slot.foreign.add(word);
  return slots;
}

/** What the problem declares, and what the assignment accepts beside it. */
const aliasesOf = (problem: LoadedProblem, name: string): readonly string[] => [
  ...declaredAliases(problem, name),
  ...[nameByBlock(problem, name)].filter((one) => one !== undefined),
];

const declaredAliases = ({ working, set }: LoadedProblem, name: string): readonly string[] => [
  ...(working.aliases?.[name] ?? []),
  ...writtenOf(working.fields?.find((field) => field.name === name)),
  ...(working.symbols?.names.find((one) => one.name === name)?.written ?? []),
  ...Object.entries(set.names ?? {})
    .filter(([, field]) => field === name)
    .map(([other]) => other),
];

/** How else a field of formulas is written. */
const writtenOf = (field: Field | undefined): readonly string[] =>
  field && 'written' in field ? (field.written ?? []) : [];

/** The spellings of one name: its own, and those of its other labels that are symbols. */
function spellings(problem: LoadedProblem, name: string): string[] {
  const keys = [name, ...aliasesOf(problem, name)].map(symbolKey).filter((key) => key !== '');
  return keys.flatMap((key) => (/\d_\d/.test(key) ? [key, key.replace('_', '-'), key.replace('_', '.')] : [key]));
}

/** `dL_dw` as L and w; nothing for another name. */
function derivativeIn(name: string): readonly string[] {
  const at = name.lastIndexOf('_d', name.length - 3);
  return name.startsWith('d') && at > 1 ? [name.slice(1, at), name.slice(at + 2)] : [];
}

function symbolsFor(problem: LoadedProblem, field: string): Set<string> {
  const keys = new Set(spellings(problem, field));
  const [of, by] = derivativeIn(field);
  // The parts of a derivative have labels of their own.
  if (of && by) for (const a of spellings(problem, of)) for (const b of spellings(problem, by)) keys.add(`d${a}_d${b}`);
  for (const key of [...keys]) {
    const [above, below] = derivativeIn(key);
    if (above && below) keys.add(`d${above}d${below}`);
  }
  for (const key of [...cellSymbols(problem, field), ...lossDerivatives(problem, field)]) keys.add(key);
  const line = problem.working.lines.find(({ name }) => name === field);
  if (line) for (const key of calls(problem, line)) keys.add(key);
  for (const key of formulaSymbols(problem, field)) keys.add(key);
  const [, stem] = /^(.+)_new$/.exec(field) ?? [];
  if (stem)
    for (const key of spellings(problem, stem))
      for (const end of ["'", 'new', '^new', '(new)', '*']) keys.add(key + end);
  return keys;
}

/** `dz1` is what `dL_dz1` says in full, whatever the loss is called. */
function lossDerivatives(problem: LoadedProblem, field: string): string[] {
  const { givens, lines, names, fields = [] } = problem.working;
  const [, by = '', cell = ''] = /^d(\p{L}\w*)((?:\[\d(?:,\d)*\])?)$/u.exec(field) ?? [];
  const isKnown = (name: string): boolean =>
    givens.has(name) || lines.some((line) => line.name === name) || fields.some((one) => one.name === name);
  const isCell = (name: string): boolean =>
    [...givens.keys(), ...lines.map((line) => line.name)].some((one) => one.startsWith(`${name}[`));
  if (by === '' || !(isKnown(by) || isCell(by))) return [];
  const losses = ['L', 'loss', ...['J', 'C', 'E', 'ell', 'CE', 'BCE', 'H'].filter((name) => !isKnown(name))];
  const called = Object.keys(names).filter(
    (name) => /\b(?:loss|cost|cross-entropy)\b/.test(names[name] ?? '') && isKnown(name),
  );
  const indices = cell.replace(/\D/g, '');
  return [...new Set([...losses, ...called])].flatMap((of) =>
    spellings(problem, by).map((key) => `d${symbolKey(of) || of}_d${key}${indices}`),
  );
}

/** `C[1,2]` as people write a cell: `C_{12}`, `c_{12}`, where nothing else is called so. */
function cellSymbols({ working }: LoadedProblem, field: string): string[] {
  const [, array = '', indices = ''] = /^(\w+)\[(\d(?:,\d)*)\]$/.exec(field) ?? [];
  const known = (name: string): boolean => working.givens.has(name) || working.lines.some((line) => line.name === name);
  const key = `${array}${indices.replaceAll(',', '')}`;
  return array === '' ? [] : [key, key.toLowerCase()].filter((name) => !known(name));
}

/** `p-y` for the line that is p - y, also of arrays; a formula that two lines have labels neither. */
function formulaSymbols({ working }: LoadedProblem, field: string): string[] {
  const all = [
    ...working.lines.map(({ name, formula }) => [name, print(formula)] as const),
    ...(working.arrays?.lines ?? []).map(({ name, source }) => [name, printFormula(source)] as const),
  ].map(([name, text]) => [name, symbolKey(text.replace(/exp\((\w+)\)/g, 'e^$1'))] as const);
  return all
    .filter(([name, key]) => name === field && key.length > 2 && /[-^(]/.test(key))
    .map(([, key]) => key)
    .filter((key) => all.filter(([, other]) => other === key).length === 1);
}

/** `sigmoid(z1)` for the line that is the sigmoid of z1. */
function calls(problem: LoadedProblem, { formula }: Line): string[] {
  const [, name, argument] = /^(\w+)\((\w+)\)$/.exec(print(formula)) ?? [];
  if (!name || !argument) return [];
  const names = name === 'sigmoid' ? ['sigmoid', 'sigma'] : [name];
  return names.flatMap((one) => spellings(problem, argument).map((key) => `${one}(${key})`));
}

/** "the derivative of the loss with respect to the prediction", by what both are called. */
function derivativePhrases(problem: LoadedProblem, name: string): string[][] {
  const [of, by] = derivativeIn(name);
  if (!of || !by) return [];
  const called = (one: string): string[][] =>
    [...aliasesOf(problem, one), problem.working.names[one] ?? '']
      .map(wordsOf)
      .filter((words) => words.length > 0 && words.some((word) => word.length > 2 && !/\d/.test(word)));
  return called(of).flatMap((a) => called(by).map((b) => ['derivative', ...a, ...b]));
}

function textsFor(problem: LoadedProblem, name: string): string[] {
  const aliases = aliasesOf(problem, name).filter((alias) => /[\p{L}\d]{2}/u.test(alias));
  return [...aliases, problem.working.names[name] ?? '', name];
}

function phrasesFor(problem: LoadedProblem, name: string): string[][] {
  const phrases = [...textsFor(problem, name).map(wordsOf), ...derivativePhrases(problem, name)].filter(
    (words) => words.length > 0,
  );
  const seen = new Set<string>();
  return phrases.filter((words) => !seen.has(words.join(' ')) && seen.add(words.join(' ')));
}
