// What was typed and is not yet on the server. It lies in this browser's storage, a key for each field, so that neither
// a lost connection nor a lost tab loses it, and two tabs do not write over each other.
import { Offline, Refused, send } from './api.js';

const prefix = `gradcheck:${document.body.dataset.paper}:`;
const keyOf = (problem, field) => `${prefix}${JSON.stringify([problem, field])}`;

/** Without storage (a private window may refuse it) what was typed lies in memory. */
const memory = new Map();
const storage = {
  get(key) {
    return memory.get(key) ?? null;
  },
  set(key, value) {
    memory.set(key, value);
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // It stays in memory.
    }
  },
  remove(key) {
    const id = memory.get(key)?.change.id;
    memory.delete(key);
    try {
      // Another tab may have kept something newer there, which it has yet to send.
      if (JSON.parse(localStorage.getItem(key))?.change.id === id) localStorage.removeItem(key);
    } catch {
      // It was never there.
    }
  },
};

/** What an earlier tab kept: whether the server has it nobody knows. */
const kept = ({ text, change: { id, problem, field, value, base, priors = [] } }) => ({
  text,
  change: { id, problem, field, value, base, priors },
  sent: true,
});

try {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix)) memory.set(key, kept(JSON.parse(localStorage.getItem(key))));
  }
} catch {
  // Nothing is kept here.
}

/** Numbers of the answers that the page has seen, and the changes that it made itself, by field. */
const bases = new Map();
const own = new Map();
const mostOwn = 50;

/** What is typed and not yet on the server. */
export const drafts = () => [...memory.values()];

/** Is something typed there that is not yet on the server? */
export const isOpen = (problem, field) => memory.has(keyOf(problem, field));

/** Notes which answer of a field the page shows. */
export const seen = (problem, field, seq) => bases.set(keyOf(problem, field), seq);

/** The number of the answer of a field that the page shows. */
export const baseOf = (problem, field) => bases.get(keyOf(problem, field)) ?? 0;

/**
 * Keeps what was typed until the server has it. `text`: as it stands in the box. What was sent once may have arrived
 * though its answer was lost, so what is typed after that is another change, which says which ones it comes after. `base`: the answer of which the
 * student has said since that it does not hold.
 */
export function keep({ problem, field }, value, text, base) {
  const key = keyOf(problem, field);
  const old = storage.get(key);
  const id = old && !old.sent ? old.change.id : crypto.randomUUID();
  const before = new Set([
    ...(old?.change.priors ?? []),
    ...(own.get(key) ?? []),
    ...(old?.sent ? [old.change.id] : []),
  ]);
  const priors = [...before].slice(-mostOwn);
  const since = base ?? old?.change.base ?? baseOf(problem, field);
  storage.set(key, { text, change: { id, problem, field, value, base: since, priors } });
}

/** Sends what is waiting along with a question: `ask` is given the changes, and gives the server's answer. */
export async function withPending(ask) {
  const waiting = drafts();
  for (const draft of waiting) storage.set(keyOf(draft.change.problem, draft.change.field), { ...draft, sent: true });
  const sent = waiting.map(({ change }) => change);
  try {
    const answer = await ask(sent);
    settled(sent, answer);
    return answer;
  } catch (error) {
    if (error instanceof Refused && error.body.fields) settled(sent, error.body);
    throw error;
  }
}

/** The server has these; what was typed since stays. Where another page was quicker, the page still shows what was here. */
function settled(sent, { fields }) {
  for (const { id, problem, field } of sent) {
    const key = keyOf(problem, field);
    if (storage.get(key)?.change.id === id) storage.remove(key);
    own.set(key, [...(own.get(key) ?? []), id].slice(-mostOwn));
    const known = fields[problem]?.[field];
    if (!known || known.id === id) bases.set(key, known?.seq ?? 0);
  }
}

let timer;
let wait = 0;
let busy = false;
let listener = () => {};

/** Tells how saving stands: 'saved', 'saving', 'offline', 'refused'. */
export const onState = (listen) => {
  listener = listen;
};

/** Sends what is waiting after a moment of silence. */
export function schedule(delay = 500) {
  clearTimeout(timer);
  timer = setTimeout(flush, delay);
}

/** Sends what is waiting now. */
export async function flush() {
  clearTimeout(timer);
  if (busy) return schedule();
  if (drafts().length === 0) return listener('saved');
  busy = true;
  listener('saving');
  try {
    const answer = await withPending((changes) => send('PUT', '/answers', { changes }));
    wait = 0;
    listener(drafts().length > 0 ? 'saving' : 'saved', answer);
  } catch (error) {
    wait = Math.min(30_000, Math.max(1000, wait * 2));
    listener(error instanceof Offline ? 'offline' : 'refused', error);
    const isFinal = error instanceof Refused && error.status !== 429 && error.status < 500;
    if (!isFinal) schedule(wait);
  } finally {
    busy = false;
  }
  if (wait === 0 && drafts().length > 0) schedule();
}

/** The page is going: what is left is handed to the browser, and stays in its storage in any case. */
function lastChance() {
  if (drafts().length > 0)
    void withPending((changes) => send('PUT', '/answers', { changes }, { keepalive: true })).catch(() => {});
}

addEventListener('online', () => flush());
addEventListener('pagehide', lastChance);
document.addEventListener('visibilitychange', () => (document.hidden ? lastChance() : schedule(0)));
