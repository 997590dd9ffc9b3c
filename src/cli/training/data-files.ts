import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readIdxPair } from '../../trainer/data/idx.ts';
import { type Dataset, dataset, type Images } from '../../trainer/data/images.ts';
import { renderedLetters } from '../../trainer/data/letters.ts';
import { readPngs } from '../../trainer/data/pngs.ts';
import { Refusal } from '../../trainer/refusal.ts';
import type { DataName } from '../../trainer/spec.ts';

const digits = [...'0123456789'];
const letters = [...'ABCDEFGHIJ'];

/** Names that a data set's folder goes by, tried in order below the data folder; the data folder itself is last. */
const folders: Record<Exclude<DataName, 'letters'>, readonly string[]> = {
  mnist: ['mnist', 'MNIST/raw', '.'],
  notmnist: ['notmnist', 'notmnist-10k', 'notMNIST_small', 'notMNIST_large', '.'],
};

/** The folder that holds the data sets: as given, else `GRADCHECK_DATA`, else the user's cache. */
export function dataFolder(given: string | undefined): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return given ?? process.env.GRADCHECK_DATA ?? join(cache, 'gradcheck', 'data');
}

const either = (path: string) => [path, `${path}.gz`].find((name) => existsSync(name));

function idx(folder: string, stem: string, classes: number): Images | undefined {
  const images = either(join(folder, `${stem}images-idx3-ubyte`));
  const labels = either(join(folder, `${stem}labels-idx1-ubyte`));
  if (!images || !labels) return undefined;
  const read = (file: string) => ({ file, bytes: readFileSync(file) });
  return readIdxPair(read(images), read(labels), classes);
}

function mnist(folder: string): Dataset | undefined {
  const pool = idx(folder, 'train-', digits.length);
  const test = idx(folder, 't10k-', digits.length);
  return pool && test && dataset({ name: 'mnist', classes: digits, pool, test, damaged: [] });
}

function* pngFiles(folder: string) {
  for (const [label, letter] of letters.entries()) {
    for (const name of readdirSync(join(folder, letter)).sort()) {
      const file = join(folder, letter, name);
      if (name.toLowerCase().endsWith('.png')) yield { file, label, bytes: readFileSync(file) };
    }
  }
}

function notmnist(folder: string): Dataset | undefined {
  const pool = idx(folder, '', letters.length);
  if (pool) return dataset({ name: 'notmnist', classes: letters, pool, damaged: [] });
  if (!letters.every((letter) => existsSync(join(folder, letter)))) return undefined;
  const { images, damaged } = readPngs(pngFiles(folder), folder);
  return dataset({ name: 'notmnist', classes: letters, pool: images, damaged });
}

/**
 * Loads a data set by name.
 * @throws Refusal when it is not there, saying what was looked for and how to get it.
 */
export function loadData(name: DataName, folder: string): Dataset {
  if (name === 'letters') return renderedLetters();
  const reader = name === 'mnist' ? mnist : notmnist;
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new Refusal(`${folder}: is no folder (--data)`);
  for (const below of folders[name]) {
    const found = reader(join(folder, below));
    if (found) return found;
  }
  const files = name === 'mnist' ? 'train-images-idx3-ubyte and its three companions' : 'images-idx3-ubyte or A/ … J/';
  const other = name === 'mnist' ? 'fetch it with --download' : 'use the drawn letters, --set data=letters';
  const mend = `name the folder with --data or GRADCHECK_DATA, or ${other}`;
  throw new Refusal(`no ${name} data in ${folder} (looked for ${files}, gzipped or not); ${mend}`);
}
