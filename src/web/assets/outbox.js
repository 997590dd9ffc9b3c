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
    memory.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      // It was never there.
    }
  },
};

try {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix)) memory.set(key, JSON.parse(localStorage.getItem(key)));
  }
} catch {
  // Nothing is kept here.
}

/** Numbers of the answers that the page has seen, and the last change that it made itself, by field. */
const bases = new Map();
const priors = new Map();
let inFlight = new Set();

/** What is typed and not yet on the server. */
export const drafts = () => [...memory.values()];

/** Notes which answer of a field the page shows. */
export const seen = (problem, field, seq) => bases.set(keyOf(problem, field), seq);

/** Keeps what was typed until the server has it. `text`: as it stands in the box. */
export function keep(problem, field, value, text) {
  const key = keyOf(problem, field);
  const old = storage.get(key);
  const isSent = old && inFlight.has(old.change.id);
  const id = old && !isSent ? old.change.id : crypto.randomUUID();
  const prior = isSent ? old.change.id : (old?.change.prior ?? priors.get(key));
  const base = old?.change.base ?? bases.get(key) ?? 0;
  storage.set(key, { text, change: { id, problem, field, value, base, ...(prior && { prior }) } });
}

/** The changes to send now. */
export const pending = () => drafts().map(({ change }) => change);

/** The server has these; what was typed since stays. */
export function settled(sent, { fields, conflicts = [] }) {
  for (const { id, problem, field } of sent) {
    const key = keyOf(problem, field);
    const current = storage.get(key);
    if (current?.change.id === id) storage.remove(key);
    priors.set(key, id);
    if (!conflicts.some((one) => one.problem === problem && one.field === field))
      bases.set(key, fields[problem]?.[field]?.seq ?? 0);
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
  const sent = pending();
  if (busy || sent.length === 0) {
    if (busy) schedule();
    else listener('saved');
    return;
  }
  busy = true;
  inFlight = new Set(sent.map(({ id }) => id));
  listener('saving');
  try {
    const answer = await send('PUT', '/answers', { changes: sent });
    settled(sent, answer);
    wait = 0;
    listener(pending().length > 0 ? 'saving' : 'saved', answer);
  } catch (error) {
    wait = Math.min(30_000, Math.max(1000, wait * 2));
    if (error instanceof Refused && error.status !== 429 && error.status < 500) listener('refused', error);
    else {
      listener(error instanceof Offline ? 'offline' : 'refused', error);
      schedule(wait);
    }
  } finally {
    busy = false;
    inFlight = new Set();
  }
  if (wait === 0 && pending().length > 0) schedule();
}

/** The page is going: what is left is handed to the browser, and stays in its storage in any case. */
export function lastChance() {
  const sent = pending();
  if (sent.length > 0) void send('PUT', '/answers', { changes: sent }, { keepalive: true }).catch(() => {});
}

addEventListener('online', () => flush());
addEventListener('pagehide', lastChance);
document.addEventListener('visibilitychange', () => (document.hidden ? lastChance() : schedule(0)));
