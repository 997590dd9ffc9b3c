import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy } from '../../src/content-policy.ts';
import { formTemplate } from '../../src/documents/templates/form.ts';
import { sharedFiles } from '../../src/report/html/student.ts';
import { verificationHtml } from '../../src/report/html/verification.ts';
import { classHtml, studentHtml } from '../../src/report/index.ts';
import { trainingPage } from '../../src/trainer/page/page.ts';
import { launch, noBrowser } from '../support/browser.ts';
import { folderWith } from '../support/folder.ts';
import { check, hostile, run } from '../support/verification.ts';
import { fixture, smallClass } from './fixtures.ts';

const sheet = {
  assignment: 'a2',
  title: 'Assignment 2',
  student: 's-1',
  questions: [
    { id: 'q', title: 'Q', statement: 'Why?', blanks: [{ name: 'x', words: '', asked: true, isText: false }] },
  ],
};
const pages: Record<string, string> = {
  'a student, alone': studentHtml(fixture('mixed')),
  'a student of a class': studentHtml(fixture('mixed'), '../assets'),
  'an attacker': studentHtml(fixture('hostile')),
  'a class': classHtml(smallClass()),
  'a proof of keys': verificationHtml(run(check(), hostile)),
  'a training task': trainingPage([]),
  'a form': formTemplate(sheet as never),
};

const policyOf = (html: string): string =>
  (/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '').replaceAll('&#39;', "'");
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const inside = (html: string, element: RegExp): string[] =>
  [...html.matchAll(element)].map(([, text = '']) => hash(text));
const sources = (policy: string, name: string): string[] =>
  (policy.split('; ').find((one) => one.startsWith(`${name} `)) ?? '').split(' ').slice(1);

describe.each(Object.entries(pages))('the page of %s', (_, html) => {
  const policy = policyOf(html);

  it('forbids everything but its own styles and scripts, by hash', () => {
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('http');
    const hashes = (name: string) => sources(policy, name).filter((source) => source.startsWith("'sha256-"));
    expect(hashes('style-src')).toEqual(inside(html, /<style>(.*?)<\/style>/gs));
    expect(hashes('script-src')).toEqual(inside(html, /<script>(.*?)<\/script>/gs));
  });

  it('says so before anything that it names, and needs no style or handler in an attribute', () => {
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'));
    const tags = html.replace(/<(style|script)\b.*?<\/\1>/gs, '').match(/<[a-z][^<>]*>/g) ?? [];
    expect(tags.filter((tag) => /\s(style|on[a-z]+)\s*=/i.test(tag.replace(/="[^"]*"/g, '=""')))).toEqual([]);
  });
});

it('names nothing that a page does not need', () => {
  expect(contentPolicy({})).toBe("default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'");
});

/** What a paper would bring in, could it: each would be seen. */
const attack = (port: number): string => `
<script>document.title = 'owned';</script>
<img src="x:" onerror="document.title = 'owned'">
<svg onload="document.title = 'owned'"></svg>
<a id="lure" href="javascript:void(document.title='owned')">x</a>
<img src="http://127.0.0.1:${port}/image"><link rel="stylesheet" href="http://127.0.0.1:${port}/sheet">
<iframe src="http://127.0.0.1:${port}/frame"></iframe><iframe srcdoc="<script>parent.document.title='owned'</script>"></iframe>
<object data="http://127.0.0.1:${port}/object"></object><embed src="http://127.0.0.1:${port}/embed">
<script src="http://127.0.0.1:${port}/script"></script><script type="module">import 'http://127.0.0.1:${port}/module'</script>
<style>body { visibility: hidden } @import 'http://127.0.0.1:${port}/import';</style>
<p style="position: fixed; inset: 0" id="cover">x</p>
<form action="http://127.0.0.1:${port}/form" id="bait"></form>
<base href="http://127.0.0.1:${port}/">`;

/** A busy machine takes its time. */
const patient = { timeout: 40_000 };

describe.skipIf(noBrowser)('opened as files in Chromium (skipped where it is not installed)', () => {
  let browser: Browser;
  let server: Server;
  let folder: string;
  const asked: string[] = [];
  const port = (): number => (server.address() as AddressInfo).port;
  const url = (name: string): string => pathToFileURL(join(folder, name)).href;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const attacked = Object.entries(pages).map(([name, html]) => [
      name,
      html.replace('</body>', `${attack(port())}</body>`),
    ]);
    const files = attacked.flatMap(([name, html]) => [
      [`pages/attacked ${name}.html`, html],
      [`pages/open ${name}.html`, html?.replace(/<meta http-equiv="Content[^>]*>/, '')],
    ]);
    folder = folderWith({
      'index.html': pages['a class'] ?? '',
      'assets/page.css': sharedFiles()['page.css'] ?? '',
      'pages/a.html': pages['a student of a class'] ?? '',
      'pages/alone.html': pages['a student, alone'] ?? '',
      'form.html': pages['a form'] ?? '',
      ...Object.fromEntries(
        smallClass().results.map(({ student }) => [`pages/${student}.html`, pages['a student of a class']]),
      ),
      ...Object.fromEntries(files),
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((done) => server.close(done));
  });

  /** Opens a file; what the browser complains of is collected. */
  async function opened(name: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(url(name));
    return { page, complaints };
  }

  it.each(['pages/a.html', 'pages/alone.html', 'index.html', 'form.html'])('%s lacks nothing', async (name) => {
    const { page, complaints } = await opened(name);
    await page.evaluate('document.fonts.ready.then(() => 0)');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(['pages/a.html', 'pages/alone.html'])('%s has its styles, its font and its bar', async (name) => {
    const { page } = await opened(name);
    const seen = await page.evaluate(`(async () => {
      await document.fonts.load('16px "Gradcheck Math"', '∂');
      const widths = [...document.querySelectorAll('.bar i')].map((part) => part.getBoundingClientRect().width);
      return {
        fonts: [...document.fonts].map(({ family, status }) => family + ' ' + status),
        ink: getComputedStyle(document.body).color,
        bar: widths.length > 0 && widths.every((width) => width > 2),
        unequal: new Set(widths.map(Math.round)).size > 1,
      };
    })()`);
    expect(seen).toEqual({
      fonts: [expect.stringMatching(/^"?Gradcheck Math"? loaded$/)],
      ink: 'rgb(26, 29, 33)',
      bar: true,
      unequal: true,
    });
    await page.close();
  });

  it('the class page filters, draws and shows a paper', async () => {
    const { page, complaints } = await opened('index.html');
    await page.selectOption('#show', 'person');
    await expect.poll(() => page.locator('#rows tr:visible').count(), patient).toBe(4);
    const heights = await page.locator('.hist i').evaluateAll((bars) => bars.map((bar) => bar.clientHeight));
    expect(new Set(heights).size).toBeGreaterThan(1);
    await page.click('#rows a >> nth=0');
    const frame = page.frameLocator('#viewer iframe');
    await expect.poll(() => frame.locator('h1').textContent(), patient).toContain('feedback');
    expect(await frame.locator('body').evaluate('getComputedStyle(document.body).color')).toBe('rgb(26, 29, 33)');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('the form saves its answers', async () => {
    const { page } = await opened('form.html');
    await page.fill('textarea', '7');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('button')]);
    expect(download.suggestedFilename()).toBe('s-1.json');
    await page.close();
  });

  /** What an attacked page did: its title, requests, and whether its styles were taken; `done`: all it could do, it has. */
  async function damage(name: string, done: (complaints: readonly string[]) => boolean): Promise<string[]> {
    asked.length = 0;
    const { page, complaints } = await opened(`pages/${name}.html`);
    await page.evaluate("document.getElementById('lure').click()");
    const seen = await page.evaluate(`({
      hidden: getComputedStyle(document.body).visibility === 'hidden',
      covered: getComputedStyle(document.getElementById('cover')).position === 'fixed',
    })`);
    await page.evaluate("document.getElementById('bait').submit()");
    await expect.poll(() => done(complaints), patient).toBe(true);
    const title = await page.title();
    await page.close();
    const { hidden, covered } = seen as { hidden: boolean; covered: boolean };
    return [
      ...(title === 'owned' ? ['ran'] : []),
      ...(hidden ? ['hid'] : []),
      ...(covered ? ['covered'] : []),
      ...asked,
    ];
  }

  it.each(Object.keys(pages))('what is brought into the page of %s does nothing', async (name) => {
    // Its last act, and so the last that is refused.
    const refused = (complaints: readonly string[]): boolean => complaints.some((text) => text.includes('form-action'));
    expect(await damage(`attacked ${name}`, refused)).toEqual([]);
    // The same without the policy, or this would prove nothing.
    const wanted = ['/image', '/script', '/frame'];
    const met = (): boolean => wanted.every((path) => asked.includes(path));
    expect(await damage(`open ${name}`, met)).toEqual(expect.arrayContaining(['hid', 'covered', ...wanted]));
  });
});
