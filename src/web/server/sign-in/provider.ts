import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';

/** How a course is known to the provider that signs its people in (OpenID Connect). */
export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret?: string | undefined;
  /** The page of ours that the provider sends people back to. */
  readonly back: string;
}

/** What was sent along with somebody, held against what comes back with him. */
export interface Sent {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

/** Signs people in elsewhere. */
export interface Provider {
  /** Where to send somebody. */
  start(): Promise<{ readonly url: string; readonly sent: Sent }>;
  /** What the provider says of whoever came back; throws where it says nothing that can be trusted. */
  finish(url: URL, sent: Sent): Promise<Readonly<Record<string, unknown>>>;
}

/** The provider is asked how it works when the first person comes, so a server starts without it. */
export function providerOf(options: ProviderOptions): Provider {
  let found: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    found ??= discovered(options).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    async start() {
      const sent = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce() };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: options.back,
        scope: 'openid email profile',
        code_challenge: await calculatePKCECodeChallenge(sent.verifier),
        code_challenge_method: 'S256',
        state: sent.state,
        nonce: sent.nonce,
      });
      return { url: url.href, sent };
    },
    async finish(url, { verifier, state, nonce }) {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(await configuration(), url, checks);
      return tokens.claims() ?? {};
    },
  };
}

/** Without encryption only a provider of this machine is believed, as tests have one. */
export const isLocal = (url: URL): boolean =>
  url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname);

function discovered({ issuer, clientId, secret }: ProviderOptions): Promise<Configuration> {
  const url = new URL(issuer);
  // Who is signed in hangs on the token alone, so its signature is held against the provider's keys in any case.
  const execute = [enableNonRepudiationChecks, ...(isLocal(url) ? [allowInsecureRequests] : [])];
  return discovery(url, clientId, secret, undefined, { execute, timeout: 10 });
}
