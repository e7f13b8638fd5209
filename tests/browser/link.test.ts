import fc from 'fast-check';
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/input/problem.js';
import { levers } from '../../engine/model/levers/index.js';
import { loadScenario, scenarioNames } from '../../engine/scenario/index.js';
import { runKey } from '../../ui/state/run-scheduler.js';
import { setupOf, withAssumption, withLeverValue, withTiming, withYears } from '../../ui/state/setup.js';
import { openState } from '../../ui/state/state.js';
import { linkPart } from '../../ui/share/address.js';
import { decodeLink, encodeLink, type LinkContent, type Making } from '../../ui/share/link-format.js';
import { linkDictionary } from '../../ui/share/link-dictionary.js';
import { readView } from '../../ui/share/linked-view.js';
import { differencesOf } from '../../ui/share/making.js';
import { openingSetup } from './ui-comparison.js';

const made: Making = { accord: '0.1.0', evidence: 'aaaaaaaaaaaa', districts: 'bbbbbbbbbbbb' };
const view = { month: 60, charts: ['lasting', 'cost'], modes: ['values', 'values'], replicate: 7 } as const;
const content = (setup = openingSetup()): LinkContent => ({ setup, view, made });

const problemsOf = (text: string): readonly string[] => {
  try {
    decodeLink(text);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ rule }) => rule);
    throw error;
  }
};

describe('a link', () => {
  test.each(scenarioNames.flatMap((name) => [[name, 'no-partnership'] as const, ['mep', name] as const]))(
    'carries %s against %s whole',
    (name, baseline) => {
      const setup = setupOf(loadScenario(name), loadScenario(baseline), 'a seed, any text: é');
      expect(decodeLink(encodeLink(content(setup)))).toEqual(content(setup));
    },
  );

  test('carries any lever value, timing and assumption to the last bit', () => {
    const field = fc.constantFrom(
      ...levers.flatMap(({ id, fields }) => fields.map((one) => ({ id, field: one }))),
    );
    fc.assert(
      fc.property(
        field,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.85, noNaN: true }),
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        ({ id, field: { id: fieldId, min, max, integer, choices } }, share, persistence, years, start) => {
          const raw = min + share * (max - min);
          const value = integer === true || choices !== undefined ? Math.round(raw) : raw;
          const setup = withTiming(
            withYears(
              withAssumption(
                withLeverValue(openingSetup(), id, fieldId, value),
                'apiPersistence',
                persistence,
              ),
              years,
            ),
            [id],
            { startMonth: start },
          );
          const opened = decodeLink(encodeLink(content(setup)));
          expect(runKey(opened.setup)).toBe(runKey(setup));
        },
      ),
    );
  });

  test('is short enough to be read from a printed square', () => {
    const changed = withLeverValue(openingSetup(), 'pilotGrants', 'perYear', 9);
    const result = { futures: 1000, digest: '0123456789ab' };
    expect(encodeLink({ ...content(changed), made: { ...made, result } }).length).toBeLessThan(200);
  });

  test('holds letters that every mail program leaves alone, and is found in an address', () => {
    const link = encodeLink(content());
    expect(link).toMatch(/^1\.[\w-]+$/);
    expect(linkPart(`#/explore?s=${link}`)).toBe(link);
    expect(linkPart('#/explore')).toBeUndefined();
  });

  test('cut, changed or of an unknown format is refused in words', () => {
    const link = encodeLink(content());
    expect(problemsOf('2.abc')[0]).toContain('must be format 1');
    for (const broken of [
      '',
      '1.',
      '1.%%%',
      link.slice(0, -9),
      `1.x${link.slice(2)}`,
      '1.'.padEnd(30_000, 'a'),
    ]) {
      expect(problemsOf(broken).length).toBeGreaterThan(0);
    }
  });

  test('with a wrong kind of value anywhere in it is refused in words, or opens without that part', () => {
    const dictionary = strToU8(linkDictionary);
    const result = { futures: 1000, digest: '0123456789ab' };
    const [, packed = ''] = encodeLink({ ...content(), made: { ...made, result } }).split('.');
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (one) =>
      one.charCodeAt(0),
    );
    const text = strFromU8(inflateSync(bytes, { dictionary }));
    const withAt = (place: number, wrong: unknown): string => {
      let at = 0;
      return JSON.stringify(JSON.parse(text), (_, value: unknown) => (at++ === place ? wrong : value));
    };
    let places = 0;
    JSON.parse(text, () => places++);
    let opened = 0;
    for (const wrong of [null, 7, 'x', true, [], {}]) {
      for (let place = 0; place < places; place++) {
        const changed = deflateSync(strToU8(withAt(place, wrong)), { dictionary });
        const letters = btoa(Array.from(changed, (byte) => String.fromCharCode(byte)).join(''));
        const link = `1.${letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
        if (problemsOf(link).length > 0) continue;
        opened++;
        const { view: linked, made: told } = decodeLink(link);
        expect(readView(linked, openState(openingSetup()).view)).toBeDefined();
        const { futures, digest } = told.result ?? result;
        expect([typeof futures, typeof digest]).toEqual(['number', 'string']);
      }
    }
    expect(opened).toBeGreaterThan(0);
  });

  test('with values that no scenario may have is refused with every problem', () => {
    const wrong = withAssumption(
      withLeverValue(openingSetup(), 'pilotGrants', 'perYear', -3),
      'apiPersistence',
      99,
    );
    expect(problemsOf(encodeLink(content(wrong)))).toHaveLength(2);
  });

  test('opened where the parameters, the districts or the program are others says so', () => {
    expect(differencesOf(made, made, 'massachusetts')).toEqual([]);
    const [version] = differencesOf({ ...made, accord: '0.0.9' }, made, 'massachusetts');
    expect(version).toContain('0.0.9');
    expect(differencesOf({ ...made, evidence: 'c' }, made, 'massachusetts')).toHaveLength(1);
    expect(differencesOf({ ...made, districts: 'c' }, made, 'mine.csv')[0]).toContain('mine.csv');
    expect(differencesOf(made, { ...made, districts: '' }, 'mine.csv')[0]).toContain('not on this device');
  });

  test('opens the view that it shows, and nothing of it that makes no sense', () => {
    const known = openState(openingSetup()).view;
    expect(readView(view, known)).toEqual(view);
    const nonsense = { month: -1, charts: [1, 2], modes: ['no'], replicate: 'x', playing: true };
    expect(readView(nonsense, known)).toEqual({ charts: known.charts, modes: known.modes });
  });
});
