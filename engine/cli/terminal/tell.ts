/** A line for the person at the terminal: on stderr, as stdout belongs to the result. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
