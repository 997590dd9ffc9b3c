// Loaded into every process of a run: after so many writes the disk is full, and half of what is written gets there.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.WRITES_UNTIL_FULL);
const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
const { writeFileSync, writeSync } = fs;
fs.writeFileSync = (path, content, ...rest) => {
  left -= 1;
  if (left >= 0) return writeFileSync(path, content, ...rest);
  writeFileSync(path, content.slice(0, content.length / 2), ...rest);
  throw full();
};
fs.writeSync = (file, bytes, from = 0) => {
  left -= 1;
  if (left >= 0) return writeSync(file, bytes, from);
  writeSync(file, bytes, from, Math.floor((bytes.length - from) / 2));
  throw full();
};
syncBuiltinESMExports();
