import { Command } from 'commander';
import { sweepSchema } from '../../../analysis/index.js';
import { scenarioSchema } from '../../../scenario/index.js';
import { oneOf } from '../../input/check-option.js';
import { withExample } from '../../terminal/example.js';
import { writeOut } from '../../terminal/write-out.js';

const schemas = { scenario: scenarioSchema, sweep: sweepSchema } as const;
type SchemaName = keyof typeof schemas;

export function schemaCommand(): Command {
  const command = new Command('schema')
    .description('print the JSON Schema of a scenario or sweep file; editors complete and check with it')
    .argument('[what]', 'scenario or sweep', 'scenario')
    .addHelpText(
      'after',
      '\nSave it, and begin a scenario with: # yaml-language-server: $schema=./scenario.schema.json',
    )
    .action((what: string) => {
      const name = oneOf('schema', what, Object.keys(schemas) as SchemaName[]);
      return writeOut(JSON.stringify(schemas[name](), null, 2));
    });
  return withExample(command, 'accord-sim schema sweep');
}
