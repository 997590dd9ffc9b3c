import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../../problems/index.ts';
import { formTemplate } from '../../src/documents/templates/form.ts';
import { sheetOf } from '../../src/documents/templates/sheet.ts';
import { loadAssignment } from '../../src/marking/assignment.ts';
import { readSubmission } from '../../src/records/submission.ts';
import { verificationHtml } from '../../src/report/html/verification.ts';
import { classHtml, studentHtml } from '../../src/report/index.ts';
import { trainingPage } from '../../src/trainer/page/page.ts';
import { markdown } from '../../src/web/pages/markdown.ts';
import { barriers, launch, noBrowser } from '../support/browser.ts';
import { record } from '../support/training-record.ts';
import { hostile as attack, check, run } from '../support/verification.ts';
import { fixture, smallClass } from './fixtures.ts';

const [mixed, hostile] = [studentHtml(fixture('mixed')), studentHtml(fixture('hostile'))];
const form = formTemplate(
  sheetOf(
    loadAssignment({ id: 'a', title: 'A', problems: [{ problem: 'lenet-parameters' }] }, problems),
    's-1',
    () => 'Count `C1 = 5*5*6 + 6`.',
  ),
  (statement) => markdown(statement).toString(),
);
const aClass = classHtml(smallClass());
const keys = verificationHtml(run(check(), attack, check({ status: 'passed', suite: 'chain', says: '5 lines' })));
const training = trainingPage([record, { ...record, run: 'rate-0.0001-constant' }], { reported: [0.97] });
const desk = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } as const;
const phone = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' } as const;

describe.skipIf(noBrowser)('in Chromium (skipped where it is not installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it.each([
    { of: 'a student at a desk', html: mixed, screen: desk },
    { of: 'an attacker on a phone', html: hostile, screen: phone },
    { of: 'a class on a phone', html: aClass, screen: phone },
    { of: 'a proof of keys on a phone', html: keys, screen: phone },
    { of: 'a form on a phone', html: form, screen: phone },
    { of: 'training at a desk', html: training, screen: desk },
    { of: 'training on a phone', html: training, screen: phone },
  ])('the page of $of can be read by everybody', async ({ html, screen }) => {
    const page = await browser.newPage(screen);
    await page.setContent(html);
    await page.evaluate('document.querySelectorAll("details").forEach((fold) => { fold.open = true; })');
    const found = await barriers(page);
    await page.close();
    expect(found).toEqual([]);
  });

  it('no page asks anybody, opens a dialog or is wider than a small phone', async () => {
    const asked: string[] = [];
    // A page of its own for each: what one document forbids stays forbidden in it.
    for (const html of [mixed, hostile, aClass, keys, training, form, studentHtml(fixture('write-up-001'))]) {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      page.on('request', (request) => asked.push(request.url()));
      page.on('dialog', (dialog) => asked.push(dialog.message()));
      await page.setContent(html);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      await page.close();
    }
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
  });

  it('a form that is filled in saves the paper that was filled in', async () => {
    const page = await browser.newPage();
    await page.setContent(form);
    await page.fill('[data-field=C1]', '5*5*6 + 6\n= 156');
    await page.fill('[data-field=total]', ' 61,706 ');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('button')]);
    const [name, saved] = [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
    await page.close();
    const answers = { 'lenet-parameters': { C1: ['5*5*6 + 6', '= 156'], total: '61,706' } };
    expect([name, readSubmission(saved, name)]).toMatchObject([
      's-1.json',
      { ok: true, submission: { student: 's-1', answers } },
    ]);
  });

  it('finds, filters and sorts the students of a class', async () => {
    const page = await browser.newPage();
    await page.setContent(aClass);
    // A click or a choice changes the list later: what is shown is waited for.
    const shows = (expected: unknown) =>
      expect.poll(() => page.locator('#rows tr:visible th').allInnerTexts(), { timeout: 30_000 }).toEqual(expected);
    const everybody = [2, 3, 4, 5, 6, 7, 8].map((n) => `s-00${n}`);
    await shows(everybody);
    await page.fill('#find', 'S-00');
    await page.selectOption('#show', 'person');
    await shows(['s-004', 's-005', 's-006', 's-007']);
    await page.selectOption('#show', '');
    await shows(everybody);
    await page.click('th button >> text=Points');
    await shows([expect.stringMatching(/s-00[56]/), ...Array(6).fill(expect.any(String))]);
    await page.click('.slips a >> nth=0');
    await shows(['s-004', 's-007']);
    await page.close();
  });
});
