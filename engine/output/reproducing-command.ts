/**
 * A command line without what does not belong to its result: where the files go, what is printed, and that an
 * interrupted run was gone on with.
 *
 * @param options more options that take a value, to be left out
 */
export function reproducingCommand(commandLine: string, options: readonly string[] = []): string {
  const value = `(?:=|\\s+)(?:'[^']*'|"[^"]*"|\\S+)`;
  const without = options.reduce(
    (line, option) => line.replace(new RegExp(`\\s+${option}${value}`, 'g'), ''),
    commandLine,
  );
  return without
    .replace(/\s+--(resume|json|quiet)(?!\S)/g, '')
    .replace(new RegExp(`(\\s--out)${value}`, 'g'), '$1 DIR');
}
