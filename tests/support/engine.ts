import { type Engine, type EngineName, openEngine } from '../../src/trainer/engines/engine.ts';

/** An engine, or undefined where its optional package is absent; says so, because tests are skipped then. */
export async function engineIfPresent(name: EngineName): Promise<Engine | undefined> {
  try {
    return await openEngine(name);
  } catch (error) {
    console.warn(`skipped: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
