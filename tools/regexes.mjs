// Proves every regular expression of the program linear: one that is not lets a paper of some hundred characters stop
// a run. Literals are found in the source, those put together from parts as the modules are loaded.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { check } from 'recheck';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { overSmallAlphabet } from './alphabet.mjs';
import { withoutLooks } from './looks.mjs';
import { pieces } from './pieces.mjs';

/** Source and flags of each, and where it stands. */
const found = new Map();
const add = (source, flags, where) => {
  const key = `/${source}/${flags}`;
  found.set(key, { source, flags, where: [...(found.get(key)?.where ?? []), where] });
};

const faults = [];
/** Made by functions all the same: by one that is called as its module is loaded; for a course's own files, not papers. */
const knownMade = ['src/exact/grouping.ts', 'src/collections/source-place.ts'];
for (const file of globSync(['src/**/*.ts', 'problems/**/*.ts'])) {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const at = (node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node, inFunction) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node.text.slice(1, end), node.text.slice(end + 1), at(node));
    }
    const made = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
    if (made && inFunction && !knownMade.includes(file))
      faults.push(`${at(node)}: make a regular expression where the module is loaded, so that it can be proved`);
    node.forEachChild((child) => visit(child, inFunction || ts.isFunctionLike(node)));
  };
  visit(tree, false);
}

const Plain = RegExp;
globalThis.RegExp = new Proxy(Plain, {
  construct(target, [source, flags]) {
    const one = new target(source, flags);
    if (loading) add(one.source, one.flags, loading);
    return one;
  },
});
let loading;
for (const file of globSync([
  'dist/src/{exact,expressions,formulas,reading,working,slips,judging,derived,verification,kinds,documents,collections,marking,records,report,reported}/**/*.js',
  '!**/assets/**',
])) {
  loading = file;
  await import(pathToFileURL(file).href);
}
globalThis.RegExp = Plain;

async function verdict(source, flags) {
  const model = withoutLooks(source, flags);
  if ('fault' in model) return model;
  for (const piece of pieces(model.source, flags)) {
    const small = overSmallAlphabet(piece, flags);
    const result = await check(small.source, small.flags, { checker: 'automaton', timeout: 120_000 });
    if (result.status !== 'safe') return result;
  }
  return { status: 'safe' };
}

/** All of them, as many at a time as there are cores: the checker is a program of its own, to be waited for. */
async function verdicts(list) {
  const results = [];
  const waiting = list.entries();
  const some = async () => {
    for (const [i, { source, flags }] of waiting) results[i] = await verdict(source, flags);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, some));
  return results;
}

// A checker that passes these, which once got through, proves nothing.
const knownBad = [
  /^\s*\p{L}{2,}(?:\s+(?:of|\p{L}{2,}))+\s*$/u,
  /[\s\0]+$/,
  /(?<=\d\s*)x(?=\s*\d)/g,
  /=+(?=>)/g,
  /(a)(?:b\1)*/,
];
for (const [i, { status }] of (await verdicts(knownBad)).entries()) {
  if (status === 'safe') faults.push(`the checker takes ${knownBad[i]} for linear`);
}

let proved = 0;
const all = [...found];
for (const [i, result] of (await verdicts(all.map(([, one]) => one))).entries()) {
  const [key, { where }] = all[i];
  if (result.status === 'safe') proved++;
  else faults.push(`${where.join(', ')}: ${key} ${result.fault ?? result.complexity?.summary ?? result.error?.kind}`);
}
for (const fault of faults) console.error(fault);
console.log(`regular expressions: ${proved} of ${found.size} proved linear`);
process.exit(faults.length > 0 || proved < 100 ? 1 : 0);
