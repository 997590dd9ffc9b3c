import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cifarClasses, readCifar } from '../../trainer/data/cifar.ts';
import { readIdxPair } from '../../trainer/data/idx.ts';
import { type Dataset, dataset, type Images } from '../../trainer/data/images.ts';
import { renderedLetters } from '../../trainer/data/letters.ts';
import { readPngs } from '../../trainer/data/pngs.ts';
import { drawnShapes } from '../../trainer/data/shapes.ts';
import { Refusal } from '../../trainer/refusal.ts';
import type { DataName } from '../../trainer/spec.ts';

const digits = [...'0123456789'];
const letters = [...'ABCDEFGHIJ'];

/** Names that a data set's folder goes by, tried in order below the data folder; the data folder itself is last. */

type Drawn = 'letters' | 'shapes';
type Stored = Exclude<DataName, Drawn>;

const folders: Record<Stored, readonly string[]> = {
  mnist: ['mnist', 'MNIST/raw', '.'],
  cifar10: ['cifar10', 'cifar-10-batches-bin', '.'],
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

function cifar10(folder: string): Dataset | undefined {
  const training = [1, 2, 3, 4, 5].map((n) => join(folder, `data_batch_${n}.bin`));
  const test = join(folder, 'test_batch.bin');
  if (![...training, test].every((file) => existsSync(file))) return undefined;
  const read = (files: string[]) => readCifar(files.map((file) => ({ file, bytes: readFileSync(file) })));
  return dataset({ name: 'cifar10', classes: cifarClasses, pool: read(training), test: read([test]), damaged: [] });
}

const drawn: Record<Drawn, () => Dataset> = { letters: renderedLetters, shapes: drawnShapes };
const readers: Record<Stored, (folder: string) => Dataset | undefined> = { mnist, notmnist, cifar10 };

/** What is looked for, and what to do where it is not found. */
const wanted: Record<Stored, readonly [files: string, mend: string]> = {
  mnist: ['train-images-idx3-ubyte and its three companions, gzipped or not', 'fetch it with --download'],
  notmnist: ['images-idx3-ubyte, gzipped or not, or A/ … J/', 'use the drawn letters, --set data=letters'],
  cifar10: ['data_batch_1.bin … data_batch_5.bin and test_batch.bin', 'use the drawn shapes, --set data=shapes'],
};

const isDrawn = (name: DataName): name is Drawn => name in drawn;

/**
 * Loads a data set by name.
 * @throws Refusal when it is not there, saying what was looked for and how to get it.
 */
export function loadData(name: DataName, folder: string): Dataset {
  if (isDrawn(name)) return drawn[name]();
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new Refusal(`${folder}: is no folder (--data)`);
  for (const below of folders[name]) {
    const found = readers[name](join(folder, below));
    if (found) return found;
  }
  const [files, other] = wanted[name];
  const mend = `name the folder with --data or GRADCHECK_DATA, or ${other}`;
  throw new Refusal(`no ${name} data in ${folder} (looked for ${files}); ${mend}`);
}
