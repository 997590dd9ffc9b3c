import {
  allowInsecureRequests,
  buildAuthorizationUrl,
  Configuration,
  clientCredentialsGrant,
  fetchProtectedResource,
  implicitAuthentication,
  modifyAssertion,
  PrivateKeyJwt,
  randomNonce,
  randomState,
  useIdTokenResponseType,
} from 'openid-client';
import type { CoursePlatform } from '../../../records/course.ts';
import { isLocal } from '../sign-in/provider.ts';
import type { ToolKey } from './key.ts';

/** What was sent along with somebody, held against what comes back with him. */
export interface Launching {
  readonly state: string;
  readonly nonce: string;
}

/** What a platform says of whoever it sends, once its signature is found right. */
export interface Launch {
  readonly claims: Readonly<Record<string, unknown>>;
  /** The page of ours that is meant. */
  readonly target: string;
  /** Where the platform takes a score of this person, and by what name; undefined where it takes none. */
  readonly scores?: { readonly lineItem: string; readonly user: string };
}

/** A score as a platform takes it. */
export interface Score {
  readonly lineItem: string;
  readonly user: string;
  readonly given: number;
  readonly outOf: number;
  /** Does some of it wait for a person? */
  readonly waits: boolean;
}

/** A course system (a platform, as LTI 1.3 calls it) that sends its people to us, and takes their scores. */
export interface Platform {
  readonly keys: object;
  start(hint: { readonly login: string; readonly message: string | undefined }): { url: string; sent: Launching };
  /** Throws where what came cannot be trusted. */
  finish(body: Readonly<Record<string, string>>, sent: Launching): Promise<Launch>;
  /** Sends scores; gives what the platform did not take, and why. */
  send(scores: readonly Score[]): Promise<readonly { readonly user: string; readonly says: string }[]>;
}

const lti = 'https://purl.imsglobal.org/spec/lti/claim/';
const ags = 'https://purl.imsglobal.org/spec/lti-ags/';

/** How we are known to a platform, and it to us. `back`: the page of ours that it sends people to. */
export function platformOf(of: CoursePlatform, { own, shown }: ToolKey, back: string): Platform {
  const server = {
    issuer: of.issuer,
    authorization_endpoint: of.authorization,
    token_endpoint: of.token,
    jwks_uri: of.keys,
  };
  // Platforms want to be called by the address that they are asked at.
  const named = {
    [modifyAssertion]: (_: unknown, payload: Record<string, unknown>) => {
      payload.aud = of.token;
    },
  };
  const config = new Configuration(server, of.clientId, undefined, PrivateKeyJwt(own, named));
  config.timeout = 10;
  useIdTokenResponseType(config);
  if (isLocal(new URL(of.token))) allowInsecureRequests(config);
  return {
    keys: { keys: [shown] },
    start({ login, message }) {
      const sent = { state: randomState(), nonce: randomNonce() };
      const url = buildAuthorizationUrl(config, {
        ...sent,
        redirect_uri: back,
        scope: 'openid',
        response_mode: 'form_post',
        prompt: 'none',
        login_hint: login,
        ...(message !== undefined && { lti_message_hint: message }),
      });
      return { url: url.href, sent };
    },
    async finish(body, { state, nonce }) {
      const url = new URL(back);
      url.hash = new URLSearchParams(body).toString();
      const claims = await implicitAuthentication(config, url, nonce, { expectedState: state });
      return launchIn(claims as unknown as Launch['claims'], of);
    },
    send: (scores) => sent(config, scores),
  };
}

/** A token of the platform's may be about something else than a launch, or a course that is not ours. */
function launchIn(claims: Launch['claims'], { deployments }: CoursePlatform): Launch {
  if (claims[`${lti}message_type`] !== 'LtiResourceLinkRequest' || claims[`${lti}version`] !== '1.3.0')
    throw new Error('this is no launch of LTI 1.3');
  if (!deployments.includes(String(claims[`${lti}deployment_id`])))
    throw new Error(`the deployment "${claims[`${lti}deployment_id`]}" is not in course.json`);
  const { lineitem, scope = [] } = (claims[`${ags}claim/endpoint`] ?? {}) as { lineitem?: string; scope?: string[] };
  const takes = typeof lineitem === 'string' && scope.includes(`${ags}scope/score`);
  const scores = takes && { scores: { lineItem: lineitem, user: String(claims.sub) } };
  return { claims, target: String(claims[`${lti}target_link_uri`] ?? ''), ...scores };
}

async function sent(config: Configuration, scores: readonly Score[]) {
  const { access_token: token } = await clientCredentialsGrant(config, { scope: `${ags}scope/score` });
  const refused: { user: string; says: string }[] = [];
  for (const score of scores) {
    try {
      const { status } = await fetchProtectedResource(config, token, placeOf(score), 'POST', bodyOf(score), headers);
      if (status >= 300) refused.push({ user: score.user, says: `the course system answered ${status}` });
    } catch (error) {
      refused.push({ user: score.user, says: (error as Error).message });
    }
  }
  return refused;
}

const headers = new Headers({ 'content-type': 'application/vnd.ims.lis.v1.score+json' });

/** Some platforms name a line item by a query, before which its scores lie. */
function placeOf({ lineItem }: Score): URL {
  const url = new URL(lineItem);
  url.pathname += '/scores';
  return url;
}

const bodyOf = ({ user, given, outOf, waits }: Score): string =>
  JSON.stringify({
    userId: user,
    scoreGiven: given,
    scoreMaximum: outOf,
    activityProgress: 'Completed',
    gradingProgress: waits ? 'PendingManual' : 'FullyGraded',
    timestamp: new Date().toISOString(),
  });
