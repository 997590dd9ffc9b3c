import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type FakePlatform, fakePlatform } from '../../support/platform.ts';
import { freePort } from '../../support/postgres.ts';
import { folderWith, gradcheck } from '../../support/program.ts';
import { type Served, serve } from '../../support/served.ts';
import { Visitor } from '../../support/visitor.ts';

const patient = { timeout: 30_000, interval: 200 };
const claim = 'https://purl.imsglobal.org/spec/lti/claim/';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });

function folderFor(issuer: string): string {
  const platform = {
    issuer,
    clientId: 'gradcheck',
    deployments: ['one'],
    authorization: `${issuer}/authorize`,
    token: `${issuer}/token`,
    keys: `${issuer}/jwks`,
  };
  return folderWith({
    'set/a2.json': readFileSync(resolve('problems/assignments/csc420-a2.json')),
    'set/course.json': JSON.stringify({ staff: ['ana'], roster: 'roster.csv', platform }),
    'set/roster.csv': 'id,name,email\ns-1,Ada,ada@x.edu\ns-2,Bo,bo@x.edu\n',
    'key.pem': own,
  });
}

describe("a course's server that a course system launches by LTI 1.3", () => {
  let platform: FakePlatform;
  let served: Served;
  let folder: string;
  beforeAll(async () => {
    platform = await fakePlatform();
    folder = folderFor(platform.issuer);
    const args = ['serve', '--assignments', 'set', '--port', String(await freePort()), '--jobs', '1'];
    served = await serve(args, folder, { GRADCHECK_LTI_KEY: join(folder, 'key.pem') });
    platform.trust(JSON.parse((await new Visitor(served.origin).ask('/lti/keys')).body_));
  });
  afterAll(async () => {
    platform?.stop();
    await served?.end('SIGKILL');
  });

  /** Comes as far as the course system, which is told what to say and to whom. */
  async function begun(): Promise<{ visitor: Visitor; asked: URLSearchParams }> {
    const visitor = new Visitor(served.origin);
    const query = new URLSearchParams({ iss: platform.issuer, login_hint: '7', lti_message_hint: 'm' });
    const { headers } = await visitor.ask(`/lti/login?${query}`);
    return { visitor, asked: new URL(headers.get('location') ?? '').searchParams };
  }
  const post = (visitor: Visitor, fields: Record<string, string>) =>
    visitor.ask('/lti/launch', { method: 'POST', body: new URLSearchParams(fields) });
  const target = (): string => `${served.origin}/a/csc420-a2/`;

  it('asks as the standard has it', async () => {
    const { asked } = await begun();
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      scope: 'openid',
      client_id: 'gradcheck',
      login_hint: '7',
      lti_message_hint: 'm',
      redirect_uri: `${served.origin}/lti/launch`,
    });
  });

  test.each([
    ['signed by another', {}, 'by another'],
    ['for another tool', { aud: 'other' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['with another nonce', { nonce: 'x'.repeat(43) }],
    ['of an unknown deployment', { [`${claim}deployment_id`]: 'two' }],
    ['of another message', { [`${claim}message_type`]: 'LtiDeepLinkingRequest' }],
    ['of somebody whom the course has not', { email: 'eve@x.edu' }],
    ['of nobody', { email: undefined }],
  ] as const)('lets nobody in by a token %s', async (_, wrong, signed?: 'by another') => {
    const { visitor, asked } = await begun();
    const token = await platform.token(asked.get('nonce') ?? '', target(), wrong, signed);
    expect((await post(visitor, { id_token: token, state: asked.get('state') ?? '' })).status).toBe(403);
    expect((await visitor.ask('/')).status).toBe(401);
  });

  it('lets nobody in who did not begin here, or comes with the state of another, or twice', async () => {
    const { visitor, asked } = await begun();
    const token = await platform.token(asked.get('nonce') ?? '', target());
    const sent = { id_token: token, state: asked.get('state') ?? '' };
    expect((await post(new Visitor(served.origin), sent)).status).toBe(403);
    expect((await post((await begun()).visitor, sent)).status).toBe(403);
    expect((await post(visitor, { ...sent, state: 'other' })).status).toBe(403);
    expect((await post(visitor, sent)).status).toBe(403);
    expect((await visitor.ask(`/lti/login?iss=https://evil.example&login_hint=7`)).status).toBe(400);
  });

  it('leads a student to the assignment, and sends his score when staff say so', async () => {
    const { visitor, asked } = await begun();
    const token = await platform.token(asked.get('nonce') ?? '', target());
    const page = await post(visitor, { id_token: token, state: asked.get('state') ?? '' });
    expect(page.body_).toContain('url=/a/csc420-a2/');
    expect((await visitor.ask('/a/csc420-a2/')).status).toBe(200);
    const change = { id: crypto.randomUUID(), problem: 'backprop-by-hand', field: 'dL_dw3', value: '0.0006', base: 0 };
    await visitor.send('POST', '/a/csc420-a2/hand-in', { changes: [change] });
    const ana = new Visitor(served.origin);
    await ana.enter(served.address);
    const scores = async () => (await ana.ask('/staff/csc420-a2/grades.csv')).body_;
    await expect.poll(scores, patient).toMatch(/^s-1,graded,15,/m);
    await ana.ask('/staff/csc420-a2/course');
    expect((await visitor.send('POST', '/staff/csc420-a2/scores')).status).toBe(403);
    expect((await ana.send('POST', '/staff/csc420-a2/scores')).body_).toContain('1 of 1 scores were sent');
    expect(platform.scores).toMatchObject([
      {
        path: '/items/3/scores?kind=a',
        body: { userId: 'user-7', scoreGiven: 15, scoreMaximum: 55, gradingProgress: 'FullyGraded' },
      },
    ]);
    platform.trust({ keys: [] });
    expect(await ana.send('POST', '/staff/csc420-a2/scores')).toMatchObject({ status: 502 });
    expect(platform.scores).toHaveLength(1);
  });

  it('does not start without a key', async () => {
    const args = ['serve', '--assignments', 'set'];
    const cwd = folderFor('http://127.0.0.1:9');
    const without = await gradcheck(args, { cwd });
    expect(without).toMatchObject({ code: 2, err: expect.stringContaining('GRADCHECK_LTI_KEY') });
    const wrong = await gradcheck(args, { cwd, env: { GRADCHECK_LTI_KEY: 'set/a2.json' } });
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('set/a2.json is not an RSA key') });
  });
});
