// Asks the server, with the token that shows that a page of its own asks.

/** The server cannot be reached. */
export class Offline extends Error {}

/** The server has refused; `body` is what it said. */
export class Refused extends Error {
  constructor(status, body) {
    super(body?.error ?? 'The server did not take it.');
    this.status = status;
    this.body = body ?? {};
  }
}

const token = document.querySelector('meta[name="csrf"]')?.content ?? '';
const base = document.body.dataset.base ?? '';

/** A connection that answers nothing for so long is none: what waits for it has to be sent again. */
const patience = 60_000;

/** Sends a value as JSON, or a file as it is; gives the answer. `keepalive`: also when the page is being left. */
export async function send(method, path, body, { keepalive = false } = {}) {
  const isFile = body instanceof Blob;
  const headers = { 'x-csrf-token': token, accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = isFile ? 'application/octet-stream' : 'application/json';
  const content = body === undefined || isFile ? body : JSON.stringify(body);
  const how = { method, headers, body: content, keepalive, credentials: 'same-origin' };
  let response;
  let answer;
  try {
    response = await fetch(base + path, { ...how, signal: AbortSignal.timeout(patience) });
    answer = await response.json();
  } catch {
    // Something between us and the server may answer in its place, with a page of its own.
    if (!response || response.ok) throw new Offline();
  }
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}
