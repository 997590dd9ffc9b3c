import { describe, expect, it } from 'vitest';
import { digitsOf } from '../../src/report/student/digits.ts';
import { agree, notablyRead } from '../../src/report/student/readings.ts';

/** The rows as text, with the marks below: s same, d differs, b beyond. */
function drawn(given: string, ...others: string[]): string[] | undefined {
  const rows = others.map((text) => ({ label: '', text }));
  return digitsOf({ label: 'you wrote', text: given }, rows)?.rows.flatMap(({ cells }) => [
    cells.map(({ character }) => character || ' ').join(''),
    cells.map(({ mark }) => mark?.charAt(0) ?? ' ').join(''),
  ]);
}

describe('digits', () => {
  it('the same and the right number below', () => {
    expect(drawn('0.202943', '0.202943', '0.7971')).toEqual([
      '0.202943',
      '  ssssss',
      '0.202943',
      '  ssssss',
      '0.7971  ',
      '  dddd  ',
    ]);
  });
  it('one digit', () => expect(drawn('1516', '1516', '2416')?.slice(-1)).toEqual(['ddss']));
  it('more digits than were written', () => {
    expect(drawn('0.12', '0.1234')).toEqual(['0.12  ', '  ss  ', '0.1234', '  ssbb']);
  });
  it('a sign', () => expect(drawn('-12.5', '12.5')).toEqual(['-12.5', 'dss s', ' 12.5', ' ss s']));
  it('the decimal point in another place', () => {
    const view = digitsOf({ label: '', text: '0.00143' }, [{ label: '', text: '0.0001437' }]);
    expect(view?.rows[1]?.say).toBe('the same digits, 1 place further right');
    expect(drawn('0.00143', '0.0001437')).toEqual(['0.00143  ', '    ddd  ', '0.0001437', '     dddb']);
  });
  it('or far away', () => {
    const view = digitsOf({ label: '', text: '6800000' }, [{ label: '', text: '6800' }]);
    expect(view?.rows[1]?.say).toBe('the same digits, 3 places further right');
  });
  it.each([
    ['nothing in common', '35000', '9472'],
    ['only the first digit', '35000', '34944'],
    ['no number', 'about 5', '5'],
    ['too long', '1'.repeat(30), '1'.repeat(30)],
  ])('no picture: %s', (_, given, other) => expect(drawn(given, other)).toBeUndefined());
});

it('numbers agree at the places that both have', () => {
  expect([agree('0.123799', '0.1238'), agree('0.0618', '0.061818'), agree('0.1237', '0.1238')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('a reading is shown where it is not plain to see', () => {
  const readings = [
    ['(0.9)(0.75)', '0.9*0.75'],
    ['1,154,560', '1154560'],
    ['6.8M', '6800000'],
    ['97%', '0.97'],
    ['−1.5', '-1.5'],
    ['0,5', '0.5'],
  ].map(([given, read]) => notablyRead(given, read));
  expect(readings).toEqual([undefined, undefined, '6800000', '0.97', undefined, '0.5']);
});
