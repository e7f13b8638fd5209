import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calibrationDataHash } from '../../../engine/validation/index.js';
import { hashText } from '../../../engine/ensemble/index.js';
import {
  drawParameters,
  figures,
  parameterIndex,
  parameters,
  parseDraws,
  posterior,
  posteriorDraws,
} from '../../../engine/evidence/index.js';
import { rootKey } from '../../../engine/random/index.js';

const csv = readFileSync('engine/evidence/posterior-draws.csv', 'utf8');
const varying = parameters.filter(({ distribution }) => distribution.kind !== 'constant');

describe('the committed posterior', () => {
  test('has at least a thousand joint draws of every parameter that varies', () => {
    expect(posteriorDraws().count).toBeGreaterThanOrEqual(1000);
    expect(posterior?.draws).toBe(posteriorDraws().count);
    expect(csv.slice(0, csv.indexOf('\n')).split(',')).toEqual(varying.map(({ id }) => id));
  });

  test('was made from the present figures and priors, and is the file that it describes', () => {
    expect(posterior?.dataHash, 'run accord-sim calibrate').toBe(calibrationDataHash());
    expect(posterior?.drawsHash).toBe(hashText(csv));
  });

  test('keeps every draw inside the support', () => {
    const { count, columns, values } = posteriorDraws();
    for (let draw = 0; draw < count; draw++) {
      columns.forEach((place, column) => {
        const value = values[draw * columns.length + column]!;
        const [low, high] = parameters[place]!.support;
        expect(value >= low && value <= high, `${parameters[place]!.id} = ${value}`).toBe(true);
      });
    }
  });

  test('has repeated fits that agree', () => {
    for (const [id, { rHat }] of Object.entries(posterior!.parameters)) expect(rHat, id).toBeLessThan(1.1);
  });

  test('has fitted every figure that is not taken directly, each with its sampling error', () => {
    const fitted = posterior!.blocks.flatMap(({ rows }) => rows.map(({ figure }) => figure));
    const roles = new Set(fitted.map((id) => figures.find((figure) => figure.id === id)?.role));
    expect([...roles]).toEqual(['calibrate']);
    for (const { rows } of posterior!.blocks) for (const { error } of rows) expect(error).toBeGreaterThan(0);
  });

  test('narrows what the data speak about', () => {
    const width = (id: string, which: 'prior' | 'posterior'): number => {
      const quantiles = posterior!.parameters[id]![which];
      return quantiles[4] - quantiles[0];
    };
    for (const id of ['continuedChance', 'facilitatedChance', 'confidentPeriod', 'inquiryHazard'])
      expect(width(id, 'posterior')).toBeLessThan(0.8 * width(id, 'prior'));
  });

  test('does not call fitted what no source identifies', () => {
    for (const id of ['apiPersistence', 'mediatedShare', 'qualitySd'])
      expect(parameters[parameterIndex.get(id)!]!.status).toBe('assumed');
  });
});

describe('parameter sets', () => {
  const root = rootKey('any');

  test('are the joint draws in file order, and the same again beyond the end, whatever the seed', () => {
    const { count, columns, values } = posteriorDraws();
    for (const replicate of [0, 1, count - 1, count + 1]) {
      const set = drawParameters(root, replicate);
      const from = (replicate % count) * columns.length;
      columns.forEach((place, column) => expect(set[place]).toBe(values[from + column]));
      expect(drawParameters(rootKey('other'), replicate)).toEqual(set);
    }
  });

  test('give way to assumptions one by one', () => {
    const set = drawParameters(root, 5, { qualityEffect: 12 });
    const plain = drawParameters(root, 5);
    const place = parameterIndex.get('qualityEffect')!;
    expect(set[place]).toBe(12);
    expect(set.with(place, plain[place]!)).toEqual(plain);
  });

  test('have no gap', () => {
    expect(drawParameters(root, 0).every(Number.isFinite)).toBe(true);
  });
});

test('fitted parameters are calibrated, with their prior kept', () => {
  const fitted = parameters.filter(({ status }) => status === 'calibrated').map(({ id }) => id);
  expect(fitted.sort()).toEqual(Object.keys(posterior!.parameters).sort());
  const trained = parameters[parameterIndex.get('trainingHazard')!]!;
  expect(trained.distribution.kind).toBe('logNormal');
  expect(trained.posterior).toHaveLength(5);
});

test('a file of draws with a hole in it is refused', () => {
  expect(() => parseDraws('qualityEffect,qualitySd\n1,2\n3\n')).toThrow(
    'posterior-draws.csv:3: 1 columns must be 2',
  );
  expect(() => parseDraws('qualityEffect\nx\n')).toThrow("'x' must be a number");
  expect(parseDraws('qualityEffect,gone\n1,2\n').values).toEqual(Float64Array.of(1));
});
