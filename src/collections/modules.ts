import { pathToFileURL } from 'node:url';
import type { LoadModule } from './collection.ts';

/** Modules that are built with the program. */
export const builtModule: LoadModule = (file) => import(/* @vite-ignore */ pathToFileURL(file).href);

/**
 * Modules of a course, TypeScript or not, without a build. Whatever is installed there, `gradcheck` is the program that
 * runs. Nothing is kept on disk: a cache in a shared temporary folder would be code that others can write.
 */
export function courseModules(library: () => Promise<object>): LoadModule {
  let load: Promise<LoadModule> | undefined;
  const begin = async (): Promise<LoadModule> => {
    const [{ createJiti }, gradcheck] = await Promise.all([import('jiti'), library()]);
    const jiti = createJiti(import.meta.url, { fsCache: false, interopDefault: false, virtualModules: { gradcheck } });
    return (file) => jiti.import(file);
  };
  return async (file) => {
    load ??= begin();
    return (await load)(file);
  };
}
