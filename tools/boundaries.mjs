// Holds the imports against the layers in .dependency-cruiser.json, and makes sure that files were seen at all: a tool
// that reads nothing finds nothing wrong.
import { execFileSync } from 'node:child_process';

const args = [
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  'src',
  'problems',
  '--config',
  '.dependency-cruiser.json',
  '--output-type',
  'json',
];
const run = () => {
  try {
    return execFileSync(process.execPath, args, { maxBuffer: 1 << 28 });
  } catch (error) {
    if (error.stdout?.length) return error.stdout;
    throw error;
  }
};
const { summary } = JSON.parse(run());
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
console.log(
  `boundaries: ${summary.totalCruised} files, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} violations`,
);
if (summary.violations.length > 0 || summary.totalCruised < 50) process.exit(1);
