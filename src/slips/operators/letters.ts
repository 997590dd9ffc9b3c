import { type Expression, substitute, symbol } from '../../expressions/tree.ts';
import { listed, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Line, Operator, Working } from '../../working/working.ts';

/** A name by the letters before and after its number: `k1n` is `k#n` at 1. */
interface Numbered {
  readonly form: string;
  readonly at: string;
}

const numbered = /^(\D+)(\d+)(\D*)$/u;

function read(name: string): Numbered | undefined {
  const [, before, at, after] = numbered.exec(name) ?? [];
  return before === undefined || at === undefined ? undefined : { form: `${before}#${after}`, at };
}

/** What was known when a line was written, by form and number. */
function before({ givens, lines }: Working, line: string): Map<string, Map<string, string>> {
  const end = lines.findIndex(({ name }) => name === line);
  const forms = new Map<string, Map<string, string>>();
  for (const name of [...givens.keys(), ...lines.slice(0, Math.max(0, end)).map((one) => one.name)]) {
    const { form, at } = read(name) ?? {};
    if (form !== undefined && at !== undefined) forms.set(form, (forms.get(form) ?? new Map()).set(at, name));
  }
  return forms;
}

/** All numbers of one letter taken for those of another: the old weights for the new ones, one input for the next. */
const anotherLetter: Operator = {
  id: 'another-letter-throughout',
  kind: 'swapped',
  price: prices.swapped + 0.5,
  traits: ['structural'],
  edits: ({ path, node, replace }, line, working) => {
    if (path !== '' || working.voice) return [];
    const forms = before(working, line.name);
    return [...used(line)].flatMap(([form, names]) =>
      [...forms].flatMap(([other, byNumber]): Edit[] => {
        const instead = new Map(
          names.flatMap(([at, name]) => (byNumber.has(at) ? [[name, byNumber.get(at)]] : [])) as [string, string][],
        );
        if (other === form || names.length < 2 || instead.size < names.length) return [];
        const by = (name: string): Expression | undefined => {
          const to = instead.get(name);
          return to === undefined ? undefined : symbol(to);
        };
        const says = say`${listed([...instead.values()])} stand where ${listed([...instead.keys()])} belong.`;
        const wording = {
          says,
          hint: 'Numbers of one sort are taken for those of another.',
          check: 'Are these the old ones or the new ones?',
        };
        return [{ tree: replace(substitute(node, by)), trace: other, wording }];
      }),
    );
  },
};

/** The numbered names that a line uses, by form. */
function used({ inputs }: Line): Map<string, [at: string, name: string][]> {
  const forms = new Map<string, [string, string][]>();
  for (const name of inputs) {
    const { form, at } = read(name) ?? {};
    if (form !== undefined && at !== undefined) forms.set(form, [...(forms.get(form) ?? []), [at, name]]);
  }
  return forms;
}

/** What goes wrong with all numbers of one letter. */
export const ofLetters: readonly Operator[] = [anotherLetter];
