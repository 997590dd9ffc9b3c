import type { Decay, Optimiser, Spec } from '../spec.ts';
import { isTrained, type Network, type Parameter } from '../training/network.ts';

/** What a rule is written in: plain numbers, the tensors of an engine or the values of a graph. */
export interface Arithmetic<T> {
  plus(a: T, b: T): T;
  times(a: T, b: T): T;
  over(a: T, b: T): T;
  root(a: T): T;
  constant(value: number): T;
}

/** The numbers of one step: minus the learning rate, and what corrects Adam's two averages for their start at 0. */
export interface StepNumbers<T> {
  readonly down: T;
  readonly first: T;
  readonly second: T;
}

/** A parameter or its successor, with what the rule remembers of it: arrays of its size, 0 at the start. */
export interface Held<T> {
  readonly value: T;
  readonly memory: readonly T[];
}

/** How one parameter follows its gradient. */
export interface Rule {
  /** Arrays remembered for each parameter. */
  readonly slots: number;
  /** Value minus rate times gradient and nothing else, which an engine may compute as one product. */
  readonly plain: boolean;
  numbers(rate: number, step: number): StepNumbers<number>;
  next<T>(a: Arithmetic<T>, held: Held<T>, gradient: T, numbers: StepNumbers<T>): Held<T>;
}

/** By parameter; none for what is not trained. */
export type Rules = readonly (Rule | undefined)[];

type Next = Rule['next'];

const descend: Next = (a, { value }, gradient, { down }) => ({
  value: a.plus(value, a.times(down, gradient)),
  memory: [],
});

/** A moving average: `keep` of the old, the rest of the new. */
const blend = <T>(a: Arithmetic<T>, keep: number, old: T, fresh: T): T =>
  a.plus(a.times(a.constant(keep), old), a.times(a.constant(1 - keep), fresh));

type Of<K extends Optimiser['type']> = Extract<Optimiser, { type: K }>;

function momentum({ momentum: keep, dampening = 0, nesterov = false }: Of<'momentum'>): Next {
  return <T>(a: Arithmetic<T>, { value, memory }: Held<T>, gradient: T, { down }: StepNumbers<T>) => {
    const kept = a.times(a.constant(keep), memory[0] as T);
    const velocity = a.plus(kept, dampening === 0 ? gradient : a.times(a.constant(1 - dampening), gradient));
    const direction = nesterov ? a.plus(gradient, a.times(a.constant(keep), velocity)) : velocity;
    return { value: a.plus(value, a.times(down, direction)), memory: [velocity] };
  };
}

function rmsprop({ smoothing = 0.99, epsilon = 1e-8 }: Of<'rmsprop'>): Next {
  return (a, { value, memory: [old] }, gradient, { down }) => {
    const square = blend(a, smoothing, old as typeof gradient, a.times(gradient, gradient));
    const step = a.over(gradient, a.plus(a.root(square), a.constant(epsilon)));
    return { value: a.plus(value, a.times(down, step)), memory: [square] };
  };
}

function adam({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: Of<'adam'>): Next {
  return (a, { value, memory: [oldMean, oldSquare] }, gradient, { down, first, second }) => {
    const mean = blend(a, beta1, oldMean as typeof gradient, gradient);
    const square = blend(a, beta2, oldSquare as typeof gradient, a.times(gradient, gradient));
    const size = a.plus(a.root(a.times(square, second)), a.constant(epsilon));
    return { value: a.plus(value, a.times(down, a.over(a.times(mean, first), size))), memory: [mean, square] };
  };
}

function adadelta({ smoothing = 0.95, epsilon = 1e-6 }: Of<'adadelta'>): Next {
  return (a, { value, memory: [oldSquare, oldStep] }, gradient, { down }) => {
    const square = blend(a, smoothing, oldSquare as typeof gradient, a.times(gradient, gradient));
    const size = (x: typeof gradient) => a.root(a.plus(x, a.constant(epsilon)));
    const step = a.times(a.over(size(oldStep as typeof gradient), size(square)), gradient);
    const steps = blend(a, smoothing, oldStep as typeof gradient, a.times(step, step));
    return { value: a.plus(value, a.times(down, step)), memory: [square, steps] };
  };
}

function nextOf(optimiser: Optimiser | undefined): { slots: number; next: Next } {
  if (!optimiser) return { slots: 0, next: descend };
  switch (optimiser.type) {
    case 'momentum':
      return { slots: 1, next: momentum(optimiser) };
    case 'rmsprop':
      return { slots: 1, next: rmsprop(optimiser) };
    case 'adam':
      return { slots: 2, next: adam(optimiser) };
    default:
      return { slots: 2, next: adadelta(optimiser) };
  }
}

const decays = (decay: Decay | undefined, role: Parameter['role']): number =>
  decay && (decay.only === undefined || role === 'weights') ? decay.rate : 0;

/** The rules of a run. */
export function rulesOf(network: Network, { optimiser, decay }: Pick<Spec, 'optimiser' | 'decay'>): Rules {
  return network.parameters.map((parameter) =>
    isTrained(parameter) ? ruleOf(optimiser, decay, parameter.role) : undefined,
  );
}

/** The rule for a parameter of this role. Decay is added to the gradient, as PyTorch's `weight_decay` is. */
export function ruleOf(optimiser: Optimiser | undefined, decay: Decay | undefined, role: Parameter['role']): Rule {
  const { slots, next } = nextOf(optimiser);
  const share = decays(decay, role);
  const [beta1, beta2] = optimiser?.type === 'adam' ? [optimiser.beta1 ?? 0.9, optimiser.beta2 ?? 0.999] : [0, 0];
  const correction = (beta: number, step: number) => 1 / (1 - beta ** step);
  return {
    slots,
    plain: optimiser === undefined && share === 0,
    numbers: (rate, step) => ({ down: -rate, first: correction(beta1, step), second: correction(beta2, step) }),
    next: (a, held, gradient, numbers) => {
      const whole = share === 0 ? gradient : a.plus(gradient, a.times(a.constant(share), held.value));
      return next(a, held, whole, numbers);
    },
  };
}
