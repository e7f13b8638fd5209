import { Command } from 'commander';
import { scenarioSchema } from '../../scenario/index.js';
import { writeOut } from '../terminal/write-out.js';

export function schemaCommand(): Command {
  return new Command('schema')
    .description('print the JSON Schema of a scenario file; editors complete and check with it')
    .addHelpText(
      'after',
      '\nSave it, and begin a scenario with: # yaml-language-server: $schema=./scenario.schema.json',
    )
    .action(() => writeOut(JSON.stringify(scenarioSchema(), null, 2)));
}
