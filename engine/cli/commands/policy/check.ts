import { Command } from 'commander';
import { checkStates, scenarioToYaml } from '../../../scenario/index.js';
import { readPopulation } from '../../input/read-population.js';
import { readScenario } from '../../input/read-scenario.js';
import { describeScenario } from '../../report/scenario-report.js';
import { withExample } from '../../terminal/example.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';

interface CheckOptions {
  readonly yaml?: true;
  readonly json?: true;
}

export function checkCommand(): Command {
  const command = new Command('check')
    .description('check a scenario and print how it was understood')
    .argument('<file>', 'YAML file, or the name of a scenario')
    .option('--yaml', 'print it as a complete scenario file, nothing left to a default')
    .option('--json', 'print one JSON document, and nothing else, on stdout')
    .action(check);
  return withExample(command, 'accord-sim check mep --yaml');
}

async function check(file: string, { yaml, json }: CheckOptions): Promise<void> {
  const scenario = await readScenario(file);
  const { population } = await readPopulation(scenario.population, scenario.firstMonth, tell);
  checkStates(scenario, population);
  if (json) return writeOut(JSON.stringify(scenario));
  return writeOut(yaml ? scenarioToYaml(scenario) : describeScenario(scenario, population));
}
