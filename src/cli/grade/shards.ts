import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readShard, type Shard } from '../../batch/shard.ts';

/** Where a part of a batch has its report. */
export const shardFolder = (report: string, { k, n }: Shard): string => join(report, 'shards', `${k}-of-${n}`);

/** The reports of the parts below a report, by number. */
export function shardFolders(report: string): string[] {
  const found = namesIn(join(report, 'shards')).flatMap((name) => {
    const shard = readShard(name.replace('-of-', '/'));
    return shard ? [shard] : [];
  });
  return found.sort((a, b) => a.k - b.k || a.n - b.n).map((shard) => shardFolder(report, shard));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
