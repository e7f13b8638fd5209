import { Lexer, LineCounter, isMap, isNode, isScalar, parseDocument, type Document } from 'yaml';
import { InputError, type Problem } from './problem.js';

/** A scenario of the longest kind (a delay for each state, every assumption) takes a tenth of this. */
export const maxScenarioCharacters = 100_000;
const maxTokens = 20_000;
const maxDepth = 12;
const maxAliases = 20;

/** A parsed file and where its parts stand. */
export interface YamlSource {
  readonly value: unknown;
  /** Line (from 1) of the value at a path, of its nearest parent where there is none. */
  readonly line: (path: readonly PropertyKey[]) => number | undefined;
  /** Line of a key inside the map at a path. */
  readonly keyLine: (path: readonly PropertyKey[], key: string) => number | undefined;
}

/**
 * Reads YAML that nobody has vouched for. Size, number of tokens, depth and aliases are limited before the
 * parser sees them: a bomb must cost neither memory nor time.
 *
 * @param what the file holds, for messages
 * @throws InputError with every syntax error and its line
 */
export function readYaml(text: string, path: string, what = 'scenario'): YamlSource {
  const refuse = (value: string, rule: string, remedy: string): never => {
    throw new InputError([{ path, value, rule, remedy }]);
  };
  const check = `check that it is a ${what}`;
  if (text.length > maxScenarioCharacters) {
    refuse(`${text.length} characters`, `must be at most ${maxScenarioCharacters}`, check);
  }
  if (text.trim() === '') refuse('an empty file', `must hold a ${what}`, 'start with "title: My state"');
  if (text.includes('\u0000')) refuse('binary data', 'must be text', check);
  const excess = tooMuch(text);
  if (excess !== undefined) refuse(excess, 'must be simpler', check);

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const problems = [...document.errors, ...document.warnings].map(({ message, pos }): Problem => {
    const { line } = lines.linePos(pos[0]);
    return { path, line, value: lineText(text, line), rule: `must be valid YAML (${message})`, remedy: '' };
  });
  if (problems.length > 0) throw new InputError(problems);
  return { value: toValue(document, path), ...locator(document, lines) };
}

/** What of the text goes beyond the limits; undefined when nothing does. */
function tooMuch(text: string): string | undefined {
  let tokens = 0;
  let brackets = 0;
  let markers = 0;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > maxTokens) return `more than ${maxTokens} parts`;
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets--;
    else if (token === '-' || token === '?') markers++;
    else if (token.includes('\n')) markers = 0;
    if (brackets > maxDepth || markers > maxDepth) return `nesting deeper than ${maxDepth}`;
  }
  return undefined;
}

function toValue(document: Document.Parsed, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: maxAliases });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const rule = 'must be known and few';
    throw new InputError([{ path, value: 'its aliases', rule, remedy: 'write the values out' }]);
  }
}

function locator(document: Document.Parsed, lines: LineCounter): Omit<YamlSource, 'value'> {
  const lineOf = (node: unknown): number | undefined =>
    isNode(node) && node.range ? lines.linePos(node.range[0]).line : undefined;
  const keyLine = (path: readonly PropertyKey[], key: string): number | undefined => {
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    if (!isMap(map)) return undefined;
    return lineOf(map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)?.key);
  };
  const line = (path: readonly PropertyKey[]): number | undefined => {
    for (let length = path.length; length > 0; length--) {
      const found = keyLine(path.slice(0, length - 1), String(path[length - 1]));
      if (found !== undefined) return found;
    }
    return lineOf(document.contents);
  };
  return { line, keyLine };
}

function lineText(text: string, line: number): string {
  return (text.split('\n')[line - 1] ?? '').trim();
}
