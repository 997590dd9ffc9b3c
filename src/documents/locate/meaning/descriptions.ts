import { print } from '../../../expressions/print.ts';
import type { LoadedProblem } from '../../../marking/assignment.ts';
import type { Line } from '../../../working/problem.ts';
import type { Slot } from '../fields.ts';
import { spoken } from './spoken.ts';

type Phrase = readonly string[];

/** Everything that a field may be called: what is declared, and what its formula and its place in a network say. */
export function descriptionsOf({ problem, name, texts }: Slot): Phrase[] {
  const declared = texts.map(spoken);
  const line = problem.working.lines.find((one) => one.name === name);
  const derived = line ? [...byFormula(problem, line), ...byRole(problem, line)] : [];
  const all = [...declared, ...derived, ...derivatives(problem, name)].filter(({ length }) => length > 0);
  const seen = new Set<string>();
  return all.filter((phrase) => !seen.has(phrase.join(' ')) && seen.add(phrase.join(' ')));
}

const call = /^(sigmoid|tanh|relu|\w+)\((\w+)\)$/;

/** What goes into a function of a neuron is its pre-activation, and what comes out its activation; a square is an error's. */
function byFormula(problem: LoadedProblem, line: Line): Phrase[] {
  const { lines, names } = problem.working;
  const wordsFor = (name: string): string[] => spoken(names[name] ?? '');
  const [, fn, argument = ''] = call.exec(print(line.formula)) ?? [];
  const phrases: Phrase[] = [];
  if (fn && lines.some(({ name }) => name === argument)) {
    const own = [wordsFor(line.name), wordsFor(argument)];
    phrases.push(...own.flatMap((words) => replaced(words, ['output', 'input'], 'activation')));
    phrases.push(...replaced(wordsFor(argument), ['input'], 'output'));
  }
  if (lines.some(({ formula }) => call.exec(print(formula))?.[2] === line.name))
    phrases.push(...replaced(wordsFor(line.name), ['input'], 'preactivation'));
  if (/^\(?\(\w+ - \w+\)\^2\)?(?:\/2)?$/.test(print(line.formula))) phrases.push(['squar', 'error'], ['loss']);
  if (wordsFor(line.name).join(' ') === 'prediction') phrases.push(['network', 'output'], ['predict', 'output']);
  return phrases;
}

function replaced(words: Phrase, from: readonly string[], to: string): Phrase[] {
  const at = words.findIndex((word) => from.includes(word));
  return at < 0 ? [] : [words.map((word, i) => (i === at ? to : word))];
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  conv: ['conv'],
  pool: ['pool'],
  fc: ['fc'],
};

/** "the second convolution", in a network whose layers have names of their own. */
function byRole({ working }: LoadedProblem, { role }: Line): Phrase[] {
  if (!role?.layer || role.layer.includes('.')) return [];
  const [word] = kinds[role.type] ?? [];
  if (!word) return [];
  const like = working.lines.filter(
    (one) => one.role?.type === role.type && one.role.of === role.of && !one.role.layer?.includes('.'),
  );
  const at = like.findIndex((one) => one.role?.layer === role.layer);
  const own = /\d{1,4}$/.exec(role.layer)?.[0];
  const names: Phrase[] = like.length === 1 ? [[word]] : [[word, String(at + 1)], ...(own ? [[word, own]] : [])];
  const clashes = (name: Phrase): boolean =>
    like.some((one) => one.role?.layer !== role.layer && spoken(one.role?.layer ?? '').join(' ') === name.join(' '));
  return names
    .filter((name) => !clashes(name))
    .map((name) => (role.of === 'parameters' ? name : ['output', role.of, ...name]));
}

/** `dz1` and `dL_dz1` by what is derived and by what. */
function derivatives({ working }: LoadedProblem, name: string): Phrase[] {
  if (!/^d\w+$/.test(name)) return [];
  const cut = name.lastIndexOf('_d');
  const [of, by] = cut < 2 ? ['L', name.slice(1)] : [name.slice(1, cut), name.slice(cut + 2)];
  const words = (one: string): Phrase[] =>
    [spoken(working.names[one] ?? ''), spoken(one)].filter(({ length }) => length > 0);
  const isKnown = working.givens.has(by) || working.lines.some((line) => line.name === by);
  if (by === '' || !isKnown) return [];
  return words(by).flatMap((b) => [['derivative', ...b], ...words(of).map((a) => ['derivative', ...a, ...b])]);
}
