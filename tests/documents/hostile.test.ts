import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read-document.ts';

const read = (text: string | Uint8Array, file: string) =>
  readDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text, file);
const said = (reading: ReturnType<typeof read>): string =>
  (reading.ok ? reading.writeUp.complaints : reading.complaints).map(({ line, says }) => `${line}: ${says}`).join('\n');
const word = (xml: string) => zipSync({ 'word/document.xml': new TextEncoder().encode(xml) });

describe('hostile documents are refused, with the place', () => {
  it.each([
    [
      'a bomb of macros',
      '\\newcommand{\\a}{\\b\\b\\b}\n\\newcommand{\\b}{\\a\\a\\a}\n$\\a$',
      'w.tex',
      '3: macros that stand for each other without end',
    ],
    ['braces without end', '{'.repeat(100_000), 'w.tex', 'too deep'],
    ['an include', 'x\n\n\\input{/etc/passwd}', 'w.tex', '3: "\\input" names another file, which is not read'],
    ['a large LaTeX file', 'x'.repeat(600_000), 'w.tex', 'more than the 0.5 MB'],
    ['no notebook', '[]', 'w.ipynb', 'this is no notebook'],
    ['a damaged notebook', '{"cells": [', 'w.ipynb', 'it is not JSON'],
    ['no zip', 'PK nothing', 'w.docx', 'this is no zip file'],
    ['a zip without text', zipSync({ a: new Uint8Array(3) }), 'w.docx', 'there is no text in it'],
    ['a bomb in a zip', word('x'.repeat(30_000_000)), 'w.docx', 'unpacks to more than 20 MB'],
    ['entities', word('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'w.docx', 'declares entities'],
    ['deep XML', word('<a>'.repeat(100_000)), 'w.docx', 'too deep'],
    ['bytes that are no text', new Uint8Array([0xff, 0x00, 0xc3]), 'w.md', 'not a text file in UTF-8'],
    ['nothing', '', 'w.html', 'the file is empty'],
  ])('%s', (_, text, file, says) => {
    expect(said(read(text, file))).toContain(says);
  });

  it('a script of a page is no text', () => {
    const reading = read('<p>z1 = 1</p><script>z1 = 2</script><style>a{}</style>', 'w.html');
    expect(reading.ok && reading.writeUp.blocks.map(({ passage }) => passage.text)).toEqual(['z1 = 1']);
  });
});
