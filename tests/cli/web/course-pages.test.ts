import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { barriers, desk, launch, noBrowser, phone } from '../../support/browser.ts';
import { type CourseServer, courseServer } from '../../support/course-server.ts';
import { gradcheck } from '../../support/program.ts';

const patient = { timeout: 30_000 };
const id = 'csc420-a2';
const tanh = JSON.stringify({ id: 'tanh', title: 'Formulas', problems: [{ problem: 'tanh' }] });
const box = (page: Page, field: string, problem = 'backprop-by-hand') => page.locator(`[id="${problem}.${field}"]`);

/** Goes on from part to part, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by keyboard`);
}

/** An answer that is held back until somebody lets it go. */
function held(): { readonly free: () => void; readonly until: Promise<void> } {
  let free = () => {};
  const until = new Promise<void>((done) => {
    free = done;
  });
  return { free: () => free(), until };
}

// One server for the file; every case has a student of its own.
describe.skipIf(noBrowser)("the pages of a course's server, in Chromium (skipped where it is not installed)", () => {
  let browser: Browser;
  let course: CourseServer;
  let students = 0;
  beforeAll(async () => {
    const rules = { hints: 3, release: '2020-01-01T00:00:00Z' };
    [browser, course] = await Promise.all([
      launch(),
      courseServer({ [id]: rules, tanh: rules }, { 'set/tanh.json': tanh }),
    ]);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await course?.served.end('SIGKILL');
  });

  const student = () => `s-${++students}`;
  const enter = (who: string, screen: object = desk) => course.signedIn(browser, who, screen);

  /** A new student's paper. */
  async function opened(screen: object = desk, of = id): Promise<Page> {
    const page = await enter(student(), screen);
    await visit(page, `/a/${of}/`);
    return page;
  }

  async function visit(page: Page, path: string): Promise<void> {
    await page.goto(course.served.origin + path);
    await page.locator('body[data-ready]').waitFor(patient);
  }

  const answersIn = async (page: Page, of = id) =>
    JSON.parse(await (await page.request.get(`${course.served.origin}/a/${of}/paper.json`)).text()).answers;
  const saved = (page: Page) =>
    expect.poll(() => page.locator('#saved').textContent(), patient).toBe('Everything is saved.');
  const state = (page: Page) => expect.poll(() => page.locator('#status').getAttribute('data-state'), patient);

  describe('a paper', () => {
    it('goes on by itself when the connection is back', async () => {
      const page = await opened();
      await page.context().setOffline(true);
      await box(page, 'z1').fill('1.3');
      await state(page).toBe('offline');
      await box(page, 'z1').fill('1.368');
      await page.context().setOffline(false);
      await saved(page);
      expect(await answersIn(page)).toEqual({ 'backprop-by-hand': { z1: '1.368' } });
      // The server has it, and what it said of it is lost: what is typed then is something else than what was sent.
      const lost = page.waitForEvent('requestfailed', patient);
      await page.route('**/answers', (route) => route.fetch().then(() => route.abort()), { times: 1 });
      await box(page, 'z1').fill('1.4');
      await lost;
      await box(page, 'z1').fill('1.5');
      await expect.poll(async () => (await answersIn(page))['backprop-by-hand'].z1, patient).toBe('1.5');
      await saved(page);
      expect(await page.locator('.conflict:visible').count()).toBe(0);
    });

    it('takes neither the text nor the place from somebody who writes on while it is checked', async () => {
      const page = await opened();
      const { free, until } = held();
      await page.route('**/check', (route) => until.then(() => route.continue()));
      await box(page, 'a1').fill('0.7971');
      await page.locator('#docheck').click();
      await box(page, 'a1').fill('0.2029');
      free();
      await expect.poll(() => page.locator('#left').textContent(), patient).toBe('Checked once.');
      await expect.poll(async () => (await answersIn(page))['backprop-by-hand'].a1, patient).toBe('0.2029');
      expect(await page.evaluate('document.activeElement.id')).toBe('backprop-by-hand.a1');
      expect(await page.locator('.stale').count()).toBeGreaterThan(0);
    });

    it('keeps what was typed before its script had come', async () => {
      const page = await enter(student());
      const { free, until } = held();
      await page.route('**/desk.js', (route) => until.then(() => route.continue()));
      await page.goto(`${course.served.origin}/a/${id}/`, { waitUntil: 'commit' });
      await box(page, 'z1').fill('1.368');
      free();
      await page.locator('body[data-ready]').waitFor(patient);
      await saved(page);
      expect(await answersIn(page)).toEqual({ 'backprop-by-hand': { z1: '1.368' } });
    });

    it('keeps what was typed after the sign-in ended, and sends it after the next', async () => {
      const who = student();
      const page = await enter(who);
      await visit(page, `/a/${id}/`);
      await page.context().clearCookies();
      await box(page, 'z1').fill('1.368');
      await state(page).toBe('refused');
      expect(await page.locator('#saved').textContent()).toContain('Open the link that your course sent you.');
      const link = await course.link(who);
      await page.goto(link);
      await page.locator('button.main').dblclick();
      await page.waitForURL(`${course.served.origin}/`);
      await page.goto(link);
      expect(new URL(page.url()).pathname).toBe('/');
      await visit(page, `/a/${id}/`);
      expect(await box(page, 'z1').inputValue()).toBe('1.368');
      await saved(page);
      expect(await answersIn(page)).toEqual({ 'backprop-by-hand': { z1: '1.368' } });
    });

    it('asks which holds when two pages write different answers', async () => {
      const page = await opened();
      const other = await page.context().newPage();
      await visit(other, `/a/${id}/`);
      await other.evaluate('localStorage.clear()');
      await box(page, 'z1').fill('1.368');
      await saved(page);
      await box(other, 'z1').fill('1.4');
      const conflict = other.locator('.conflict:visible');
      await expect.poll(() => conflict.textContent(), patient).toContain('“1.368”');
      expect(await answersIn(page)).toEqual({ 'backprop-by-hand': { z1: '1.368' } });
      await conflict.getByText('Keep what stands here').click();
      await expect.poll(async () => (await answersIn(page))['backprop-by-hand'].z1, patient).toBe('1.4');
    });

    it('tells with each level no more than check does, and counts', async () => {
      const page = await opened();
      await box(page, 'z1').fill('1,368');
      await box(page, 'a1').fill('0.7971');
      await box(page, 'z3').fill('0.2000');
      await expect
        .poll(() => page.locator('[id="backprop-by-hand.z1:read"]').textContent(), patient)
        .toContain('1.368');
      await page.locator('input[value="2"]').check();
      await page.locator('#docheck').dblclick();
      await expect.poll(() => page.locator('.is-look').count(), patient).toBe(1);
      const shown = await page.locator('#backprop-by-hand .checked').textContent();
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#download').click()]);
      const file = join(course.folder, 'own.json');
      await download.saveAs(file);
      const { out } = await gradcheck(['check', file, '--hints', '2', '--json'], { cwd: course.folder });
      const [{ looks, counts }] = JSON.parse(out).problems;
      expect(shown).toContain(looks[0].says);
      for (const count of Object.values(counts))
        expect(await page.locator('#result').textContent()).toContain(String(count));
      await expect.poll(() => page.locator('#left').textContent(), patient).toBe('Checked once.');
      await box(page, 'z3').fill('0.1238');
      await page.locator('#docheck').click();
      await expect.poll(() => page.locator('#left').textContent(), patient).toBe('Checked 2 times.');
      expect(await page.locator('#attempts tr').count()).toBe(2);
    });

    it('takes answers from every sort of document', async () => {
      const page = await opened();
      const xml = (text: string) =>
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
      const files: Record<string, string | Uint8Array> = {
        'a.json': JSON.stringify({ assignment: id, student: 'x', answers: { 'backprop-by-hand': { z1: '1.31' } } }),
        'a.md': 'z1 = 1.32\n',
        'a.tex': '\\begin{document}\n$z_1 = 1.33$\n\\end{document}\n',
        'a.ipynb': JSON.stringify({ nbformat: 4, cells: [{ cell_type: 'markdown', source: ['z1 = 1.34'] }] }),
        'a.html': '<!doctype html><p>z1 = 1.35</p>',
        'a.docx': zipSync({ 'word/document.xml': new TextEncoder().encode(xml('z1 = 1.36')) }),
      };
      for (const [i, [name, content]] of Object.entries(files).entries()) {
        writeFileSync(join(course.folder, name), content);
        await page.locator('#upload').setInputFiles(join(course.folder, name));
        await expect.poll(() => box(page, 'z1').inputValue(), { ...patient, message: name }).toBe(`1.3${i + 1}`);
        expect(await page.locator('#uploaded').textContent()).toContain(`1 answer was taken from ${name}.`);
      }
      await saved(page);
      expect(await answersIn(page)).toEqual({ 'backprop-by-hand': { z1: '1.36' } });
      writeFileSync(join(course.folder, 'broken.docx'), 'no zip');
      await page.locator('#upload').setInputFiles(join(course.folder, 'broken.docx'));
      await expect.poll(() => page.locator('#uploaded').textContent(), patient).toContain('no zip');
    });

    it('writes what is typed in the maths editor into the box, and reads it', async () => {
      const page = await opened(desk, 'tanh');
      const row = page.locator('.blank[data-field="derivative"]');
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await tabTo(page, '.blank[data-field="derivative"] .editor');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate('document.activeElement.tagName'), patient).toBe('MATH-FIELD');
      await page.keyboard.type('x/2');
      await expect.poll(() => row.locator('textarea').inputValue(), patient).toBe('\\frac{x}{2}');
      await expect.poll(() => row.locator('.readas').textContent(), patient).toContain('read as');
      await saved(page);
      expect(await answersIn(page, 'tanh')).toEqual({ tanh: { derivative: '\\frac{x}{2}' } });
      expect(errors).toEqual([]);
    });

    it('is filled in, checked and handed in by keyboard alone', async () => {
      const page = await enter(student());
      await tabTo(page, 'h2 a');
      await page.keyboard.press('Enter');
      await page.locator('body[data-ready]').waitFor(patient);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await tabTo(page, '[id="backprop-by-hand.z1"]');
      await page.keyboard.type('1.368');
      await tabTo(page, '[id="backprop-by-hand.a1"]');
      await page.keyboard.type('0.2029');
      await tabTo(page, '#docheck');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('#result').textContent(), patient).toMatch(/1 right/);
      await tabTo(page, '#handin');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('#handed').textContent(), patient).toMatch(/^Handed in/);
      const feedback = `${course.served.origin}/a/${id}/feedback`;
      await expect.poll(async () => (await page.goto(feedback))?.status(), patient).toBe(200);
      await tabTo(page, '.again a');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/again/**');
      await tabTo(page, '#answer');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('0.7971');
      await tabTo(page, 'button.main');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('#told').textContent(), patient).toContain('Right');
    });

    it.each([
      { at: 'a desk', screen: desk },
      { at: 'a phone', screen: phone },
    ])('can be read and used by everybody at $at', async ({ screen }) => {
      const page = await opened(screen);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).origin));
      await box(page, 'a1').fill('not a number');
      await page.locator('input[value="1"]').check();
      await page.locator('#docheck').click();
      await expect.poll(() => page.locator('.is-unreadable').count(), patient).toBe(1);
      expect(await barriers(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(new Set(asked)).toEqual(new Set([course.served.origin]));
    });
  });

  describe('the pages of staff', () => {
    /** Somebody of the staff, by the link that the terminal showed him; a paper is marked by then. */
    async function staff(screen: object): Promise<Page> {
      const page = await (await browser.newContext(screen)).newPage();
      await page.context().addCookies(
        course.ana
          .cookie()
          .split('; ')
          .map((text) => {
            const [name = '', value = ''] = text.split('=');
            return { name, value, url: course.served.origin };
          }),
      );
      await page.goto(course.served.origin);
      return page;
    }
    beforeAll(async () => {
      const page = await opened();
      await box(page, 'z1').fill('1.4');
      await box(page, 'dL_dw3').fill('about zero');
      await page.locator('#handin').click();
      const scores = async () => (await course.ana.ask(`/staff/${id}/grades.csv`)).body_;
      await vi.waitUntil(async () => (await scores()).includes('needs-review'), patient);
    });

    it.each([
      { at: 'a desk', screen: desk },
      { at: 'a phone', screen: phone },
    ])(
      'can be read and used by everybody at $at',
      async ({ screen }) => {
        const page = await staff(screen);
        const wide = [];
        for (const path of ['', 'class/', 'course', 'regrade', 'problem/backprop-by-hand']) {
          await page.goto(`${course.served.origin}/staff/${id}/${path}`);
          if (path === '') await page.locator('#now h2').waitFor(patient);
          expect(await barriers(page), path).toEqual([]);
          if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wide.push(path);
        }
        expect(wide).toEqual([]);
      },
      180_000,
    );

    it('are used by keyboard alone', async () => {
      const page = await staff(desk);
      await tabTo(page, 'a[href$="/class"]');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/class/');
      await tabTo(page, '#find');
      await page.keyboard.type('s-');
      await expect.poll(() => page.locator('#count').textContent(), patient).toMatch(/paper/);
      await tabTo(page, '#rows a');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.frameLocator('iframe').locator('h1').textContent(), patient).toContain('feedback');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('#viewer').isVisible(), patient).toBe(false);

      await page.goto(`${course.served.origin}/staff/${id}/course`);
      await tabTo(page, 'a[href$="/problem/backprop-by-hand"]');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/problem/**');
      await tabTo(page, 'summary');
      await page.keyboard.press('Enter');
      expect(await page.locator('details[open] tbody tr').count()).toBeGreaterThan(0);

      await page.goto(`${course.served.origin}/staff/${id}/course`);
      await tabTo(page, 'a[href$="/export/jsonl"]');
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(readFileSync(await download.path(), 'utf8')).toContain('about zero');
      await tabTo(page, 'a[href$="/regrade"]');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/regrade');
      await tabTo(page, 'main button');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('main').textContent(), patient).toContain('Nothing was accepted since');
    });
  });
});
