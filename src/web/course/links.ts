import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Session } from '../server/sessions.ts';
import type { Store } from '../store/store.ts';

/** What a link says, signed so that nobody can say anything else. */
interface Ticket extends Session {
  readonly nonce: string;
}

const digest = (text: string, secret: string): Buffer => createHmac('sha256', secret).update(text).digest();

/** A link's last part: whom it signs in, as what, and until when it can be used. */
export function ticketFor(who: Session, secret: string): string {
  const text = Buffer.from(JSON.stringify({ ...who, nonce: randomUUID() } satisfies Ticket)).toString('base64url');
  return `${text}.${digest(text, secret).toString('base64url')}`;
}

/** What a link says, where it is ours and not too old. */
export function ticketIn(token: string, secret: string): Ticket | undefined {
  const [text = '', signature = ''] = token.split('.');
  const [own, given] = [digest(text, secret), Buffer.from(signature, 'base64url')];
  if (own.length !== given.length || !timingSafeEqual(own, given)) return undefined;
  const ticket = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Ticket;
  return ticket.until > Date.now() ? ticket : undefined;
}

const streamOf = (who: string): string => `links/${who}`;

/** For so long a link is used once however often it is clicked, in the browser that used it: a second click is the same. */
const oneClick = 60_000;

/** Uses a link up: true for the first who does. `browser`: by what the browser is known. */
export async function useUp(store: Store, { who, nonce }: Ticket, browser: string): Promise<boolean> {
  for (;;) {
    const used = await store.read(streamOf(who));
    const known = used.find(({ event }) => event.id === nonce)?.event;
    if (known) return known.browser === browser && Date.parse(known.at) > Date.now() - oneClick;
    const event = { id: nonce, at: new Date().toISOString(), type: 'used', browser };
    if ((await store.append(streamOf(who), [event], used.length)).ok) return true;
  }
}

const patience = 5_000;

/** Is a session the one of the link that was used last? Who signs in on another device is signed out on the first. */
export function onlyDevice(store: Store): (who: string, link: string) => Promise<boolean> {
  const known = new Map<string, { readonly at: number; readonly link: string | undefined }>();
  return async (who, link) => {
    let last = known.get(who);
    if (!last || last.link !== link || last.at < Date.now() - patience) {
      last = { at: Date.now(), link: (await store.read(streamOf(who))).at(-1)?.event.id };
      if (known.size > 20_000) known.clear();
      known.set(who, last);
    }
    return last.link === link;
  };
}
