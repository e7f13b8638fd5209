import { CommanderError } from 'commander';
import { InputError } from '../input/index.js';
import { createProgram } from './program.js';
import { exitCode } from './terminal/exit-code.js';
import { Interrupted } from './terminal/interrupt.js';
import { tell } from './terminal/tell.js';
import { outliveClosedPipe } from './terminal/write-out.js';

/** Runs the command and turns whatever goes wrong into one message and an exit code. */
async function main(): Promise<void> {
  outliveClosedPipe();
  process.on('uncaughtException', (error) => {
    process.exit(explain(error));
  });
  const program = createProgram();
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.badInput;
  if (error instanceof Interrupted) return exitCode.interrupted;
  if (error instanceof InputError) {
    tell(error.message);
    return exitCode.badInput;
  }
  tell(`accord-sim: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env['DEBUG'] === 'accord' && error instanceof Error) tell(error.stack ?? '');
  return exitCode.failed;
}

await main();
