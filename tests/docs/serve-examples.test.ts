import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import yargs from 'yargs';
import { serveCommand, workCommand } from '../../src/cli/commands/serve.ts';

/** The options of a command line as the program reads them, refusing what it does not know. */
const read = (args: readonly string[]) =>
  yargs([...args])
    .command({ ...serveCommand, handler: () => {} })
    .command({ ...workCommand, handler: () => {} })
    .strict()
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? new Error(message);
    })
    .parseAsync();

const commandOf = (words: readonly string[]) => words.slice(words.indexOf('gradcheck') + 1);

describe('the examples of docs/serve.md', () => {
  it('the compose file starts servers and workers with options that there are', async () => {
    const { services } = parse(readFileSync('docs/examples/compose.yaml', 'utf8'));
    expect(Object.keys(services)).toEqual(['database', 'serve', 'work']);
    expect(await read(commandOf(services.serve.command))).toMatchObject({ _: ['serve'], mark: false, proxy: true });
    expect(await read(commandOf(services.work.command))).toMatchObject({ _: ['work'], assignments: 'assignments' });
  });

  it('the systemd unit starts a server with options that there are', async () => {
    const unit = readFileSync('docs/examples/gradcheck.service', 'utf8');
    const [, line = ''] = /^ExecStart=(.*)$/m.exec(unit) ?? [];
    expect(await read(commandOf(line.split(' ')))).toMatchObject({ _: ['serve'], store: '/var/lib/gradcheck' });
    expect(unit.match(/^\[(\w+)\]$/gm)).toEqual(['[Unit]', '[Service]', '[Install]']);
  });
});
