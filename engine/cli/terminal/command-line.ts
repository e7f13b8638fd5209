/** The command as typed, quoted so that a shell reads it back. */
export function commandLine(args: readonly string[] = process.argv.slice(2)): string {
  return ['accord-sim', ...args].map(quote).join(' ');
}

/** The same command, going on where an interrupted run stopped. */
export function resumeCommand(args: readonly string[] = process.argv.slice(2)): string {
  return commandLine(args.includes('--resume') ? args : [...args, '--resume']);
}

function quote(arg: string): string {
  return /^[\w./:=,@+-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`;
}
