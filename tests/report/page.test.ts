import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/records/result.ts';
import { classHtml, studentHtml } from '../../src/report/index.ts';
import { by, fixture, fixtureNames, smallClass } from './fixtures.ts';

const pages: [string, string][] = [
  ...fixtureNames.map((name): [string, string] => [name, studentHtml(fixture(name))]),
  ['class', classHtml(smallClass())],
];

describe.each(pages)('%s', (_, html) => {
  it('asks nobody for anything', () => {
    const sources = [...html.matchAll(/(?:src|href)="([^"]*)"|url\(([^)]*)\)|@import/g)].map(
      (m) => m[1] ?? m[2] ?? m[0],
    );
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !/^(?:#|data:|pages\/[a-z0-9~_-]+\.html(?:#|$))/.test(source))).toEqual([]);
  });

  it('holds every place that it links to, once', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
    const links = [...html.matchAll(/href="#([^"=]*)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  it('runs only its own script', () => {
    expect(html.match(/<script(?! type="application\/json")/g)).toHaveLength(1);
    expect(html).not.toMatch(/<[^>]* on\w+=/);
    expect(html).not.toMatch(/<img|<iframe|<b>4|javascript:[^)]*"/);
  });

  it('shows no control and direction characters', () => {
    expect(html.match(/[\p{Cc}\p{Cf}]/gu)?.filter((c) => !['\n', '\u2061', '\u2062'].includes(c)) ?? []).toEqual([]);
  });

  it('closes what it opens', () => expect(unclosed(html)).toEqual([]));
});

/** Elements that are opened and not closed, or closed in another order. */
function unclosed(html: string): string[] {
  const body = html.replace(/<(style|script)>(?:.|\n)*?<\/\1>/g, '');
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name = '', closed] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (['meta', 'link', 'br', 'wbr', 'input'].includes(name) || closed) continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

it('equal records give equal bytes, whatever was written before', () => {
  const first = studentHtml(fixture('mixed'));
  studentHtml(fixture('hostile'));
  expect(studentHtml(fixture('mixed'))).toBe(first);
});

describe('sizes', () => {
  const kilobytes = (html: string): number => Buffer.byteLength(html) / 1000;

  it('a student’s page stays below 150 KB', () => {
    for (const name of fixtureNames) expect(kilobytes(studentHtml(fixture(name)))).toBeLessThan(150);
  });

  it('the page of a class of 200 stays below 40 KB and 1 KB a paper', () => {
    const names = ['mixed', 'perfect', 'write-up-001', 'empty'] as const;
    const results = Array.from({ length: 200 }, (_, i) => by(`s-${i}`, fixture(names[i % 4] ?? 'mixed')));
    expect(kilobytes(classHtml({ ...smallClass(), results }))).toBeLessThan(240);
  });
});

it('the font holds every character of the formulas', () => {
  const list = readFileSync('src/report/assets/gradcheck-math.glyphs.txt', 'utf8');
  const spans = [...list.matchAll(/^([0-9A-F]+)(?:-([0-9A-F]+))?/gm)].map(([, from = '', to = from]) =>
    [from, to].map((hex) => Number.parseInt(hex, 16)),
  );
  const has = (code: number): boolean => spans.some(([from = 0, to = 0]) => from <= code && code <= to);
  const slanted: Record<string, number> = { α: 0x1d6fc, σ: 0x1d70e, ω: 0x1d714 };
  const maths = pages.flatMap(([, html]) => [...html.matchAll(/<math>.*?<\/math>/g)].map(([math]) => math));
  const characters = new Set(maths.flatMap((math) => [...math.replace(/<[^>]*>/g, '')]));
  expect(characters.size).toBeGreaterThan(40);
  expect([...characters].filter((c) => !has(slanted[c] ?? c.codePointAt(0) ?? 0))).toEqual([]);
});

describe('a page without the solution', () => {
  const hidden: Result = { ...fixture('write-up-001'), solutionShown: false };
  const html = studentHtml(hidden);

  it('holds no value of the key, even where the record does', () => {
    const values = hidden.problems.flatMap(({ marks }) => marks.map(({ expected }) => expected ?? ''));
    const keys = values.filter((value) => !['0.1928', '0.1556', '1.3680', '-1.4320'].includes(value));
    expect(keys.length).toBeGreaterThan(6);
    expect(keys.filter((value) => html.includes(`>${value}<`))).toEqual([]);
  });

  it('says nothing of a worked solution', () => expect(html).not.toContain('Worked solution'));
  it('still shows what follows from own numbers', () => expect(html).toContain('0.5309, as you have'));
});
