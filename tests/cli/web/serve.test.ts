import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers, desk, launch, noBrowser, phone } from '../../support/browser.ts';
import { type Identity, identity } from '../../support/identity.ts';
import { freePort, noPostgres, type Postgres, postgres } from '../../support/postgres.ts';
import { folderWith, gradcheck } from '../../support/program.ts';
import { type Served, serve } from '../../support/served.ts';
import { linksIn, Visitor } from '../../support/visitor.ts';

const patient = { timeout: 30_000, interval: 200 };
const roster = 'id,name,email\ns-1,Ada,ada@x.edu\ns-2,=cmd(),b@x.edu\n';
const course = {
  title: 'CSC420',
  staff: ['ana'],
  roster: 'roster.csv',
  assignments: { 'csc420-a2': { hints: 2, checks: 3 } },
};

function courseFolder(rules: object = {}): string {
  const own = { ...course, assignments: { 'csc420-a2': { hints: 2, checks: 3, ...rules } } };
  return folderWith({
    'set/a2.json': readFileSync(resolve('problems/assignments/csc420-a2.json')),
    'set/course.json': JSON.stringify(own),
    'set/roster.csv': roster,
  });
}

const changeOf = (field: string, value: unknown, problem = 'backprop-by-hand') => ({
  id: crypto.randomUUID(),
  problem,
  field,
  value,
  base: 0,
});

/** The values of the key that are in no question: what no student may read anywhere. */
async function secrets(folder: string): Promise<string[]> {
  writeFileSync(join(folder, 'blank.json'), JSON.stringify({ assignment: 'csc420-a2', student: 'x', answers: {} }));
  await gradcheck(['grade', 'blank.json', '-a', 'csc420-a2', '--out', 'key'], { cwd: folder });
  const { problems } = JSON.parse(readFileSync(join(folder, 'key/results/x.json'), 'utf8'));
  const solved = await gradcheck(['solve', 'backprop-by-hand', '--json'], { cwd: folder });
  const values = [
    ...JSON.stringify(problems).matchAll(/"expected":"([^"]+)"/g),
    ...solved.out.matchAll(/"(-?\d+\.\d{4})"/g),
  ];
  return [...new Set(values.map(([, value = '']) => value.replace('-', '')))].filter((value) =>
    /\d{4}|\d\.\d{3}/.test(value),
  );
}

function serves(name: string, storeOf: () => string[], skip: boolean) {
  describe.skipIf(skip)(`gradcheck serve with its store in ${name}`, () => {
    let folder: string;
    let served: Served;
    let port: number;
    let ana: Visitor;
    let link: (student: string) => Promise<string>;
    const start = async (): Promise<void> => {
      const args = ['serve', '--assignments', 'set', '--port', String(port), '--jobs', '1', ...storeOf()];
      served = await serve(args, folder);
    };
    const staff = async (): Promise<Visitor> => {
      ana = new Visitor(served.origin);
      expect(await ana.enter(served.address)).toBe(303);
      await ana.ask('/');
      return ana;
    };
    beforeAll(async () => {
      folder = courseFolder();
      port = await freePort();
      await start();
      await staff();
      const { body_: csv } = await ana.send('POST', '/links');
      expect(csv).toContain(`,'=cmd(),`);
      link = async (student) => linksIn(csv).get(student) ?? '';
    });
    afterAll(() => served?.end('SIGKILL'));

    it('lets each link in once, and one device at a time', async () => {
      const first = new Visitor(served.origin);
      expect((await first.ask('/')).status).toBe(401);
      expect(await first.enter(await link('s-2'))).toBe(303);
      expect((await first.ask('/a/csc420-a2/')).status).toBe(200);
      const thief = new Visitor(served.origin);
      expect(await thief.enter(await link('s-2'))).toBe(403);
      expect(await thief.enter(`${(await link('s-2')).slice(0, -4)}AAAA`)).toBe(403);
      for (const path of [
        '',
        'queue',
        'papers.csv',
        'class/',
        'course',
        'regrade',
        'export/jsonl',
        'problem/backprop-by-hand',
      ])
        expect((await first.ask(`/staff/csc420-a2/${path}`)).status).toBe(403);
      expect((await first.send('POST', '/links')).status).toBe(403);
    });

    it('lets a student fill in, check as often as the course allows, and hand in; and tells no digit of the key', async () => {
      const ada = new Visitor(served.origin);
      await ada.enter(await link('s-1'));
      const { body_: page } = await ada.ask('/a/csc420-a2/');
      expect(page).toContain('Question 2');
      const base = '/a/csc420-a2';
      const wrong = [
        changeOf('z1', '1.4'),
        changeOf('a1', '0.2'),
        changeOf('dL_dw3', '0.5'),
        changeOf('total', '61700', 'lenet-parameters'),
      ];
      expect((await ada.send('PUT', `${base}/answers`, { changes: wrong })).status).toBe(200);
      const answers = { z1: '1.4', a1: 'x1*w1+', dL_dw3: '0.5' };
      expect((await ada.send('POST', `${base}/read`, { problem: 'backprop-by-hand', answers })).status).toBe(200);
      for (const hints of [0, 1, 2])
        expect((await ada.send('POST', `${base}/check`, { changes: [], hints })).status).toBe(200);
      const last = await ada.send('POST', `${base}/check`, { changes: [changeOf('z2', '1')], hints: 2 });
      expect(last).toMatchObject({ status: 422, body_: expect.stringContaining('All 3 checks') });
      expect((await ada.send('POST', `${base}/check`, { changes: [], hints: 3 })).status).toBe(422);
      expect(JSON.parse((await ada.send('POST', `${base}/hand-in`, { changes: [] })).body_).says).toMatch(
        /^Handed in at/,
      );
      for (const path of [
        '/',
        `${base}/`,
        `${base}/state`,
        `${base}/paper.json`,
        `${base}/feedback`,
        `${base}/feedback/page`,
        `${base}/again/backprop-by-hand/z1`,
      ])
        await ada.ask(path);
      const told = ada.seen.join('\n');
      const key = await secrets(folder);
      expect(key.length).toBeGreaterThan(10);
      expect(key.filter((value) => told.includes(value))).toEqual([]);
    });

    it('keeps everything over a kill and a restart, and marks what was handed in', async () => {
      await served.end('SIGKILL');
      await start();
      await staff();
      const score = async () =>
        /^s-1,([^,]+),3,([^,]*)/m.exec((await ana.ask('/staff/csc420-a2/papers.csv')).body_)?.[2];
      await expect.poll(score, patient).toMatch(/^\d/);
      const { groups } = JSON.parse((await ana.ask('/staff/csc420-a2/queue?show=lost')).body_);
      const group = groups.find(({ title }: { title: string }) => title === 'z1 = 1.4');
      const decision = { group: group.id, action: 'points', points: '0', text: 'No.', students: ['s-1'], known: {} };
      expect((await ana.send('POST', '/staff/csc420-a2/decide', decision)).status).toBe(200);
      expect(JSON.parse((await ana.ask('/staff/csc420-a2/queue')).body_).decisions).toBe(1);
    });

    it('shows whom an accepted name touches before it counts, and gives the results to others', async () => {
      const below = '/staff/csc420-a2';
      const bob = new Visitor(served.origin);
      const { body_: csv } = await ana.send('POST', '/links');
      await bob.enter(linksIn(csv).get('s-2') ?? '');
      await bob.ask('/a/csc420-a2/');
      await bob.send('POST', '/a/csc420-a2/hand-in', { changes: [changeOf('dLdw3', '0.0006')] });
      const scores = async () => (await ana.ask(`${below}/grades.csv`)).body_;
      await expect.poll(scores, patient).toMatch(/^s-2,needs-review,0,/m);
      const { groups } = JSON.parse((await ana.ask(`${below}/queue`)).body_);
      const group = groups.find(({ kind }: { kind: string }) => kind === 'name').id;
      const decision = { group, action: 'name', field: 'dL_dw3', text: '', students: ['s-2'], known: {} };
      expect((await ana.send('POST', `${below}/decide`, decision)).status).toBe(200);
      const page = async () => (await ana.ask(`${below}/regrade`)).body_;
      await page();
      expect((await ana.send('POST', `${below}/regrade`)).status).toBe(303);
      await expect.poll(page, patient).toMatch(/1 of 2 papers would change.*s-2/s);
      expect(await scores()).toMatch(/^s-2,needs-review,0,/m);
      await page();
      expect((await ana.send('POST', `${below}/regrade/apply`)).status).toBe(303);
      expect(await scores()).toMatch(/^s-2,graded,15,/m);
      const exported = await ana.ask(`${below}/export/jsonl`);
      expect(exported.headers.get('content-disposition')).toContain('csc420-a2-marks.jsonl');
      expect(
        exported.body_
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).student),
      ).toContain('s-2');
      expect((await ana.ask(`${below}/export/none`)).status).toBe(404);
    });
  });
}

serves('files', () => [], false);
let server: Postgres | undefined;
beforeAll(async () => {
  if (!noPostgres) server = await postgres();
});
afterAll(() => server?.stop());
serves('PostgreSQL (skipped where it is not installed)', () => ['--store', server?.url ?? ''], noPostgres);

describe('gradcheck serve', () => {
  it('says what is wrong with a course', async () => {
    const folder = courseFolder();
    const wrong = { assignments: { 'csc420-a3': {} } };
    writeFileSync(join(folder, 'set/course.json'), JSON.stringify(wrong));
    const ended = await gradcheck(['serve', '--assignments', 'set'], { cwd: folder });
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining('"csc420-a3"') });
    writeFileSync(join(folder, 'set/course.json'), '{ "assignments": { "csc420-a2": { "due": "tomorrow" } } }');
    const late = await gradcheck(['serve', '--assignments', 'set'], { cwd: folder });
    expect(late).toMatchObject({ code: 2, err: expect.stringMatching(/course\.json:1:\d+.*2026-10-01T23:59:00/s) });
  });

  it.skipIf(noBrowser)(
    'signs in by the provider of the course, and shows everybody his own pages',
    async () => {
      const provider = await identity('gradcheck');
      const folder = courseFolder({ release: '2020-01-01T00:00:00Z' });
      const signIn = { issuer: provider.issuer, clientId: 'gradcheck' };
      const { assignments } = JSON.parse(readFileSync(join(folder, 'set/course.json'), 'utf8'));
      writeFileSync(join(folder, 'set/course.json'), JSON.stringify({ ...course, assignments, signIn }));
      const port = await freePort();
      const served = await serve(['serve', '--assignments', 'set', '--port', String(port), '--jobs', '1'], folder);
      const browser = await launch();
      const enter = async (person: Identity['person'], screen: object) => {
        provider.person = person;
        const page = await (await browser.newContext(screen)).newPage();
        await page.goto(`${served.origin}/sign-in`);
        return page;
      };
      try {
        for (const wrong of ['nonce', 'audience', 'signature'] as const) {
          const page = await enter({ claims: { email: 'ada@x.edu' }, wrong }, desk);
          expect(await page.locator('h1').textContent(), wrong).toBe('You were not signed in');
          expect((await page.request.get(served.origin)).status()).toBe(401);
        }
        for (const claims of [{ email: 'eve@x.edu' }, { email: 'ada@x.edu', email_verified: false }, {}]) {
          const page = await enter({ claims }, desk);
          expect(await page.locator('h1').textContent()).toBe('You are not on the list of this course');
        }
        const page = await enter({ claims: { email: 'Ada@x.edu', email_verified: true } }, phone);
        await page.waitForURL(`${served.origin}/`);
        expect(await barriers(page)).toEqual([]);
        await page.locator('h2 a').click();
        await page.locator('body[data-ready]').waitFor();
        await page.locator('[id="backprop-by-hand.z1"]').fill('1.368');
        await page.locator('[id="backprop-by-hand.a1"]').fill('0.2029');
        await expect.poll(() => page.locator('#saved').textContent(), patient).toBe('Everything is saved.');
        await page.locator('#handin').click();
        await expect.poll(() => page.locator('#handed').textContent(), patient).toMatch(/^Handed in/);
        const feedback = new URL('/a/csc420-a2/feedback', served.origin).href;
        await expect.poll(async () => (await page.goto(feedback))?.status(), patient).toBe(200);
        expect(await barriers(page)).toEqual([]);
        await page.locator('.again a').first().click();
        expect(await page.locator('.val').textContent()).toContain('1.368');
        await page.locator('#answer').fill('0.7971');
        await page.locator('button.main').click();
        await expect.poll(() => page.locator('#told').textContent(), patient).toContain('Right');
        expect(await barriers(page)).toEqual([]);
        const errors: string[] = [];
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        await page.goto(`${feedback}/page`);
        expect(await page.locator('h1').textContent()).toContain('feedback');
        expect(errors).toEqual([]);

        const staff = await enter({ claims: { email: 'ana' } }, desk);
        await staff.waitForURL(`${served.origin}/`);
        const below = `${served.origin}/staff/csc420-a2`;
        for (const path of ['/', '/course', '/problem/backprop-by-hand', '/regrade'])
          expect((await page.request.get(below + path)).status(), path).toBe(403);
        await staff.goto(`${below}/class/`);
        expect(await staff.locator('h1').textContent()).toContain('Assignment 2');
        await staff.locator('a[href="pages/s-1.html"]').first().click();
        await expect
          .poll(() => staff.frameLocator('iframe').locator('h1').textContent(), patient)
          .toContain('feedback');
        await staff.goto(`${below}/problem/backprop-by-hand`);
        expect(await staff.locator('main').textContent()).toContain('The sign of the product');
      } finally {
        await browser.close();
        await served.end('SIGKILL');
        provider.stop();
      }
    },
    180_000,
  );
});
