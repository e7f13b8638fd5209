import ts from 'typescript';
import { nodesOf } from './source-files.js';

/** Functions that take the id of a parameter, and at which place. */
const readers: Readonly<Record<string, number>> = { value: 0, figure: 0, constant: 0, parameterValue: 1 };

/** Ids that a source file asks for by name, such as `inputs.value('relapseChance')`. */
export function namedReads(source: ts.SourceFile): string[] {
  return [...nodesOf(source)].filter(ts.isCallExpression).flatMap((call) => {
    const { expression } = call;
    const name = ts.isPropertyAccessExpression(expression)
      ? expression.name.text
      : expression.getText(source);
    const argument = call.arguments[readers[name] ?? -1];
    if (!argument) return [];
    return [...nodesOf(argument)].filter(ts.isStringLiteral).map(({ text }) => text);
  });
}

/**
 * All words of a file that could be the id of a parameter: its string literals and, for ids that are put together, pairs
 * of a literal and the end of a template. Lists of what a rule or a lever rests on are left out: they read nothing.
 */
export function possibleReads(sources: Iterable<ts.SourceFile>): Set<string> {
  const words = new Set<string>();
  const endings = new Set<string>();
  for (const source of sources) {
    for (const node of nodesOf(source, isDeclaredList)) {
      if (ts.isStringLiteral(node)) words.add(node.text);
      if (ts.isTemplateExpression(node) && node.head.text === '' && node.templateSpans.length === 1) {
        endings.add(node.templateSpans[0]!.literal.text);
      }
    }
  }
  return new Set([...words, ...[...words].flatMap((word) => [...endings].map((ending) => word + ending))]);
}

function isDeclaredList(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && ['parameters', 'costs'].includes(node.name.getText());
}
