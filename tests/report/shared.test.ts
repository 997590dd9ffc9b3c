import { expect, it } from 'vitest';
import { sharedFiles, studentHtml } from '../../src/report/index.ts';
import { smallClass } from './fixtures.ts';

const [result] = smallClass().results;
if (!result) throw new Error('the class is empty');

it('pages of a class share their stylesheet, and differ in nothing else from those that hold it', () => {
  const [whole, shared] = [studentHtml(result), studentHtml(result, '../assets')];
  const body = (page: string): string => page.slice(page.indexOf('<body>'));
  expect(body(shared)).toBe(body(whole));
  expect(shared).toContain('<link rel="stylesheet" href="../assets/page.css">');
  expect(whole).not.toContain('rel="stylesheet"');
  const sheet = /<style>(.*?)<\/style>/s.exec(whole)?.[1] ?? '';
  expect(sheet.length).toBeGreaterThan(10_000);
  expect(sharedFiles()['page.css']).toContain(sheet);
});

it('the shared stylesheet takes back every rule of a page without it', () => {
  const selectors = (css: string): string[] =>
    [...css.matchAll(/([^{}]+)\{[^{}]*\}/g)].flatMap(([, list = '']) => list.split(',').map((one) => one.trim()));
  const alone = /<style>@layer alone \{(.*)\}<\/style>/s.exec(studentHtml(result, '../assets'))?.[1] ?? '';
  const back = /@layer alone \{(.*?\})\s*\}/s.exec(sharedFiles()['page.css'] ?? '')?.[1] ?? '';
  expect(selectors(alone).length).toBeGreaterThan(5);
  expect(selectors(back).sort()).toEqual(selectors(alone).sort());
});
