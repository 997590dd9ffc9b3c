import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { barriers, desk, launch, noBrowser, phone } from '../../support/browser.ts';
import { folderWith, gradcheck, paperOf } from '../../support/program.ts';
import { type Served, serve } from '../../support/served.ts';

const patient = { timeout: 30_000 };
const entriesIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'adjustments/csc420-a2.json'), 'utf8')).entries as Record<string, string>[];

/** Three papers that cannot be read in the same way, two with the same wrong number, one with a name that is no field. */
const papers = {
  's-1': { dL_dw3: 'about zero' },
  's-2': { dL_dw3: 'about zero' },
  's-3': { dL_dw3: 'about zero' },
  's-4': { z1: '7.77', dL_dw3: '0.0006' },
  's-5': { z1: '7.77', dL_dw3: '0.0006' },
  's-6': { dLdw3: '0.0006' },
};

const grade = (cwd: string) => gradcheck(['grade', 'in', '-a', 'csc420-a2', '--out', 'out'], { cwd });

// Two people decide over one report, each with a server for the file; a case begins without decisions.
describe.skipIf(noBrowser)('gradcheck review, in Chromium (skipped where it is not installed)', () => {
  let browser: Browser;
  let folder: string;
  const servers = new Map<string, Served>();
  beforeAll(async () => {
    const files = Object.entries(papers).map(([student, fields]) => [`in/${student}.json`, paperOf(student, fields)]);
    folder = folderWith(Object.fromEntries(files));
    [browser] = await Promise.all([launch(), grade(folder)]);
    for (const by of ['ana', 'ben']) servers.set(by, await serve(['review', 'out', '--by', by], folder));
  });
  beforeEach(() => rmSync(join(folder, 'adjustments'), { recursive: true, force: true }));
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([...servers.values()].map((served) => served.end('SIGKILL')));
  });

  /** A page of one of the two, in a browser of his own. */
  async function reviewed(by: string, screen: object = desk): Promise<Page> {
    const { origin, printed } = servers.get(by) as Served;
    const page = await (await browser.newContext(screen)).newPage();
    const before = printed.length;
    // Whoever comes by no address that holds makes the terminal show a new one.
    await fetch(`${origin}/in/none`);
    await expect.poll(() => printed.length, patient).toBeGreaterThan(before);
    await page.goto(printed.at(-1) ?? '');
    await page.locator('body[data-ready]').waitFor(patient);
    await page.locator('#now h2').waitFor(patient);
    return page;
  }

  const said = (page: Page) => page.locator('#said').textContent();
  const go = async (page: Page, title: string) => {
    await page.locator('.group', { hasText: title }).first().click();
    await expect.poll(() => page.locator('#now h2').textContent(), patient).toContain(title.split(' = ').at(-1));
  };

  it('decides about equal answers at once, by keyboard, and grade puts it to the papers', async () => {
    const page = await reviewed('ana');
    await go(page, 'dL_dw3 = about zero');
    expect(await page.locator('.group', { hasText: 'about zero' }).textContent()).toContain('3 papers');
    await page.keyboard.press('w');
    await page.keyboard.type('Said in words.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await expect.poll(() => said(page), patient).toBe('3 decisions are written.');
    expect(entriesIn(folder)).toMatchObject(
      ['s-1', 's-2', 's-3'].map((student) => ({
        kind: 'points',
        student,
        problem: 'backprop-by-hand',
        field: 'dL_dw3',
        points: '15',
        by: 'ana',
        why: 'Said in words.',
        machine: { points: '0', verdict: 'unreadable', given: 'about zero' },
      })),
    );
    await grade(folder);
    const result = JSON.parse(readFileSync(join(folder, 'out/results/s-1.json'), 'utf8'));
    expect(result.problems[0].score).toBe('15');
  });

  it('keeps what is being written where its own group is chosen once more', async () => {
    const page = await reviewed('ana');
    await go(page, 'dL_dw3 = about zero');
    await page.locator('#why').fill('Said in words.');
    await page.locator('.members input[value="s-2"]').uncheck();
    await page.locator('.group', { hasText: 'about zero' }).click();
    await page.waitForLoadState('networkidle');
    await go(page, 'dLdw3');
    await go(page, 'dL_dw3 = about zero');
    expect(await page.locator('#why').inputValue()).toBe('Said in words.');
    await page.locator('#why').press('Escape');
    await page.keyboard.press('s');
    await expect.poll(() => said(page), patient).toBe('2 decisions are written.');
    expect(entriesIn(folder).map(({ student }) => student)).toEqual(['s-1', 's-3']);
  });

  it('finds groups by words, of all that the server has', async () => {
    const page = await reviewed('ana');
    await page.selectOption('#show', 'lost');
    await expect.poll(() => page.locator('#now h2').textContent(), patient).toContain('7.77');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('dl_dw3 nothing');
    await expect.poll(() => page.locator('#empty').isVisible(), patient).toBe(true);
    await page.keyboard.press('a');
    await page.locator('#find').fill('Z1 7.7');
    await expect.poll(() => page.locator('.group').count(), patient).toBe(1);
    expect(await page.locator('#rest').isVisible()).toBe(false);
    await page.locator('#find').press('Escape');
    await page.keyboard.press('s');
    await expect.poll(() => said(page), patient).toBe('2 decisions are written.');
  });

  it('takes a decision back', async () => {
    const page = await reviewed('ana');
    await go(page, 'dL_dw3 = about zero');
    let answer = () => {};
    const held = new Promise<void>((free) => {
      answer = free;
    });
    await page.route('**/decide', (route) => held.then(() => route.continue()));
    await page.keyboard.press('s');
    await page.keyboard.press('s');
    answer();
    await expect.poll(() => said(page), patient).toBe('3 decisions are written.');
    expect(entriesIn(folder)).toHaveLength(3);
    await page.keyboard.press('u');
    await expect.poll(() => said(page), patient).toBe('3 decisions were taken back.');
    expect(entriesIn(folder)).toEqual([]);
  });

  it('loses no decision of two who decide at once', async () => {
    const [ana, ben] = [await reviewed('ana'), await reviewed('ben')];
    for (const page of [ana, ben]) await go(page, 'dL_dw3 = about zero');
    await ben.locator('.members input[value="s-3"]').uncheck();
    await ben.locator('.members input[value="s-2"]').uncheck();
    await ben.locator('#points').fill('4');
    await ben.locator('#points').press('Enter');
    await expect.poll(() => said(ben), patient).toBe('Say why; the student reads it.');
    await ben.locator('#why').fill('Half of it.');
    await ben.locator('#points').press('Enter');
    await expect.poll(() => said(ben), patient).toBe('1 decision is written.');
    await ana.keyboard.press('a');
    await expect.poll(() => said(ana), patient).toContain('s-1: 4 points by ben');
    const standing = () =>
      Object.fromEntries(entriesIn(folder).map(({ student, by, points }) => [student, `${by} ${points}`]));
    expect(standing()).toEqual({ 's-1': 'ben 4', 's-2': 'ana 15', 's-3': 'ana 15' });
    await ana.getByText('Overrule').click();
    await expect.poll(() => standing()['s-1'], patient).toBe('ana 15');
    expect(entriesIn(folder).filter(({ student }) => student === 's-1')).toHaveLength(2);
  });

  it('confirms a name that is no field, and says whom it touches', async () => {
    const page = await reviewed('ana');
    await go(page, 'dLdw3');
    expect(await page.locator('#now summary').textContent()).toContain('1 paper is touched');
    await page.selectOption('#field', 'dL_dw3');
    await page.locator('#now').focus();
    await page.keyboard.press('a');
    await expect.poll(() => said(page), patient).toBe('1 decision is written.');
    expect(entriesIn(folder)).toMatchObject([
      { kind: 'name', problem: 'backprop-by-hand', name: 'dLdw3', field: 'dL_dw3' },
    ]);
    await grade(folder);
    const result = JSON.parse(readFileSync(join(folder, 'out/results/s-6.json'), 'utf8'));
    expect(result.problems[0].score).toBe('15');
  });

  it.each([
    { at: 'a desk', screen: desk },
    { at: 'a phone', screen: phone },
  ])('can be read and used by everybody at $at', async ({ screen }) => {
    const page = await reviewed('ana', screen);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.selectOption('#show', 'lost');
    await go(page, 'z1 = 7.77');
    expect(await barriers(page)).toEqual([]);
    const [shown] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('.members a').first().click(),
    ]);
    await shown.waitForLoadState();
    expect(await shown.locator('h1').textContent()).toContain('feedback');
  });
});
