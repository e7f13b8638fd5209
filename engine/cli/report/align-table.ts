import Table from 'cli-table3';

/** Nothing but space between the columns, so that the text reads the same in a terminal, a file and a mail. */
const bare = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/**
 * Aligned text.
 *
 * @param rows the first is the head
 * @param right columns that hold figures
 */
export function alignTable(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const columns = rows[0]?.length ?? 0;
  const table = new Table({
    chars: bare,
    colAligns: Array.from({ length: columns }, (_, column) => (right.includes(column) ? 'right' : 'left')),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  });
  const [head = [], ...body] = rows;
  const rule = Array.from({ length: columns }, (_, column) =>
    '-'.repeat(Math.max(...rows.map((row) => row[column]?.length ?? 0))),
  );
  table.push([...head], rule, ...body.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Text broken into lines of at most `width` letters. */
export function wrap(text: string, width = 100): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
