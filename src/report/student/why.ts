import { type Mark, type Part, proved, type Slip } from '../../records/result.ts';
import { markPoints, pointsText } from '../points.ts';
import { capital, code, counted, listed, plural } from '../text/counted.ts';
import { badge } from '../verdicts.ts';
import { type Beside, digitsOf } from './digits.ts';
import { slipTitles } from './kinds.ts';
import { followersOf } from './thread.ts';
import type { DigitsView, WhyView } from './view.ts';

type Fact = WhyView['facts'][number];

const isProved = ({ evidence }: Slip): boolean => Number(evidence) >= proved;

/** The explanation beside a line that needs another look. `first`: the first such line of its problem. */
export function whyOf(mark: Mark, marks: readonly Mark[], first: boolean): WhyView {
  const { tone } = badge(mark.verdict);
  const digits = markDigits(mark);
  return {
    tone,
    tag: tagOf(mark, first),
    says: mark.says ?? mark.slips?.[0]?.says ?? badge(mark.verdict).means,
    ...(digits && { digits }),
    facts: factsOf(mark, marks),
  };
}

function tagOf(mark: Mark, first: boolean): string {
  const [slip] = mark.slips ?? [];
  const kind = mark.verdict === 'slip' && slip ? slipTitles[slip.kind] : badge(mark.verdict).word;
  if (!first) return kind;
  return mark.verdict === 'wrong'
    ? 'First line to look at'
    : `First line to look at: ${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
}

function factsOf(mark: Mark, marks: readonly Mark[]): Fact[] {
  const [slip, ...others] = mark.slips ?? [];
  const more = others.filter(({ told }) => !told);
  const fits = more.slice(0, 3).map(({ says }) => says);
  return [
    ...fact('A quick check', mark.verdict === 'slip' && slip?.check),
    ...fact('What it costs', costText(mark, marks)),
    ...fact(others.every(isProved) ? 'Also fits' : 'Fits, though not proved', fits.join(' ')),
  ];
}

const fact = (term: string, text: string | false | undefined): Fact[] => (text ? [{ term, text }] : []);

function costText(mark: Mark, marks: readonly Mark[]): string | undefined {
  const { lost } = markPoints(mark);
  const kept = followersOf(mark.field, marks);
  if (kept.length === 0) return undefined;
  const fields = kept.map(({ field }) => code(field));
  const names = kept.length <= 4 ? listed(fields) : `${fields[0]} and ${counted(kept.length - 1, 'later line')}`;
  const verb = plural(kept.length, 'follows', 'follow');
  const cost = lost === '0' ? 'Nothing.' : `${pointsText(lost)}, here only.`;
  return `${cost} ${capital(names)} ${verb} from your number and ${plural(kept.length, 'keeps its', 'keep their')} points.`;
}

function markDigits(mark: Mark): DigitsView | undefined {
  const given = mark.value;
  if (given === undefined) return undefined;
  return digitsOf({ label: 'you wrote', text: given }, [...slipRow(mark, given), ...ownRow(mark), ...rightRow(mark)]);
}

const formulaLabel = (formula: string | undefined, otherwise: string): string =>
  formula !== undefined && formula.length <= 28 ? code(formula) : otherwise;

function slipRow({ slips = [], verdict }: Mark, given: string): Beside[] {
  const [slip] = slips;
  if (verdict !== 'slip' || slip?.value === undefined) return [];
  const digits = given.replace(/\D/g, '').replace(/^0+/, '').length;
  const same = slip.value === given ? `the same ${counted(digits, 'digit')}` : 'what it gives';
  return [{ label: formulaLabel(slip.formula, 'with the slip'), text: slip.value, say: `the slip: ${same}` }];
}

function ownRow({ follows }: Mark): Beside[] {
  if (!follows || follows.agrees) return [];
  return [{ label: 'your numbers', text: follows.value, say: 'what your own numbers lead to' }];
}

function rightRow({ expected, worked, follows }: Mark): Beside[] {
  if (expected === undefined || follows) return [];
  return [{ label: formulaLabel(worked, 'the solution'), text: expected, say: 'the right value' }];
}

/** The evidence beside shown arithmetic that does not add up. */
export function partDigits({ value, own }: Part): DigitsView | undefined {
  if (value === undefined || own === undefined) return undefined;
  return digitsOf({ label: 'you wrote', text: value }, [{ label: 'it comes to', text: own }]);
}
