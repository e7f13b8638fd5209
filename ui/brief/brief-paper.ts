import { html, nothing, type TemplateResult } from 'lit';
import { monthInWords } from '../../engine/telling/horizon.js';
import { grades } from '../parts/grade-badge.js';
import type { AssumptionRow } from './assumption-rows.js';
import type { BriefContent } from './brief-content.js';
import { qrCode } from './qr-code.js';

/** What a person adds to the paper. */
export interface BriefFrame {
  readonly title: string;
  readonly question: string;
  /** As a reader writes it: "November 22, 2026". */
  readonly date: string;
  /** Empty until it is made. */
  readonly link: string;
  /** Why the figures are not the final ones; empty where they are. */
  readonly preliminary: string;
}

/** Assumptions that a table has room for. */
const FEW = 3;

/** The two pages, of plain elements only, so that they can be saved as they are. */
export function briefPaper(content: BriefContent, frame: BriefFrame): TemplateResult {
  return html`<article class="paper" lang="en">
    ${pageOne(content, frame)}${pageTwo(content, frame)}
  </article>`;
}

function pageOne(
  content: BriefContent,
  { title, question, date, link, preliminary }: BriefFrame,
): TemplateResult {
  const { headline, charts, outcomes, comparison, setup, population } = content;
  const code = link === '' ? undefined : qrCode(link);
  const { scenario, baseline } = setup;
  const end = monthInWords(scenario.firstMonth, 12 * scenario.years);
  return html`<section class="sheet">
    <header>
      <p class="kind">Policy brief from a simulation with Accord · ${date} · ${population}</p>
      <h1>${title}</h1>
      ${question === '' ? html`<p></p>` : html`<p class="question">${question}</p>`}
      <div class="code">
        ${
          code &&
          html`<a href=${link} aria-label="Open this scenario in the page"
            ><svg viewBox="0 0 ${code.size} ${code.size}" role="img" aria-label="Square code of the link">
              <rect width=${code.size} height=${code.size} fill="#ffffff" />
              <path d=${code.path} fill="#000000" /></svg
          ></a>`
        }
      </div>
    </header>
    <p class="finding">${headline.finding}</p>
    <p class="rest">${headline.detail} ${headline.scores}</p>
    ${preliminary === '' ? nothing : html`<p class="preliminary">${preliminary}</p>`}
    <div class="charts">
      ${charts.map(
        (chart) =>
          html`<figure>
            <h2>${chart.title}</h2>
            <p>${chart.unit}</p>
            ${chart.svg}
            <figcaption class="hidden">${chart.summary}</figcaption>
          </figure>`,
      )}
    </div>
    <h2>In ${end}, in the model</h2>
    <table class="outcomes">
      <caption>
        The middle of ${comparison.replicates.toLocaleString('en-US')} simulated futures [90 of 100 futures
        lie between these]. Baseline: ${baseline.title}. Differences are taken future by future, under the
        same luck; those of shares are in percentage points.
      </caption>
      <thead>
        <tr>
          <th scope="col">Outcome</th>
          <th scope="col">Baseline</th>
          <th scope="col">Scenario</th>
          <th scope="col">Difference</th>
          <th scope="col">Better in</th>
        </tr>
      </thead>
      <tbody>
        ${outcomes.map(
          (row) =>
            html`<tr>
              <th scope="row">${row.label} <small>${row.unit}</small></th>
              <td>${row.baseline}</td>
              <td>${row.scenario}</td>
              <td class="gap">${row.difference}</td>
              <td>${row.better}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function pageTwo(content: BriefContent, { link }: BriefFrame): TemplateResult {
  const { levers, assumptions, limits, sources } = content;
  return html`<section class="sheet">
    <h2>The policy: the levers</h2>
    <table>
      <caption>
        1× is what the Massachusetts Education Partnership did in its first two years. Evidence for the size
        of the effect: A reported, B derived from reported figures, C assumed. Settings that are not named are
        as in 1×.
      </caption>
      <thead>
        <tr>
          <th scope="col">Lever</th>
          <th scope="col">In the scenario</th>
          <th scope="col">1×</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        ${levers.map(
          ({ label, value, reference, when, grade, differs }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td class=${differs ? '' : 'same'}>
                ${value}${when === '' ? nothing : html`; <small>${when}</small>`}${differs ? nothing : html` <small>as in the baseline</small>`}
              </td>
              <td>${reference}</td>
              <td class="grade">${grades[grade].letter}, ${grade}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2>What was assumed for this brief</h2>
    ${
      assumptions.length === 0
        ? html`<p>
            Nothing beyond the model’s own evidence: no parameter is held at a value of one’s own, leadership
            turnover is the calibrated one, and no mandate, law or budget shock is set.
          </p>`
        : assumptionPart(assumptions)
    }
    <h2>What this cannot tell you</h2>
    <ul>
      ${limits.map((limit) => html`<li>${limit}</li>`)}
    </ul>
    <h2>Sources</h2>
    <ul class="two">
      ${sources.map((source) => html`<li>${source}</li>`)}
    </ul>
    <h2>How to get the same numbers</h2>
    ${reproduction(content, link)}
  </section>`;
}

/** A table of a few rows; many become a list in two columns, so that the page holds them. */
function assumptionPart(assumptions: readonly AssumptionRow[]): TemplateResult {
  const lead =
    'Held at one value in every future, in the scenario and in the baseline alike; the difference between them stays the policy’s.';
  if (assumptions.length > FEW) {
    return html`<p><small>${lead}</small></p>
      <ul class="two">
        ${assumptions.map(
          ({ label, value, otherwise, grade }) =>
            html`<li><strong>${label}: ${value}</strong>, otherwise ${otherwise} (${grade})</li>`,
        )}
      </ul>`;
  }
  return html`<table>
    <caption>
      ${lead}
    </caption>
    <thead>
      <tr>
        <th scope="col">Assumption</th>
        <th scope="col">Here</th>
        <th scope="col">Otherwise</th>
        <th scope="col">Grade</th>
      </tr>
    </thead>
    <tbody>
      ${assumptions.map(
        ({ label, value, otherwise, grade }) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td class="gap">${value}</td>
            <td><small>${otherwise}</small></td>
            <td>${grade}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function reproduction({ recipe, setup, comparison, version }: BriefContent, link: string): TemplateResult {
  const { digest } = comparison.scenario;
  return html`<p>
      ${
        recipe.files.length === 0
          ? 'On any machine, with the command-line program of the same version:'
          : `On any machine, with the command-line program of the same version and the files ${recipe.files
              .map(({ name }) => name)
              .join(' and ')} (saved with this brief, or from Share):`
      }
    </p>
    <code>${recipe.command}</code>
    <dl>
      <dt>Version</dt>
      <dd>Accord ${version}</dd>
      <dt>Seed</dt>
      <dd>${setup.seed}, ${comparison.replicates.toLocaleString('en-US')} simulated futures</dd>
      <dt>Digest</dt>
      <dd>${digest ?? 'none before all futures are simulated'}</dd>
      <dt>Link</dt>
      <dd>${link === '' ? nothing : html`<a href=${link}>${link}</a>`}</dd>
    </dl>`;
}
