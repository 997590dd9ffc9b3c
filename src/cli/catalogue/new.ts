import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problems } from '../../../problems/index.ts';
import { type ExitCode, exit, Stop } from '../exit.ts';
import { reasonOf } from '../file-faults.ts';
import { print } from '../talk.ts';
import { skeleton } from './skeleton.ts';

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** `gradcheck problems new`: a folder that lint accepts once it is filled in. Works in a checkout of gradcheck. */
export function newProblem(id: string): ExitCode {
  if (!idPattern.test(id))
    throw usage(`"${id}" cannot be an id: small letters, digits and single dashes, such as "two-layers"`);
  if (problems.some((problem) => problem.id === id))
    throw usage(`there is a problem "${id}" already; choose another id`);
  if (!existsSync(join('problems', 'index.ts')))
    throw usage('there is no problems/index.ts here; run it in a checkout of gradcheck');
  const folder = join('problems', id);
  if (existsSync(folder)) throw usage(`${folder} is there already; choose another id, or remove it`);
  write(folder, skeleton(id));
  const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  print(
    [
      `${folder} is made. Fill in its four files, add`,
      `  import ${name} from './${id}/problem.ts';   to problems/index.ts, and ${name} to its list`,
      `  import ${name} from './${id}/proof.ts';     to problems/proofs.ts, and '${id}': ${name} to its list`,
      `then: npm run build && npx gradcheck problems lint ${id}`,
    ].join('\n'),
  );
  return exit.done;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  try {
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  } catch (error) {
    throw usage(`cannot write ${folder}: ${reasonOf(error)}`);
  }
}

const usage = (says: string): Stop => new Stop(exit.usage, says);
