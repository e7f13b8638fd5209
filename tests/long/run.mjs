// Runs the checks that take too long for the suite, on the built program: `npm run check:long`, or some of them by name, as in
// `npm run check:long -- optimise`. Each writes the table of what it measured into tests/baselines/long, and fails when
// what it promises does not hold.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = (name) => fileURLToPath(new URL(name, import.meta.url));
const all = readdirSync(place('.'))
  .filter((name) => name.endsWith('.check.mjs'))
  .map((name) => name.replace('.check.mjs', ''))
  .sort();
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: must be among ${all.join(', ')}`);
  process.exit(2);
}
for (const name of wanted) {
  console.error(`${name}:`);
  const child = spawn(process.execPath, [place(`${name}.check.mjs`)], { stdio: 'inherit' });
  await once(child, 'exit');
  if (child.exitCode !== 0) process.exitCode = 1;
}
