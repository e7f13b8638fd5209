import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Distribution, parameters } from '../../engine/evidence/index.js';
import { rules } from '../../engine/model/rules/index.js';

const page = 'engine/MODEL.md';

/** The page with its generated parts made anew from the rules' and parameters' own files. */
function regenerate(text: string): string {
  return fill(fill(text, 'rules', ruleTable()), 'parameters', parameterTables());
}

function fill(text: string, part: string, table: string): string {
  const pattern = new RegExp(`<!-- ${part} -->[\\s\\S]*?<!-- end -->`);
  if (!pattern.test(text)) throw new Error(`${page} must have a part <!-- ${part} --> ... <!-- end -->`);
  return text.replace(pattern, () => `<!-- ${part} -->\n\n${table}\n\n<!-- end -->`);
}

function ruleTable(): string {
  return table(
    ['', 'rule', 'what it does'],
    rules.map(({ title, what }, at) => [String(at + 1), title, what]),
  );
}

function parameterTables(): string {
  const topics = [...new Set(parameters.map(({ topic }) => topic))].sort();
  return topics
    .map((topic) => {
      const rows = parameters
        .filter((parameter) => parameter.topic === topic)
        .map(({ id, label, unit, distribution, support, status, source }) => [
          `\`${id}\``,
          label,
          unit,
          describe(distribution),
          `${support[0]} to ${support[1]}`,
          status,
          source.where === '-' ? source.title : `${source.title}; ${source.where}`,
        ]);
      return `### ${topic}\n\n${table(['id', 'what', 'unit', 'prior', 'limits', 'status', 'source'], rows)}`;
    })
    .join('\n\n');
}

function describe(distribution: Distribution): string {
  switch (distribution.kind) {
    case 'constant':
      return String(distribution.value);
    case 'uniform':
      return `uniform ${distribution.low} to ${distribution.high}`;
    case 'normal':
      return `normal, mean ${distribution.mean}, sd ${distribution.sd}`;
    case 'beta':
      return `Beta(${short(distribution.a)}, ${short(distribution.b)})`;
    case 'logNormal': {
      const shift = distribution.shift === 0 ? '' : `${distribution.shift} + `;
      return `${shift}log-normal, median ${distribution.median}, log-sd ${short(distribution.logSd)}`;
    }
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

it('tables of the model page are those of the rules and parameters', async () => {
  await expect(regenerate(readFileSync(page, 'utf8'))).toMatchFileSnapshot(`../../${page}`);
});
