import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A provider of OpenID Connect that asks for no password. */
export interface Identity {
  readonly issuer: string;
  /** What it says of whoever comes next, and what it does wrong. */
  person: { readonly claims: object; readonly wrong?: 'nonce' | 'audience' | 'signature' };
  stop(): void;
}

/** Starts one for a single client. */
export async function identity(clientId: string): Promise<Identity> {
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const key = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, { readonly nonce: string; readonly challenge: string }>();
  const found = { person: { claims: {} } as Identity['person'] };

  const token = async (body: URLSearchParams): Promise<object> => {
    const code = codes.get(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || code.challenge !== challenge) return { error: 'invalid_grant' };
    codes.delete(body.get('code') ?? '');
    const { claims, wrong } = found.person;
    const id = await new SignJWT({ ...claims, nonce: wrong === 'nonce' ? 'another' : code.nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(wrong === 'audience' ? 'another' : clientId)
      .setSubject('1')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(wrong === 'signature' ? other.privateKey : own.privateKey);
    return { access_token: 'none', token_type: 'bearer', id_token: id, expires_in: 300 };
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      const said = (name: string): string => url.searchParams.get(name) ?? '';
      codes.set(code, { nonce: said('nonce'), challenge: said('code_challenge') });
      const back = `${said('redirect_uri')}?code=${code}&state=${said('state')}`;
      return response.writeHead(302, { location: back }).end();
    }
    const answer =
      url.pathname === '/token'
        ? await token(new URLSearchParams(await textOf(request)))
        : url.pathname === '/jwks'
          ? { keys: [key] }
          : about(issuer);
    const status = 'error' in answer ? 400 : 200;
    return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return Object.assign(found, { issuer, stop });
}

const about = (issuer: string): object => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}
