import { describe, expect, it } from 'vitest';
import { classHtml, studentHtml, studentMarkdown, studentTerminal } from '../../src/report/index.ts';
import { fixture, fixtureNames, smallClass } from './fixtures.ts';

/** The page without what is the same on every page: styles with the font, symbols, script, what it may do. */
const content = (html: string): string =>
  html
    .replace(/<(style|script)>(?:.|\n)*?<\/\1>/g, '<$1></$1>')
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, '$1')
    .replace(/<svg class="symbols"(?:.|\n)*?<\/svg>/, '<svg></svg>');

const golden = (name: string): string => `../golden/report/${name}`;

describe.each(fixtureNames)('%s', (name) => {
  const result = fixture(name);
  const terminal = { color: false, ascii: false, width: 80 };

  it('has its page', () => expect(content(studentHtml(result))).toMatchFileSnapshot(golden(`${name}.html`)));
  it('has its Markdown', () => expect(studentMarkdown(result)).toMatchFileSnapshot(golden(`${name}.md`)));
  it('has its text', () => expect(studentTerminal(result, terminal)).toMatchFileSnapshot(golden(`${name}.txt`)));
});

it('a class has its page', () => expect(content(classHtml(smallClass()))).toMatchFileSnapshot(golden('class.html')));
