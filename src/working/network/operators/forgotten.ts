import type { Line, Wording, Working } from '../../working.ts';

/** The words of a slip by which a layer is not counted at all. */
export const forgotten: Omit<Wording, 'says'> = {
  hint: 'The total is short of something.',
  check: 'Go through the list of layers: does each have its term in the total?',
};

export const totalOf = ({ lines }: Working): Line | undefined => lines.find(({ role }) => role?.type === 'total');
