import { createHash, createPrivateKey, createPublicKey, webcrypto } from 'node:crypto';

/** The key that we sign with, and its public part as platforms ask for it. */
export interface ToolKey {
  readonly own: { readonly key: webcrypto.CryptoKey; readonly kid: string };
  readonly shown: object;
}

/** From PEM. It is named by its own hash, so a new key has a new name. Throws where it is no RSA key. */
export async function toolKey(pem: string): Promise<ToolKey> {
  const secret = createPrivateKey(pem);
  if (secret.asymmetricKeyType !== 'rsa') throw new Error('it is no RSA key');
  const bytes = secret.export({ type: 'pkcs8', format: 'der' });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await webcrypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
  const { n = '', e = '' } = createPublicKey(secret).export({ format: 'jwk' });
  const kid = createHash('sha256').update(`${n} ${e}`).digest('base64url').slice(0, 16);
  return { own: { key, kid }, shown: { kty: 'RSA', n, e, kid, alg: 'RS256', use: 'sig' } };
}
