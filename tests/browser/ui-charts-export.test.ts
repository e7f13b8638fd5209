import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadScenario, scenarioNames, scenarioToYaml } from '../../engine/scenario/index.js';
import { openSession, type Session } from '../../ui/state/session.js';
import type { ChartPanel } from '../../ui/explore/chart-panel.js';
import '../../ui/explore/chart-panel.js';
import { charts } from '../../ui/charts/index.js';
import { roundComparison } from './ui-comparison.js';

interface Download {
  readonly name: string;
  readonly blob: Promise<Blob>;
}

let downloads: Download[] = [];

beforeEach(() => {
  downloads = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push({ name: this.download, blob: fetch(this.href).then((response) => response.blob()) });
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

async function session(): Promise<Session> {
  const opened = openSession({
    scenarioNames,
    populations: [],
    titleOf: (name) => name,
    loadScenario,
    toYaml: scenarioToYaml,
    labels: new Map(),
    compare: () => Promise.resolve(roundComparison()),
  });
  await opened.run.settled;
  return opened;
}

async function panelOf(chart: string): Promise<ChartPanel> {
  const panel = document.createElement('chart-panel') as ChartPanel;
  panel.session = await session();
  panel.session.store.dispatch({ type: 'setView', view: { charts: [chart, chart] } });
  panel.style.height = '400px';
  document.body.append(panel);
  await expect.poll(() => panel.shadowRoot!.querySelector('.plot > svg')).not.toBeNull();
  return panel;
}

/** What the menu of a chart hands over. */
async function save(panel: ChartPanel, label: string): Promise<{ name: string; blob: Blob }> {
  const menu = panel.shadowRoot!.querySelector('export-menu')!;
  await menu.updateComplete;
  const button = [...menu.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent === label)!;
  button.click();
  await expect.poll(() => downloads.length).toBeGreaterThan(0);
  const { name, blob } = downloads[0]!;
  return { name, blob: await blob };
}

describe.each(charts.map((chart) => [chart.id, chart] as const))('the menu of %s', (id, chart) => {
  test('saves a drawing that stands alone, with its title and its unit', async () => {
    const { name, blob } = await save(await panelOf(id), 'Drawing (SVG)');
    expect([name, blob.type]).toEqual([`${id}.svg`, 'image/svg+xml']);
    const text = await blob.text();
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(text).not.toContain('var(');
    const words = [...parsed.querySelectorAll('text')].map((one) => one.textContent).join(' ');
    expect(words).toContain(chart.title);
    expect(words).toContain(chart.unit);
  });

  test('saves a picture of twice the size', async () => {
    const panel = await panelOf(id);
    const { name, blob } = await save(panel, 'Picture (PNG)');
    expect([name, blob.type]).toEqual([`${id}.png`, 'image/png']);
    const bytes = new DataView(await blob.arrayBuffer());
    expect(bytes.getBigUint64(0)).toBe(0x89504e470d0a1a0an);
    const [width, height] = [bytes.getUint32(16), bytes.getUint32(20)];
    const shown = panel.shadowRoot!.querySelector('.plot > svg')!.getBoundingClientRect();
    expect(width).toBe(2 * shown.width);
    expect(height).toBeGreaterThan(2 * shown.height);
  });

  test('saves the numbers of its table', async () => {
    const panel = await panelOf(id);
    const { name, blob } = await save(panel, 'Numbers (CSV)');
    expect([name, blob.type]).toEqual([`${id}.csv`, 'text/csv']);
    const toggle = panel.shadowRoot!.querySelector<HTMLButtonElement>(
      '[aria-label="Show the numbers as a table"]',
    )!;
    toggle.click();
    await panel.updateComplete;
    const table = panel.shadowRoot!.querySelector('data-table')!;
    await table.updateComplete;
    const rows = [...table.shadowRoot!.querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent.trim().replaceAll('−', '-')),
    );
    const { default: Papa } = await import('papaparse');
    expect(Papa.parse((await blob.text()).trimEnd()).data).toEqual(rows);
  });
});
