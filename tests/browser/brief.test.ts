import { describe, expect, test } from 'vitest';
import { render } from 'lit';
import { levers } from '../../engine/model/levers/index.js';
import { populationNames } from '../../engine/population/index.js';
import { loadScenario, scenarioNames, scenarioToYaml } from '../../engine/scenario/index.js';
import { openSession, type Session } from '../../ui/state/session.js';
import { assumptionRows } from '../../ui/brief/assumption-rows.js';
import { briefContent } from '../../ui/brief/brief-content.js';
import { briefFile } from '../../ui/brief/brief-file.js';
import { briefPaper } from '../../ui/brief/brief-paper.js';
import { leverRows } from '../../ui/brief/lever-rows.js';
import { limitsOf } from '../../ui/brief/limits.js';
import { qrCode } from '../../ui/brief/qr-code.js';
import { openingSetup, roundComparison } from './ui-comparison.js';

const open = async (): Promise<Session> => {
  const session = openSession({
    scenarioNames,
    populations: populationNames,
    titleOf: (name) => name,
    loadScenario,
    toYaml: scenarioToYaml,
    labels: new Map(),
    compare: () => Promise.resolve(roundComparison()),
  });
  await session.run.settled;
  return session;
};

const frame = {
  title: 'A <b>title</b> & more',
  question: 'What if?',
  date: 'May 1, 2026',
  link: 'https://example.org/accord/#/explore?s=1.abc',
  preliminary: '',
};

async function paper(session: Session): Promise<HTMLElement> {
  const place = document.createElement('div');
  render(briefPaper(briefContent(session)!, frame), place);
  return Promise.resolve(place);
}

describe('the paper', () => {
  test('says what was found, what was set, what was assumed, what it can’t tell and how to get it again', async () => {
    const session = await open();
    session.store.dispatch({ type: 'setAssumption', id: 'apiPersistence', value: 0.3 });
    session.store.dispatch({ type: 'setLever', lever: 'research', field: 'programmes', value: 2 });
    await session.run.settled;
    const text = (await paper(session)).textContent.replace(/\s+/g, ' ');
    for (const { label } of levers) expect(text).toContain(label);
    expect(text).toContain('Persistence of the moving part of API');
    expect(text).toContain('What this cannot tell you');
    expect(text).toContain('--set levers.research.programmes=2 --set assumptions.apiPersistence=0.3');
    expect(text).toContain('Seed 2012');
    expect(text).toContain(frame.link);
    expect(text).not.toMatch(/NaN|undefined|Infinity|\bwill\b/);
  });

  test('is made of two sheets and two charts, each chart with its words', async () => {
    const place = await paper(await open());
    expect(place.querySelectorAll('.sheet')).toHaveLength(2);
    const figures = [...place.querySelectorAll('figure')];
    expect(figures).toHaveLength(2);
    for (const figure of figures) {
      expect(figure.querySelector('svg')!.getAttribute('role')).toBe('img');
      expect(figure.querySelector('figcaption')!.textContent).toContain('in the model');
    }
  });

  test('holds every assumption, however many', async () => {
    const session = await open();
    for (const id of ['apiPersistence', 'causalShare', 'improvementShare', 'lagSlope', 'qualityEffect']) {
      session.store.dispatch({ type: 'setAssumption', id, value: 0.5 });
    }
    await session.run.settled;
    const text = (await paper(session)).textContent;
    expect(assumptionRows(session.store.value.present.scenario)).toHaveLength(5);
    for (const { label } of assumptionRows(session.store.value.present.scenario))
      expect(text).toContain(label);
  });
});

describe('the saved file', () => {
  test('needs nothing but itself, runs nothing, and is the paper', async () => {
    const session = await open();
    session.store.dispatch({ type: 'setTiming', levers: ['research'], timing: { startMonth: 12 } });
    await session.run.settled;
    const content = briefContent(session)!;
    const place = await paper(session);
    const text = briefFile(place.querySelector('.paper')!, frame.title, content);
    const file = new DOMParser().parseFromString(text, 'text/html');
    expect(file.querySelectorAll('script, link, img, iframe')).toHaveLength(0);
    expect(text).not.toMatch(/url\(|@import|<!--|\son[a-z]+=/);
    expect(file.title).toBe(frame.title);
    expect(file.querySelector('meta[http-equiv]')!.getAttribute('content')).toContain("default-src 'none'");
    expect(file.querySelectorAll('.sheet')).toHaveLength(4);
    expect(file.querySelectorAll('figure svg')).toHaveLength(2);
    const yaml = content.recipe.files.map((one) => one.text);
    expect([...file.querySelectorAll('pre')].map(({ textContent }) => textContent)).toEqual(yaml);
  });
});

describe('the square code', () => {
  test('has its three corner marks and a quiet margin', () => {
    const { size, path } = qrCode(frame.link)!;
    const far = size - 4 - 7;
    for (const [x, y] of [
      [4, 4],
      [far, 4],
      [4, far],
    ] as const)
      expect(path).toContain(`M${x} ${y}h7v1h-7z`);
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(4);
      expect(Number(y)).toBeLessThan(size - 4);
    }
  });

  test('of a text that no camera could read is left out', () => {
    expect(qrCode('x'.repeat(5000))).toBeUndefined();
  });
});

test('levers tell their dose, their start and whether the baseline has the same', () => {
  const { scenario, baseline } = openingSetup();
  const rows = leverRows(scenario, baseline);
  expect(rows.map(({ label }) => label)).toEqual(levers.map(({ label }) => label));
  expect(rows.find(({ label }) => label === 'Incentives')).toMatchObject({ value: 'off', differs: false });
  expect(rows.find(({ label }) => label === 'Conferences and assistance')).toMatchObject({
    value: '1.5 conferences a year',
    when: 'from Jul 2012',
    differs: true,
  });
});

test('limits name assumed levers that are on, and districts that are made up', () => {
  const massachusetts = populationNames.find(({ id }) => id === 'massachusetts');
  const text = limitsOf(openingSetup(), massachusetts).join(' ');
  expect(text).toContain('learning network and research');
  expect(text).toContain('made up');
  const none = { ...openingSetup(), scenario: loadScenario('no-partnership') };
  expect(limitsOf(none, undefined).join(' ')).not.toContain('grade C');
});
