import { type AnswerValue, isBlank } from '../../reading/value.ts';
import { type Pair, pairsOf } from '../../reported/confusion.ts';
import type { MatrixField, PairsField } from '../../working/field.ts';
import type { Working } from '../../working/problem.ts';
import { type Kind, type MarkingPlace, noNumbers, type Outcome, type Reading } from '../kind.ts';
import { matrixIn, namesOf, type OwnMatrix } from '../matrix/matrix.ts';
import { linesIn } from '../text.ts';
import { type NamedPair, readPairs } from './read.ts';

/** The pairs of classes that are confused most, held against the paper's own matrix. */
export const pairs: Kind<PairsField, readonly NamedPair[]> = {
  kind: 'pairs',
  noun: 'pairs of classes',
  read(value: AnswerValue, { of }, { working }): Reading<readonly NamedPair[]> {
    if (isBlank(value)) return { kind: 'blank' };
    const found = readPairs(linesIn(value).join(', '), namesOf(matrixField(of, working), working));
    return 'reason' in found ? { kind: 'unreadable', reason: found.reason } : { kind: 'read', value: found };
  },
  numbers: noNumbers,
  mark: markPairs,
  about: () => ({}),
};

function matrixField(name: string, { fields = [] }: Working): MatrixField {
  const found = fields.find((field) => field.name === name);
  if (found?.kind !== 'matrix') throw new Error(`a field speaks of the matrix "${name}", which is no field`);
  return found;
}

function markPairs(named: readonly NamedPair[], { of }: PairsField, place: MarkingPlace): Outcome {
  const own = matrixIn(of, place);
  const says = 'There is no matrix to hold this against. A person will look; nothing is lost until then.';
  if (!own) return { verdict: 'review', earns: 0, waits: 1, says };
  const read = named.map(([a, b]) => `${nameOf(a, own)} and ${nameOf(b, own)}`).join(', ');
  const most = own.readings.map(({ confusion }) => [
    mostOf(pairsOf(confusion, false)),
    mostOf(pairsOf(confusion, true)),
  ]);
  const fits = most.some((ways) => ways.some((ties) => named.every((pair) => ties.some((tie) => isSame(pair, tie)))));
  const [[ordered = [], both = []] = []] = most;
  const facts = `One is taken for the other most often for ${listOf(ordered, own)}; counted both ways for ${listOf(both, own)}.`;
  if (!fits) return { read, verdict: 'wrong', earns: 0, says: `By your own matrix it is another pair. ${facts}` };
  const isAll = most.some((ways) => ways.some((ties) => ties.every((tie) => named.some((pair) => isSame(pair, tie)))));
  const ties = isAll ? [] : [`There are ties. ${facts}`];
  const pairs = isAll && ordered.length !== both.length ? [facts] : ties;
  return { read, verdict: 'correct', earns: 1, ...(pairs.length > 0 && { notes: pairs }) };
}

const nameOf = (of: number, { names }: OwnMatrix): string => names.nameOf(of + 1);

const mostOf = (all: readonly Pair[]): Pair[] => all.filter(({ count }) => count > 0 && count === all[0]?.count);

const isSame = ([a, b]: NamedPair, pair: Pair): boolean =>
  (a === pair.a && b === pair.b) || (a === pair.b && b === pair.a);

function listOf(ties: readonly Pair[], own: OwnMatrix): string {
  const list = ties.slice(0, 8).map(({ a, b }) => `${nameOf(a, own)} and ${nameOf(b, own)}`);
  return list.length === 0 ? 'none' : `${list.join(', ')} (${ties[0]?.count} times)`;
}
