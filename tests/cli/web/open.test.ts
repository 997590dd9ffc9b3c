import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, desk, launch, noBrowser } from '../../support/browser.ts';
import { folderWith } from '../../support/folder.ts';
import { gradcheck, paperOf } from '../../support/program.ts';
import { type Served, serve } from '../../support/served.ts';
import { Visitor } from '../../support/visitor.ts';

const patient = { timeout: 30_000 };
const box = (page: Page, field: string, problem = 'backprop-by-hand') => page.locator(`[id="${problem}.${field}"]`);
const answersIn = (folder: string, file = 'answers-csc420-a2.json') =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')).answers;

describe.skipIf(noBrowser)('gradcheck open, in Chromium (skipped where it is not installed)', () => {
  let browser: Browser;
  const running: Served[] = [];
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await Promise.all(running.splice(0).map((served) => served.end('SIGKILL')));
  });
  afterAll(() => browser?.close());

  async function opened(folder: string, args = ['csc420-a2', '--student', 's-1']): Promise<Served> {
    const served = await serve(['open', ...args], folder);
    running.push(served);
    return served;
  }

  async function pageOf(address: string, screen: object = desk): Promise<Page> {
    const context = await browser.newContext(screen);
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('body[data-ready]').waitFor(patient);
    return page;
  }

  const saved = (page: Page) =>
    expect.poll(() => page.locator('#saved').textContent(), patient).toBe('Everything is saved.');

  it('keeps what is typed in the file that check takes, and says how it was read', async () => {
    const folder = folderWith();
    const served = await opened(folder);
    const page = await pageOf(served.address);
    await box(page, 'z1').fill('1,368');
    await box(page, 'dL_dw3').fill('(0.0618)(0.249)(-0.2)(0.1556)(-0.3)\n0.0001');
    await expect.poll(() => page.locator('[id="backprop-by-hand.z1:read"]').textContent(), patient).toContain('1.368');
    await saved(page);
    expect(answersIn(folder)['backprop-by-hand']).toEqual({
      z1: '1,368',
      dL_dw3: ['(0.0618)(0.249)(-0.2)(0.1556)(-0.3)', '0.0001'],
    });
    await page.locator('#docheck').click();
    await expect.poll(() => page.locator('#result').textContent(), patient).toMatch(/right/);
    const { code, out } = await gradcheck(['check', 'answers-csc420-a2.json', '--json'], { cwd: folder });
    expect(code).toBe(1);
    const told = JSON.parse(out).problems[0].counts;
    for (const count of Object.values(told))
      expect(await page.locator('#result').textContent()).toContain(String(count));
    expect(await served.end()).toBe(0);
  });

  it('lets an author try a problem beside a paper that is open in the same browser', async () => {
    const folder = folderWith();
    const [paper, author] = await Promise.all([opened(folder), opened(folderWith(), ['sigmoid-chain'])]);
    const page = await pageOf(paper.address);
    const trial = await page.context().newPage();
    await trial.goto(author.address);
    await trial.locator('body[data-ready]').waitFor(patient);
    await trial.getByRole('link', { name: 'What follows from its working' }).click();
    await expect.poll(() => trial.locator('.eyebrow').textContent(), patient).toContain('as its author sees it');
    expect(await barriers(trial)).toEqual([]);
    await trial.locator('summary').first().press('Enter');
    expect(await trial.locator('details[open] tbody tr').count()).toBeGreaterThan(0);
    await box(page, 'z1').fill('1.368');
    await saved(page);
    expect(answersIn(folder)['backprop-by-hand']).toEqual({ z1: '1.368' });
  });

  it('loses nothing when the connection, the tab and the server die', async () => {
    const folder = folderWith();
    const first = await opened(folder);
    const { port } = new URL(first.address);
    const page = await pageOf(first.address);
    await box(page, 'z1').fill('1.368');
    await saved(page);
    await first.end('SIGKILL');
    await box(page, 'a1').fill('0.2029');
    await expect.poll(() => page.locator('#status').getAttribute('data-state'), patient).toBe('offline');
    const context = page.context();
    await page.close({ runBeforeUnload: false });
    const second = await opened(folder, ['csc420-a2', '--student', 's-1', '--port', port]);
    const again = await context.newPage();
    await again.goto(second.address);
    await expect.poll(() => box(again, 'a1').inputValue(), patient).toBe('0.2029');
    await saved(again);
    expect(answersIn(folder)['backprop-by-hand']).toEqual({ z1: '1.368', a1: '0.2029' });
  });

  it('opens a document that was written, and leaves it as it is', async () => {
    const folder = folderWith();
    await gradcheck(['template', 'csc420-a2', '--student', 's-1', '-o', 'a2.md'], { cwd: folder });
    const text = readFileSync(join(folder, 'a2.md'), 'utf8').replace('\nz1 = ', '\nz1 = 1.368');
    writeFileSync(join(folder, 'a2.md'), text);
    const page = await pageOf((await opened(folder, ['a2.md'])).address);
    expect(await box(page, 'z1').inputValue()).toBe('1.368');
    await box(page, 'a1').fill('0.7971');
    await saved(page);
    expect(answersIn(folder, 'a2.answers.json')['backprop-by-hand']).toEqual({ z1: '1.368', a1: '0.7971' });
    expect(readFileSync(join(folder, 'a2.md'), 'utf8')).toBe(text);
  });
});

describe('gradcheck open, with a result that a course gave back', () => {
  it('shows the feedback, lets a line be tried again from the numbers above it, and keeps nothing', async () => {
    const folder = folderWith({ 'in/s-1.json': paperOf('s-1', { z1: '1.368', a1: '0.2029' }) });
    await gradcheck(['grade', 'in', '-a', 'csc420-a2', '--out', 'out'], { cwd: folder });
    const result = join(folder, 'out/results/s-1.json');
    const before = readFileSync(result, 'utf8');
    const served = await serve(['open', 'out/results/s-1.json'], folder);
    try {
      const student = new Visitor(served.origin);
      expect((await student.ask(served.address)).status).toBe(302);
      expect((await student.ask('/feedback')).body_).toContain('/again/backprop-by-hand/a1');
      expect((await student.ask('/feedback/page')).status).toBe(200);
      const again = '/again/backprop-by-hand/a1';
      const { body_: page } = await student.ask(again);
      expect(page).toContain('1.368');
      const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const tried = async (answer: string) =>
        (await student.ask(again, { method: 'POST', body: new URLSearchParams({ _csrf, answer }) })).body_;
      expect(await tried('0.7971')).toMatch(/id="told"[\s\S]*<b>Right\.<\/b>/);
      expect(await tried('0.2029')).not.toContain('<b>Right.</b>');
      expect(readFileSync(result, 'utf8')).toBe(before);
      expect(existsSync(join(folder, '.gradcheck'))).toBe(false);
    } finally {
      await served.end('SIGKILL');
    }
  });
});

describe('gradcheck open, to whoever asks it', () => {
  it('lets nobody in but by its address, once, and shows a new one in the terminal only', async () => {
    const folder = folderWith();
    const served = await serve(['open', 'csc420-a2', '--student', 's-1'], folder);
    try {
      const ask = (path: string, init: RequestInit = {}) =>
        fetch(served.origin + path, { redirect: 'manual', ...init });
      expect((await ask('/')).status).toBe(401);
      expect((await ask('/paper.json')).status).toBe(401);
      expect((await ask('/in/guess')).status).toBe(403);
      const second = served.printed[1] as string;
      const first = await fetch(served.address, { redirect: 'manual' });
      expect(first.status).toBe(403);
      const third = served.printed.at(-1) as string;
      expect(third).not.toBe(second);
      const entered = await fetch(third, { redirect: 'manual' });
      expect(entered.status).toBe(302);
      const cookie = entered.headers
        .getSetCookie()
        .map((text) => text.split(';')[0])
        .join('; ');
      expect(entered.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Strict/);
      expect((await ask('/paper.json', { headers: { cookie } })).status).toBe(200);
      const forged = { method: 'PUT', headers: { cookie, 'content-type': 'application/json' }, body: '{"changes":[]}' };
      expect((await ask('/answers', forged)).status).toBe(403);
      expect((await fetch(third, { redirect: 'manual' })).status).toBe(403);
    } finally {
      await served.end('SIGKILL');
    }
  });

  it('answers to no other name, and loads nothing from elsewhere', async () => {
    const served = await serve(['open', 'csc420-a2', '--student', 's-1'], folderWith());
    try {
      const { request } = await import('node:http');
      const status = await new Promise((done) => {
        const asked = request(served.origin, { headers: { host: 'evil.example' } }, ({ statusCode }) =>
          done(statusCode),
        );
        asked.end();
      });
      expect(status).toBe(421);
      const policy = (await fetch(served.origin)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|http|\*/);
    } finally {
      await served.end('SIGKILL');
    }
  });

  it('says what is wrong, and leaves nothing behind', async () => {
    const folder = folderWith({ 'broken.json': '{"answers":' });
    const unknown = await gradcheck(['open', 'csc420-a9'], { cwd: folder });
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('csc420-a2') });
    const broken = await gradcheck(['open', 'broken.json'], { cwd: folder });
    expect(broken).toMatchObject({ code: 3, err: expect.stringContaining('broken.json') });
    expect(existsSync(join(folder, '.gradcheck'))).toBe(false);
  });
});
