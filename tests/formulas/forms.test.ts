import { expect, it } from 'vitest';
import { unseen } from '../measure/forms.ts';
import { howRead } from '../measure/formulas.ts';

it.each(unseen)('$id is never read as something else', (form) => expect(howRead(form)).not.toBe('wrong'));

it('most of what people write is read', () => {
  expect(unseen.filter((form) => howRead(form) === 'refused').map(({ id }) => id)).toEqual(['html-entities']);
});
