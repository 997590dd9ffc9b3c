/** Somebody who visits a server: with cookies, and the token of the page that was seen last. */
export class Visitor {
  private readonly origin: string;
  private readonly cookies = new Map<string, string>();
  private token = '';
  /** Everything that was answered so far. */
  readonly seen: string[] = [];

  constructor(origin: string) {
    this.origin = origin;
  }

  /** The cookies, as they are sent. */
  cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask(path: string, init: RequestInit = {}): Promise<Response & { readonly body_: string }> {
    const headers = {
      accept: 'text/html',
      cookie: this.cookie(),
      'x-csrf-token': this.token,
      ...(init.headers as object),
    };
    const response = await fetch(new URL(path, this.origin), { redirect: 'manual', ...init, headers });
    for (const text of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      this.cookies.set(name, value);
    }
    const body = await response.text();
    this.token = /name="(?:csrf|_csrf)" (?:content|value)="([^"]+)"/.exec(body)?.[1] ?? this.token;
    this.seen.push(body);
    return Object.assign(response, { body_: body });
  }

  send(method: string, path: string, value?: unknown) {
    const accept = 'application/json';
    if (value === undefined) return this.ask(path, { method, headers: { accept } });
    return this.ask(path, { method, headers: { accept, 'content-type': accept }, body: JSON.stringify(value) });
  }

  /** Uses a link up, as a person does. */
  async enter(link: string): Promise<number> {
    const { pathname } = new URL(link);
    await this.ask(pathname);
    return (await this.ask(pathname, { method: 'POST' })).status;
  }
}

/** The links of the students in the table that staff are given, by student. */
export const linksIn = (csv: string): ReadonlyMap<string, string> =>
  new Map(
    csv
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => [row.split(',')[0] ?? '', row.split(',').at(-1) ?? '']),
  );
