import { gradebookCsv } from '../../../batch/gradebook.ts';
import { changeOf } from '../../../batch/regrade.ts';
import { courseServer } from '../../../web/server/course/course.ts';
import type { Platform } from '../../../web/server/lti/platform.ts';
import type { Provider } from '../../../web/server/sign-in/provider.ts';
import { type ExitCode, exit, Stop } from '../../exit.ts';
import { readBytes } from '../../read.ts';
import { print, talk } from '../../talk.ts';
import { listen, reportFault, untilEnded } from '../run.ts';
import { type Opened, openCourse } from './opened.ts';
import type { ServeOptions } from './options.ts';
import { queueOf } from './queue.ts';
import { secretOf } from './storage.ts';

/** `gradcheck serve`: a course's server, until the program is ended. */
export async function serve(options: ServeOptions): Promise<ExitCode> {
  const opened = await openCourse(options);
  const { course, sets, roster, store, engines, regraded } = opened;
  try {
    const queue = await queueOf(options, opened);
    const origin = options.origin ?? `http://${options.host}:${options.port}`;
    const provider = await providerFor(opened, origin);
    const platform = await platformFor(opened, origin);
    const { app, linkFor } = await courseServer({
      course,
      assignments: sets,
      roster,
      store,
      engine: engines.engine,
      ofClass: { changeOf, gradebook: gradebookCsv },
      enqueue: (job) => queue.add(job),
      regraded,
      force: ({ set, engine }) => {
        engines.route(set.id, engine);
        Object.assign(sets.find(({ id }) => id === set.id) ?? {}, { key: set.key });
      },
      secret: secretOf(options),
      origin,
      behindProxy: options.proxy,
      perMinute: options.rate,
      report: reportFault,
      tell: talk,
      ...(provider && { provider }),
      ...(platform && { platform }),
    });
    await listen(app, options);
    for (const who of course.staff ?? []) print(linkFor(who, 'staff'));
    talk(
      `${sets.length} ${sets.length === 1 ? 'assignment is' : 'assignments are'} served at ${origin}. Each link signs one of the staff in, once.`,
    );
    await untilEnded();
    await app.close();
    await queue.end();
  } finally {
    await opened.end();
  }
  return exit.done;
}

/** The library that signs in is loaded where a course asks for it. */
async function providerFor({ course }: Opened, origin: string): Promise<Provider | undefined> {
  if (!course.signIn) return undefined;
  const { providerOf } = await import('../../../web/server/sign-in/provider.ts');
  const { issuer, clientId } = course.signIn;
  return providerOf({ issuer, clientId, secret: process.env.GRADCHECK_OIDC_SECRET, back: `${origin}/sign-in/back` });
}

async function platformFor({ course }: Opened, origin: string): Promise<Platform | undefined> {
  if (!course.platform) return undefined;
  const path = process.env.GRADCHECK_LTI_KEY;
  const read = path === undefined ? undefined : readBytes(path);
  if (!read?.ok) throw new Stop(exit.usage, `a course system needs GRADCHECK_LTI_KEY, the path of ${keyFile}`);
  const { platformOf } = await import('../../../web/server/lti/platform.ts');
  const { toolKey } = await import('../../../web/server/lti/key.ts');
  try {
    const key = await toolKey(Buffer.from(read.bytes).toString('utf8'));
    return platformOf(course.platform, key, `${origin}/lti/launch`);
  } catch (error) {
    throw new Stop(exit.usage, `${path} is not ${keyFile}: ${(error as Error).message}`);
  }
}

const keyFile = 'an RSA key in PEM, as "openssl genpkey -algorithm RSA" makes one';
