import { type Dirent, readdir, realpath, stat } from 'node:fs';
import { join } from 'node:path';

type Listed = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;

/** The file system as a glob sees it: a link is a file, is never followed, and is noted in `links`. */
export function listing(links: Set<string>) {
  const listed = (folder: string, options: { withFileTypes: true }, then: Listed): void =>
    readdir(folder, options, (error, entries) => {
      for (const entry of entries ?? []) if (entry.isSymbolicLink()) asFile(entry, join(folder, entry.name), links);
      then(error, entries);
    });
  return { readdir: listed as typeof readdir, realpath, stat };
}

function asFile(entry: Dirent, path: string, links: Set<string>): void {
  links.add(path);
  entry.isFile = () => true;
  entry.isSymbolicLink = () => false;
}
