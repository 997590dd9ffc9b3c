import { call, type Expression, number, power, product } from '../../expressions/tree.ts';
import { ref, say } from '../../working/message.ts';
import { prices } from '../../working/prices.ts';
import type { Edit, Line, Operator, Slip, Working } from '../../working/working.ts';
import { at, canonical, type Form, factorsOf, forms, subjects, trivial } from '../derivatives.ts';
import { onProducts, without } from './products.ts';

/** A place where the derivative of a function stands. */
interface Found {
  readonly form: Form;
  readonly of: Expression;
}

const found = new WeakMap<Expression, readonly Found[]>();

/** The derivatives that a formula is, as a whole. */
function derivativesIn(node: Expression, { counts }: Working): readonly Found[] {
  if (counts || trivial(node)) return [];
  const known = found.get(node);
  if (known) return known;
  const text = canonical(node);
  const all = forms.flatMap((form) =>
    subjects(node)
      .filter((of) => canonical(at(form, of)) === text)
      .map((of) => ({ form, of })),
  );
  found.set(node, all);
  return all;
}

const wrongDerivative = {
  hint: 'Check whether this line needs the function or its derivative, and of which function.',
  check: 'Which function was applied, and what is its derivative?',
};

/** The derivative of another function at the same place: `a*(1 - a)` for tanh, `1 - a^2` for the sigmoid. */
const ofAnother: Operator = {
  id: 'derivative-of-another-function',
  kind: 'wrong-function',
  price: prices.wrongFunction,
  traits: ['structural'],
  family: 'derivatives',
  edits: ({ node, replace }, _, working) =>
    derivativesIn(node, working).flatMap(({ form, of }): Edit[] =>
      forms
        .filter((other) => other.in === form.in && form.fn.mistakenFor?.includes(other.fn.name))
        .map((other) => ({
          tree: replace(at(other, of)),
          trace: `${other.fn.name}.${other.in}`,
          wording: {
            says: say`The derivative of ${other.fn.called ?? other.fn.name}, ${at(other, of)}, stands where that of ${form.fn.called ?? form.fn.name} belongs.`,
            ...wrongDerivative,
          },
        })),
    ),
};

/** The value itself in the place of the derivative, or the function applied to its own value before it is derived. */
const notOfValue: Operator = {
  id: 'derivative-at-the-wrong-place',
  kind: 'wrong-function',
  price: prices.wrongFunction + 1,
  traits: ['structural'],
  family: 'derivatives',
  edits: ({ node, replace }, _, working) =>
    derivativesIn(node, working).flatMap(({ form, of }): Edit[] => {
      if (form.in !== 'y') return [];
      const twice = forms.find((other) => other.fn === form.fn && other.in === 'x');
      const again = twice && at(twice, of);
      const itself: Edit = {
        tree: replace(of),
        trace: `${form.fn.name}.itself`,
        wording: {
          says: say`${of} itself stands where its derivative ${node} belongs.`,
          ...wrongDerivative,
        },
      };
      if (!again) return [itself];
      const says = say`The derivative was taken at ${of}, which is already the value of ${form.fn.called ?? form.fn.name}: ${again} for ${node}.`;
      return [itself, { tree: replace(again), trace: `${form.fn.name}.again`, wording: { says, ...wrongDerivative } }];
    }),
};

/** Several factors that are together the derivative of a function: people forget them at once. */
const derivativeDropped = onProducts(
  { id: 'derivative-dropped', kind: 'dropped-factor', price: prices.dropped, traits: ['structural', 'common'] },
  (node, { replace }) => {
    const own = node.factors.map((f) => factorsOf({ kind: 'product', factors: [f] })[0] ?? '');
    return forms.flatMap((form): Edit[] => {
      const count = form.tree.kind === 'product' ? form.tree.factors.length : 1;
      if (count >= own.length) return [];
      return subjects(node).flatMap((of): Edit[] => {
        const parts = factorsOf(at(form, of));
        if (!parts.every((part) => own.includes(part))) return [];
        const places = parts.map((part) => own.indexOf(part));
        const says = say`The derivative of ${form.fn.called ?? form.fn.name}, ${at(form, of)}, is missing.`;
        const wording = {
          says,
          hint: 'A product is one factor short: a derivative is missing.',
          check: 'Does each function that was applied leave its derivative in the product?',
        };
        return [{ tree: replace(without(node, (i) => places.includes(i))), trace: form.fn.name, wording }];
      });
    });
  },
);

/** The derivative of a function once more, where it is in the line already, as with the cross-entropy of a sigmoid. */
const derivativeGained: Operator = {
  id: 'derivative-once-more',
  kind: 'extra',
  price: prices.extra,
  traits: ['structural'],
  edits: ({ path, node, replace }, { inputs }, { lines, counts }) => {
    if (path !== '' || counts) return [];
    return inputs.flatMap((name): Edit[] => {
      const of = lines.find((line) => line.name === name)?.formula;
      const form = of?.kind === 'call' ? forms.find((one) => one.fn === of.fn && one.in === 'y') : undefined;
      if (!form) return [];
      const derivative = at(form, { kind: 'symbol', name });
      const tree = product([node, derivative].map((factor) => ({ inverse: false, of: factor })));
      const says = say`Multiplied by the derivative ${derivative} as well.`;
      const wording = {
        says,
        hint: 'A factor is there that cancels out.',
        check: 'Differentiate the loss and the function together.',
      };
      return [{ tree: replace(tree), trace: form.fn.name, wording }];
    });
  },
};

/** `2u` stands where `u^2` was to be differentiated: the function itself in place of its derivative. */
const notDifferentiated = onProducts(
  { id: 'power-not-differentiated', kind: 'wrong-function', price: prices.wrongFunction, traits: ['structural'] },
  (node, { replace, rounded }) => {
    const [n, u] = node.factors;
    if (node.factors.length !== 2 || n?.of.kind !== 'number' || !u || u.inverse || u.of.kind === 'number') return [];
    const whole = wholePower(n.of.text, u.of);
    if (rounded || !whole) return [];
    const wording = {
      says: say`${whole} itself stands where its derivative ${node} belongs.`,
      hint: 'Check whether this line needs the function or its derivative.',
      check: 'What is the derivative of a power?',
    };
    return [{ tree: replace(whole), trace: '', wording }];
  },
);

/** `u^n` for its derivative `n*u^(n-1)`. */
function wholePower(n: string, u: Expression): Expression | undefined {
  if (n === '2') return power(u, number('2'));
  const isOneLess = u.kind === 'power' && u.exponent.kind === 'number' && Number(u.exponent.text) === Number(n) - 1;
  return isOneLess ? power(u.base, number(n)) : undefined;
}

/** A neuron taken as linear: its function not applied, and the derivative of it taken to be 1, which is one slip. */
const takenAsLinear: Operator = {
  id: 'neuron-taken-as-linear',
  kind: 'skipped-step',
  price: prices.takenAs,
  traits: ['structural', 'common'],
  slips: (working) => working.lines.flatMap((line) => linear(line, working)),
};

function linear({ name, formula }: Line, { lines }: Working): Slip[] {
  const [argument, second] = formula.kind === 'call' ? formula.args : [];
  if (formula.kind !== 'call' || !argument || second) return [];
  const own = forms.filter(({ fn }) => fn === formula.fn);
  const derivatives = own.map((form) => canonical(at(form, form.in === 'y' ? { kind: 'symbol', name } : argument)));
  const prime = own[0]?.fn.prime;
  if (prime) derivatives.push(canonical(call(prime, argument)));
  const derived = lines.filter((line) => derivatives.includes(canonical(line.formula)));
  if (derived.length === 0) return [];
  const wording = {
    says: say`The neuron ${ref(name)} was taken as linear: no ${formula.fn.name}, and 1 for its derivative.`,
    hint: 'The chain is one link short.',
    check: 'Does each function that is applied leave its derivative in the product?',
  };
  return [{ trees: [[name, argument], ...derived.map((line) => [line.name, number('1')] as const)], wording }];
}

/** What goes wrong in differentiating: it follows from the derivatives of the functions. */
export const ofCalculus: readonly Operator[] = [
  derivativeDropped,
  derivativeGained,
  notDifferentiated,
  ofAnother,
  notOfValue,
  takenAsLinear,
];
