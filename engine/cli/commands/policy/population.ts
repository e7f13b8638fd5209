import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { InputError } from '../../../input/index.js';
import { describePopulation, populationToCsv } from '../../../population/index.js';
import { defaults } from '../../../scenario/index.js';
import { shellLine } from '../../../output/index.js';
import { writeFileAtomic } from '../../../node/store/index.js';
import { readPopulation, readPopulationFile } from '../../input/read-population.js';
import { populationReport } from '../../report/population-report.js';
import { withExample } from '../../terminal/example.js';
import { tell } from '../../terminal/tell.js';
import { writeOut } from '../../terminal/write-out.js';

interface PopulationOptions {
  readonly firstMonth: string;
  readonly json?: true;
  readonly out?: string;
}

export function populationCommand(): Command {
  const describe = new Command('describe')
    .description('print what a population holds')
    .argument('<name|file>', 'name (see list) or CSV file')
    .action(describeOne);
  const importFile = new Command('import')
    .description('check a CSV file of districts or schools and print what was read')
    .argument('<file>', 'CSV with district, students and low-income columns; others are recognised')
    .option('--out <file>', 'also write it in the plainest form, one row a school')
    .action(importOne);
  for (const command of [describe, importFile]) {
    command
      .option('--first-month <yyyy-mm>', 'month from which contract expiries count', defaults.firstMonth)
      .option('--json', 'print one JSON document, and nothing else, on stdout');
  }
  withExample(describe, 'accord-sim population describe abc-unified');
  withExample(
    importFile.addHelpText('after', `\nA file of districts, districts.csv:\n\n${sample}`),
    'accord-sim population import districts.csv --out plain.csv',
  );
  const command = new Command('population')
    .description('look at a population, or check your own districts')
    .addCommand(importFile)
    .addCommand(describe);
  return withExample(command, 'accord-sim population describe massachusetts');
}

const sample = `  district,students,low-income share
  Alder,2048,0.25
  Birch,5120,0.5
`;

async function describeOne(name: string, options: PopulationOptions): Promise<void> {
  const { population } = await readPopulation(name, options.firstMonth, tell);
  const description = describePopulation(population);
  await writeOut(options.json ? JSON.stringify(description) : populationReport(description));
}

async function importOne(file: string, { firstMonth, json, out }: PopulationOptions): Promise<void> {
  if (out !== undefined && existsSync(out)) {
    const remedy = 'choose another name or delete it';
    throw new InputError([{ path: '--out', value: out, rule: 'must not exist yet', remedy }]);
  }
  const { population } = await readPopulationFile(file, firstMonth, tell);
  if (out !== undefined)
    await writeFileAtomic(out, populationToCsv(population, { rows: 'schools', firstMonth }));
  const description = describePopulation(population);
  await writeOut(json ? JSON.stringify(description) : populationReport(description));
  tell(`Run it with: ${shellLine(['accord-sim', 'run', 'mep', '--population', out ?? file])}`);
}
