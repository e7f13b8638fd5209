import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { InputError } from '../../engine/input/problem.js';
import {
  loadScenario,
  readScenario,
  scenarioNames,
  scenarioToDocument,
} from '../../engine/scenario/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { hasFields } from '../device/has-fields.js';
import { alignBaseline, type Setup } from '../state/setup.js';
import type { View } from '../state/state.js';
import { linkDictionary } from './link-dictionary.js';

/** Everything that a link carries. */
export interface LinkContent {
  readonly setup: Setup;
  readonly view: LinkedView;
  readonly made: Making;
}

/** What the page showed; a link never starts to play. */
export type LinkedView = Omit<View, 'playing'>;

/** What the numbers rested on when the link was made. */
export interface Making {
  /** Version of the program. */
  readonly accord: string;
  /** First digits of the hash of all parameters. */
  readonly evidence: string;
  /** First digits of the hash of the districts. */
  readonly districts: string;
  /** The finished run, where there was one. */
  readonly result?: { readonly futures: number; readonly digest: string } | undefined;
}

/** Hexadecimal digits of a hash that a link carries: chance makes two of 48 bits alike once in 10^14. */
export const HASH_DIGITS = 12;

/** Changes with the dictionary or the shape of the data; links of every format ever used stay readable. */
const FORMAT = '1';
const longest = 20_000;
const dictionary = strToU8(linkDictionary);

/** Words that numbers don't depend on; a link carries them only where they differ from the bundled scenario's. */
const prose = ['title', 'question', 'source', 'reported'] as const;
/** What the baseline has from the scenario. */
const shared = ['population', 'years', 'firstMonth', 'context', 'assumptions'] as const;

/** A link's last part: letters, digits, "-", "_" and one ".". */
export function encodeLink({ setup, view, made }: LinkContent): string {
  const { scenario, baseline, seed } = setup;
  const data = {
    ...made,
    seed,
    scenario: documentOf(scenario),
    baseline: without(documentOf(baseline), shared),
    view,
  };
  const bytes = deflateSync(strToU8(JSON.stringify(data)), { level: 9, dictionary });
  return `${FORMAT}.${toBase64(bytes)}`;
}

/**
 * Reads what `encodeLink` wrote; checked as a scenario file is.
 *
 * @throws InputError with every problem
 */
export function decodeLink(text: string): LinkContent {
  const data = unpack(text);
  const scenarioData = recordOf(data['scenario'], 'scenario');
  const scenario = readDocument(scenarioData, 'scenario');
  const inherited = Object.fromEntries(shared.map((key) => [key, scenarioData[key]]));
  const baseline = readDocument({ ...inherited, ...recordOf(data['baseline'], 'baseline') }, 'baseline');
  const seed = data['seed'];
  if (typeof seed !== 'string' || seed === '') throw fault('seed', seed, 'must be a text');
  return {
    setup: { scenario, baseline: alignBaseline(baseline, scenario), seed },
    view: data['view'] as LinkedView, // checked where it is applied, against the charts there are
    made: {
      accord: String(data['accord']),
      evidence: String(data['evidence']),
      districts: String(data['districts']),
      result: isResult(data['result']) ? data['result'] : undefined,
    },
  };
}

function isResult(value: unknown): value is NonNullable<Making['result']> {
  return hasFields(value, { futures: 'number', digest: 'string' });
}

function documentOf(scenario: Scenario): Record<string, unknown> {
  const document: Record<string, unknown> = { name: scenario.name, ...scenarioToDocument(scenario) };
  if (!scenarioNames.includes(scenario.name)) return document;
  const bundled = scenarioToDocument(loadScenario(scenario.name));
  const same = prose.filter((key) => JSON.stringify(bundled[key]) === JSON.stringify(document[key]));
  return without(document, same);
}

function readDocument(data: Record<string, unknown>, which: string): Scenario {
  const { name, ...document } = data;
  if (typeof name !== 'string' || name === '') throw fault(`${which}.name`, name, 'must be a text');
  const bundled = scenarioNames.includes(name) ? scenarioToDocument(loadScenario(name)) : {};
  const words = Object.fromEntries(prose.flatMap((key) => (key in bundled ? [[key, bundled[key]]] : [])));
  const nowhere = (): undefined => undefined;
  return readScenario(withoutGaps({ title: name, ...words, ...document }), name, {
    path: `link: ${which}`,
    line: nowhere,
    keyLine: nowhere,
  });
}

function unpack(text: string): Record<string, unknown> {
  const [format = '', packed = ''] = text.split('.', 2);
  if (text.length > longest || format === '' || packed === '') {
    throw fault('link', text, 'must be a whole link of this page');
  }
  if (format !== FORMAT) throw fault('link', `format ${format}`, `must be format ${FORMAT}`);
  try {
    return recordOf(JSON.parse(strFromU8(inflateSync(fromBase64(packed), { dictionary }))), 'link');
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw fault('link', text, 'must be whole: a part of it is missing or changed');
  }
}

function recordOf(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fault(path, value, 'must be a group of fields');
  }
  return value as Record<string, unknown>;
}

function fault(path: string, value: unknown, rule: string): InputError {
  const text = typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value);
  return new InputError([{ path, value: text, rule, remedy: 'copy the link again from where it was made' }]);
}

function without(record: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

function withoutGaps(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function toBase64(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64(text: string): Uint8Array {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
}
