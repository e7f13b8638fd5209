import { Document, isCollection, isScalar, parseDocument } from 'yaml';
import { InputError, type Problem } from '../input/index.js';
import { readScenario } from './parse-scenario.js';
import { scenarioToDocument } from './scenario-to-yaml.js';
import type { Scenario } from './scenario.js';

const longest = 1000;

/**
 * A scenario with some of its fields changed, each written as in a scenario file with dots between the keys:
 * `levers.conferences.perYear=3`, `levers.research=double`, `assumptions.apiPersistence=0.4`, `context.turnover=1.2`,
 * `years=5`. `package=mep` replaces all levers. A lever that ran to the horizon runs to the new one.
 *
 * @param path name of the option or file that the settings come from, for messages
 * @throws InputError with every problem of all settings
 */
export function applySettings(scenario: Scenario, settings: readonly string[], path = '--set'): Scenario {
  const document = new Document(scenarioToDocument(scenario));
  const problems: Problem[] = [];
  for (const setting of settings) {
    const problem = apply(document, setting, path);
    if (problem) problems.push(problem);
  }
  if (problems.length > 0) throw new InputError(problems);
  return readScenario(document.toJS(), scenario.name, { path });
}

function apply(document: Document, setting: string, path: string): Problem | undefined {
  const equals = setting.indexOf('=');
  const key = setting.slice(0, Math.max(0, equals)).trim();
  const keys = keysOf(key);
  if (equals < 1 || keys.includes('') || setting.length > longest) {
    const rule = `must have the form NAME=VALUE and at most ${longest} characters`;
    return { path, value: setting, rule, remedy: 'for example levers.conferences.perYear=3' };
  }
  const value = parseDocument(setting.slice(equals + 1), { prettyErrors: false, logLevel: 'error' });
  if (value.errors.length > 0 || !(value.contents === null || isScalar(value.contents))) {
    const rule = 'must be one number, word or text';
    return { path, column: key, value: setting.slice(equals + 1), rule, remedy: '' };
  }
  if (key === 'package') document.delete('levers');
  // A lever set to a word, or a value set below one, is replaced: setIn refuses to go through a scalar.
  for (let length = 1; length < keys.length; length++) {
    const parent = keys.slice(0, length);
    if (document.hasIn(parent) && !isCollection(document.getIn(parent, true))) document.deleteIn(parent);
  }
  document.setIn(keys, value.contents);
  return undefined;
}

/** The names of states and parameters may hold dots themselves. */
function keysOf(key: string): string[] {
  const parts = key.split('.');
  const [first = '', ...rest] = parts;
  return first === 'stateDelays' || first === 'assumptions' ? [first, rest.join('.')] : parts;
}
