import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith, gradcheck } from '../support/program.ts';

const students = ['000', '001', '002', '003', '004'].map((number) => `student-${number}`);
const text = (file: string): string => readFileSync(file, 'utf8');

/** The scanned write-ups of five students, who knew of no reader. */
describe.each(students)('the write-up of %s', (student) => {
  it('is read as the submission that is kept', async () => {
    const cwd = folderWith({ [`${student}.md`]: text(`submissions/examples/${student}.md`) });
    const { out } = await gradcheck(['read', `${student}.md`], { cwd });
    const kept = JSON.parse(text(`submissions/read/${student}.json`));
    expect({ ...JSON.parse(out), $schema: kept.$schema }).toEqual(kept);
  });
});

describe('a document', () => {
  it('is graded and checked like JSON, and what is asked waits', async () => {
    const cwd = folderWith({ 's-1.md': '# Question 2\n\n$z_1 = 1.368$' });
    const graded = await gradcheck(['grade', '.', '-a', 'csc420-a2', '-o', 'out'], { cwd });
    expect([graded.code, graded.out]).toEqual([0, expect.stringContaining('needs-review')]);
    const result = JSON.parse(text(`${cwd}/out/results/s-1.json`));
    const marks = result.problems[0].marks as { field: string; verdict: string; where?: object }[];
    expect(marks.find(({ field }) => field === 'z1')).toMatchObject({
      verdict: 'correct',
      where: { line: 3, column: 8 },
    });
    expect(marks.find(({ field }) => field === 'dL_dw3')).toMatchObject({ verdict: 'review' });
    expect((await gradcheck(['check', 's-1.md', '-a', 'csc420-a2'], { cwd })).code).toBe(1);
  });

  it('that is none, or names no assignment, is refused', async () => {
    const cwd = folderWith({ 'a.txt': 'x', 'a.md': 'x' });
    expect(await gradcheck(['read', 'a.txt'], { cwd })).toMatchObject({ code: 2 });
    expect(await gradcheck(['read', 'a.md'], { cwd })).toMatchObject({
      code: 3,
      err: expect.stringContaining('which assignment'),
    });
  });
});
