// What Stryker leaves alone: what is not in the sample, and text that only a reader can judge.
import { createHash } from 'node:crypto';

const share = Number(process.env.MUTATED_SHARE ?? 1);
const seed = process.env.MUTATED_SEED ?? '1';

/** A number from 0 to 1 that is the same for one seed and place on every machine, whatever else the files hold. */
const drawn = (place) => createHash('sha256').update(`${seed} ${place}`).digest().readUInt32BE() / 2 ** 32;

/** The functions, methods and constants of a file: what a sample is drawn from. */
function nameOf({ node, parent }) {
  if (node.type === 'FunctionDeclaration') return node.id?.name;
  if (node.type === 'ClassMethod' || node.type === 'ClassPrivateMethod') return node.key.name ?? 'constructor';
  if (node.type === 'VariableDeclaration' && /Program|Export/.test(parent.type)) return node.declarations[0].id.name;
  return undefined;
}

const isProse = ({ node }) =>
  (node.type === 'StringLiteral' && node.value.includes(' ')) ||
  (node.type === 'TemplateLiteral' && node.quasis.some(({ value }) => /\p{L}+ | +\p{L}{2}/u.test(value.raw)));

const ignorer = {
  shouldIgnore(path) {
    const name = nameOf(path);
    const file = path.hub?.file?.opts?.filename?.replace(/^.*\/src\//, '') ?? '';
    if (name !== undefined && drawn(`${file} ${name}`) >= share) return 'not in the sample';
    return isProse(path) ? 'the words of a sentence' : undefined;
  },
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'sample', value: ignorer }];
