const longestName = 60;

/** Base name of a file: lower-case words joined by hyphens. */
export function fileName(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestName)
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'scenario' : words;
}
