import { defineProblem } from '../../src/working/problem.ts';

/** A question that is answered in words: a person marks it, with the points to look for beside it. */
export default defineProblem({
  id: 'discussion',
  title: 'In your own words',
  rounding: { exact: true },
  givens: {
    question: 'Why is ReLU often preferred to the sigmoid in hidden layers?',
    rubric: [
      'the sigmoid saturates for large |z|, positive and negative',
      'its derivative is at most 1/4, so gradients shrink from layer to layer',
      'ReLU does not saturate for positive z',
    ],
  },
  working: {},
  fields: [{ kind: 'person', name: 'text', rubric: 'rubric' }],
  asks: { text: { points: 5 } },
});
