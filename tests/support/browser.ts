import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', process.env.CHROMIUM ?? ''];
const executablePath = places.find((path) => path !== '' && existsSync(path));

/** Tests of pages are skipped where there is no browser. */
export const noBrowser = executablePath === undefined;

/** A browser that shows nothing, and asks nobody for updates. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath ?? '', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
