import { createServer } from 'node:http';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';

/** A score that was sent. */
interface Sent {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A course system that launches assignments by LTI 1.3 and takes scores. */
export interface FakePlatform {
  readonly issuer: string;
  readonly scores: Sent[];
  /** By which it knows the tool, once the tool runs. */
  trust(keys: JSONWebKeySet): void;
  /** What it posts of somebody; `wrong` is done wrong. */
  token(nonce: string, target: string, wrong?: object, signed?: 'by another'): Promise<string>;
  stop(): void;
}

const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
const ags = 'https://purl.imsglobal.org/spec/lti-ags/';

/** Starts one for the tool `gradcheck` and the deployment `one`. */
export async function fakePlatform(): Promise<FakePlatform> {
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const shown = { ...(await exportJWK(own.publicKey)), kid: 'p', alg: 'RS256', use: 'sig' };
  const scores: Sent[] = [];
  let trusted: JSONWebKeySet = { keys: [] };

  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    const path = request.url ?? '/';
    const answer = async (): Promise<[number, object]> => {
      if (path === '/jwks') return [200, { keys: [shown] }];
      if (path === '/token') return [200, await leave(new URLSearchParams(text))];
      if (request.headers.authorization !== 'Bearer leave') return [401, {}];
      scores.push({ path, body: JSON.parse(text) });
      return [200, {}];
    };
    const [status, value] = await answer().catch((): [number, object] => [400, { error: 'invalid_client' }]);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;

  /** Who asks shows by his key that he is the tool. */
  async function leave(asked: URLSearchParams): Promise<object> {
    const said = { issuer: 'gradcheck', subject: 'gradcheck', audience: `${issuer}/token` };
    await jwtVerify(asked.get('client_assertion') ?? '', createLocalJWKSet(trusted), said);
    return { access_token: 'leave', token_type: 'bearer', expires_in: 60, scope: asked.get('scope') };
  }

  return {
    issuer,
    scores,
    trust: (keys) => {
      trusted = keys;
    },
    token: (nonce, target, wrong = {}, signed) =>
      new SignJWT({
        iss: issuer,
        aud: 'gradcheck',
        sub: 'user-7',
        nonce,
        email: 'ada@x.edu',
        [`${lti}message_type`]: 'LtiResourceLinkRequest',
        [`${lti}version`]: '1.3.0',
        [`${lti}deployment_id`]: 'one',
        [`${lti}target_link_uri`]: target,
        [`${ags}claim/endpoint`]: { scope: [`${ags}scope/score`], lineitem: `${issuer}/items/3?kind=a` },
        ...wrong,
      })
        .setProtectedHeader({ alg: 'RS256', kid: 'p' })
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(signed ? other.privateKey : own.privateKey),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
