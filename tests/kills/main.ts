// `npm run kills`: kills a batch a hundred times at random moments, and says whether anything was lost, doubled or cut.
import { killAtRandom } from './kills.ts';

const [kills = '100', papers = '60', seed = String(Date.now() % 1e6)] = process.argv.slice(2);
const { kills: done, equal, differences } = await killAtRandom(Number(kills), Number(papers), Number(seed));
console.log(`${done} kills of a batch of ${papers} papers, seed ${seed}`);
console.log(`${equal} of ${equal + differences.length} reports came out byte for byte as without a kill`);
for (const difference of differences) console.log(`  ${difference}`);
process.exitCode = differences.length > 0 ? 1 : 0;
