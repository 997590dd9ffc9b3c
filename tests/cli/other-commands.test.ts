import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { folderWith, gradcheck, paperOf } from '../support/program.ts';

describe.concurrent('help and version', () => {
  const commands = [[], ['grade'], ['problems', 'show']];
  test.each(commands.map((command) => [command.join(' ') || '(all)', command] as const))(
    '--help of %s',
    async (_, command) => {
      const ended = await gradcheck([...command, '--help']);
      expect([ended.code, ended.err]).toEqual([0, '']);
      expect(ended.out).toContain(`gradcheck ${command.join(' ')}`.trim());
    },
  );

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect((await gradcheck(['--version'])).out).toBe(`${version}\n`);
  });
});

describe('solve', () => {
  it('shows the right formulas of a problem that has no numbers', async () => {
    const { code, out } = await command(['solve', 'tanh'], folderWith());
    expect(code).toBe(0);
    expect(out).toContain('derivative = 4*(sigmoid(2*x) - sigmoid(2*x)^2)');
  });

  it('works the problem with its own givens', async () => {
    const ended = await command(['solve', 'backprop-by-hand', '--json'], folderWith());
    expect(ended.code).toBe(0);
    const { lines } = JSON.parse(ended.out);
    expect(lines.find(({ name }: { name: string }) => name === 'dL_dw3')).toMatchObject({
      value: '0.0006',
      exact: expect.stringMatching(/^0\.00062157798638942825/),
    });
  });

  it('works it with others', async () => {
    const cwd = folderWith({ 'g.json': '{"x1": 2.0, "w1": "0", "y": "0.5"}' });
    const { code, out } = await command(['solve', 'sigmoid-chain', '-g', 'g.json', '--json'], cwd);
    expect(code).toBe(0);
    expect(JSON.parse(out).givens).toMatchObject({ x1: '2.0', w1: '0', eta: '0.5' });
  });

  const refused: [id: string, args: string[], says: string][] = [
    ['an unknown problem', ['solve', 'sigmod-chain'], 'did you mean "sigmoid-chain"?'],
    ['an unknown given', ['solve', 'sigmoid-chain', '-g', 'bad.json'], 'there is no given "x9"'],
    ['a given that is no number', ['solve', 'sigmoid-chain', '-g', 'text.json'], 'x1'],
    ['givens that are no JSON', ['solve', 'sigmoid-chain', '-g', 'broken.json'], 'broken.json:1:2'],
  ];
  test.each(refused)('refuses %s', async (_, args, says) => {
    const cwd = folderWith({ 'bad.json': '{"x9":"1"}', 'text.json': '{"x1":"one"}', 'broken.json': '{' });
    const ended = await command(args, cwd);
    expect(ended.err).toContain(says);
    expect([ended.code, ended.out]).toEqual([2, '']);
  });
});

describe('template', () => {
  it('is a submission once it has a student', async () => {
    const ended = await command(['template', 'csc420-a2', '--student', 's-1'], folderWith());
    const blank = JSON.parse(ended.out);
    expect(Object.keys(blank.answers['backprop-by-hand'])).toContain('dL_dw3');
    const cwd = folderWith({ 's.json': ended.out });
    const graded = await command(['grade', 's.json', '-o', 'r'], cwd);
    expect(graded.code).toBe(0);
    expect(readFileSync(join(cwd, 'r/grades.csv'), 'utf8')).toContain('s-1,graded,0,55,0,0,0,0,0');
  });

  it('is written with a schema that knows every name', async () => {
    const cwd = folderWith();
    expect((await command(['template', 'csc420-a2', '-o', 'hw/me.json'], cwd)).code).toBe(0);
    const blank = JSON.parse(readFileSync(join(cwd, 'hw/me.json'), 'utf8'));
    const schema = JSON.parse(readFileSync(join(cwd, 'hw', blank.$schema), 'utf8'));
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    const filled = { ...blank, student: 's-1' };
    expect(validate(filled)).toBe(true);
    expect(validate({ ...filled, answers: { 'backprop-by-hand': { dL_dw4: '1' } } })).toBe(false);
    expect(validate({ ...filled, answers: { backprop: {} } })).toBe(false);
    expect(validate(blank)).toBe(false);
  });

  it('does not overwrite answers', async () => {
    const cwd = folderWith({ 'me.json': paperOf('s-1') });
    const ended = await command(['template', 'csc420-a2', '-o', 'me.json'], cwd);
    expect(ended.code).toBe(2);
    expect(readFileSync(join(cwd, 'me.json'), 'utf8')).toBe(paperOf('s-1'));
  });
});

describe('problems', () => {
  it('lists every problem', async () => {
    const { code, out } = await command(['problems'], folderWith());
    expect(code).toBe(0);
    expect(out).toMatch(/^backprop-by-hand +One partial derivative by hand$/m);
    expect((await command(['problems', 'list'], folderWith())).out).toBe(out);
  });

  it('shows a statement with its givens and fields', async () => {
    const { code, out } = await command(['problems', 'show', 'backprop-by-hand'], folderWith());
    expect(code).toBe(0);
    expect(out).toContain('-0.63');
    expect(out).not.toContain('{{');
    expect(out).toMatch(/Asked for:\n {2}dL_dw3 /);
  });
});
