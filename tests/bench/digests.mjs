// The digest of every bundled scenario: the check of a change that must not change results. `npm run digests`
// prints one line a scenario, at 64 replicates; at 4 where the population is a whole nation.
import { ensemble, loadPopulation, loadScenario, nodePool, scenarioNames } from '../../dist/engine/node.js';

const manyDistricts = 5000;
const pool = nodePool();
for (const name of scenarioNames) {
  const scenario = loadScenario(name);
  const { districts } = await loadPopulation(scenario.population);
  const replicates = districts.count > manyDistricts ? 4 : 64;
  const { digest } = await ensemble({ scenarios: [scenario], replicates, seed: 'digests' }, pool);
  console.log(`${name} ${replicates} ${digest}`);
}
await pool.close();
