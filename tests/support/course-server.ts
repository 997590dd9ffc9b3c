import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { folderWith } from './folder.ts';
import { freePort } from './postgres.ts';
import { type Served, serve } from './served.ts';
import { linksIn, Visitor } from './visitor.ts';

/** A course's server with somebody of its staff, and links for its students. */
export interface CourseServer {
  readonly served: Served;
  readonly folder: string;
  readonly ana: Visitor;
  /** A page of somebody who has not been here yet, signed in by his link. */
  signedIn(browser: Browser, student: string, screen: object): Promise<Page>;
  /** A link that signs somebody in, once. */
  link(student: string): Promise<string>;
}

/** Starts one that sets Assignment 2 for students `s-1` to `s-30`, each of whom a case may have for itself. */
export async function courseServer(rules: object, more: Readonly<Record<string, string>> = {}): Promise<CourseServer> {
  const rows = Array.from({ length: 30 }, (_, i) => `s-${i + 1},Student ${i + 1}\n`);
  const folder = folderWith({
    'set/a2.json': readFileSync(resolve('problems/assignments/csc420-a2.json')),
    'set/course.json': JSON.stringify({
      title: 'CSC420',
      staff: ['ana', 'ben'],
      roster: 'roster.csv',
      assignments: rules,
    }),
    'set/roster.csv': `id,name\n${rows.join('')}`,
    ...more,
  });
  const port = String(await freePort());
  const args = ['serve', '--assignments', 'set', '--port', port, '--jobs', '1', '--rate', '3000'];
  const served = await serve(args, folder);
  const ana = new Visitor(served.origin);
  expect(await ana.enter(served.address)).toBe(303);
  const link = async (student: string): Promise<string> => {
    await ana.ask('/');
    return linksIn((await ana.send('POST', '/links')).body_).get(student) ?? '';
  };
  const signedIn = async (browser: Browser, student: string, screen: object): Promise<Page> => {
    const page = await (await browser.newContext(screen)).newPage();
    await page.goto(await link(student));
    await page.locator('button.main').click();
    await page.waitForURL(`${served.origin}/`);
    return page;
  };
  return { served, folder, ana, link, signedIn };
}
