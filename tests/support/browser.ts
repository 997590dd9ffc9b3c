import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env.CHROMIUM ?? ''];

const executablePath = places.find((path) => path !== '' && existsSync(path));

/** Tests of pages are skipped where there is no browser. */
export const noBrowser = executablePath === undefined;

/** A browser that shows nothing, and asks nobody for updates. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath ?? '', args: ['--headless', '--no-sandbox', '--disable-gpu'] });

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What keeps somebody from using the page, by the rules of axe. Our policy lets no foreign script in, so it is evaluated. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const run = 'axe.run(document, { resultTypes: ["violations"], preload: false }).then((found) => found.violations)';
  const violations = (await page.evaluate(run)) as Violation[];
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

export const desk = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } as const;
export const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true } as const;
