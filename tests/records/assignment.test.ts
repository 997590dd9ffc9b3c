import { describe, expect, it, test } from 'vitest';
import { readAssignment } from '../../src/records/assignment.ts';
import { complaintText } from '../../src/records/complaint.ts';

const catalogue = ['sigmoid-chain', 'backprop-by-hand'];
const read = (text: string) => readAssignment(text, 'a.json', catalogue);
const withProblems = (problems: string) => `{"id":"a","title":"A","problems":${problems}}`;

describe('an assignment', () => {
  it('keeps the digits of givens and the numbers of points and places', () => {
    const reading = read(
      withProblems(
        '[{"problem":"sigmoid-chain","as":"q1","points":7.5,"givens":{"x1":2.50,"places":[1.0]},"rounding":{"places":4,"when":"end"}}]',
      ),
    );
    expect(reading.ok && JSON.parse(JSON.stringify(reading.assignment))).toEqual({
      id: 'a',
      title: 'A',
      problems: [
        {
          problem: 'sigmoid-chain',
          as: 'q1',
          points: 7.5,
          givens: { x1: '2.50', places: ['1.0'] },
          rounding: { places: 4, when: 'end' },
        },
      ],
    });
  });

  it('takes points as text, a seed as a number and every option', () => {
    const reading = read(
      '{"$schema":"x","id":"a","title":"A","course":"C","solutionShown":false,"degenerate":"points","roundingShare":0.50,"variants":{"seed":42},"problems":[{"problem":"sigmoid-chain","points":"10"}]}',
    );
    expect(reading.ok && reading.assignment).toMatchObject({
      solutionShown: false,
      degenerate: 'points',
      roundingShare: '0.50',
      variants: { seed: '42' },
      problems: [{ points: 10 }],
    });
    expect(reading.ok && '$schema' in reading.assignment).toBe(false);
  });

  const refused: [id: string, text: string, says: string][] = [
    ['not JSON', '{', 'a.json:1:2: the file ends before its last bracket is closed'],
    ['no problems', withProblems('[]'), '/problems: this must NOT have fewer than 1 items'],
    [
      'unknown problem',
      withProblems('[{"problem":"sigmoid_chian"}]'),
      'a.json:1:46 /problems/0/problem: there is no problem "sigmoid_chian"; did you mean "sigmoid-chain"?',
    ],
    [
      'same key twice',
      withProblems('[{"problem":"sigmoid-chain"},{"problem":"sigmoid-chain"}]'),
      '/problems/1/problem: two problems are called "sigmoid-chain"',
    ],
    [
      'same key by `as`',
      withProblems('[{"problem":"sigmoid-chain","as":"q"},{"problem":"backprop-by-hand","as":"q"}]'),
      '/problems/1/as: two problems are called "q"',
    ],
    ['misspelt name', '{"id":"a","titel":"A","problems":[{"problem":"sigmoid-chain"}]}', 'did you mean "title"?'],
    [
      'negative points',
      withProblems('[{"problem":"sigmoid-chain","points":-1}]'),
      '/problems/0/points: this must be >= 0; it is a number that is not negative',
    ],
    [
      'endless points',
      withProblems('[{"problem":"sigmoid-chain","points":1e999}]'),
      '/problems/0/points: this must be <= 1000000',
    ],
    [
      'half a rounding',
      withProblems('[{"problem":"sigmoid-chain","rounding":{"places":4}}]'),
      '/problems/0/rounding: this cannot stand here; it is how the question says to round',
    ],
    [
      'an id that is a path',
      '{"id":"../a","title":"A","problems":[{"problem":"sigmoid-chain"}]}',
      '/id: this cannot stand here; it is an id: letters, digits',
    ],
    [
      'a name twice',
      '{"id":"a","id":"a","title":"A","problems":[{"problem":"sigmoid-chain"}]}',
      '/id: "id" stands more than once',
    ],
    [
      'a share above one',
      '{"id":"a","title":"A","roundingShare":"1.5","problems":[{"problem":"sigmoid-chain"}]}',
      '/roundingShare: this cannot stand here; it is a number from 0 to 1',
    ],
  ];
  test.each(refused)('is refused: %s', (_, text, says) => {
    const reading = read(text);
    expect(reading.ok ? '' : reading.complaints.map(complaintText).join('\n')).toContain(says);
  });
});
