import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { studyRecipe } from '../../engine/telling/recipe.js';
import type { Population } from '../../engine/population/index.js';
import { headlineGains, outcomeOf, outcomes } from '../../engine/model/outcomes/index.js';
import { formatCount } from '../words/format.js';
import { runKey } from '../state/run-scheduler.js';
import { SessionElement } from '../state/session-element.js';
import { withYears, type Setup } from '../state/setup.js';
import { Task } from '../state/task.js';
import { Watch } from '../state/watch.js';
import type { Figure } from '../charts/figure-panel.js';
import '../charts/figure-panel.js';
import '../parts/recipe-block.js';
import '../parts/task-progress.js';
import { openPopulation } from '../engine/open-population.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { choice, count, workerChoices } from './choice.js';
import { labWorker, reportTo } from '../engine/lab-client.js';
import { labStyles } from './lab-styles.js';
import { sobolFactors, type Study, type StudyMethod, type StudySpec } from '../engine/study-spec.js';
import { studyFigure } from './study-figure.js';

interface Method {
  readonly label: string;
  readonly what: string;
  /** What `samples` counts, and usual numbers of it and of futures a point. */
  readonly samples: string;
  readonly usualSamples: number;
  readonly usualFutures: number;
}

const methods: Readonly<Record<StudyMethod, Method>> = {
  tornado: {
    label: 'One at a time (tornado)',
    what: 'Each factor alone goes to the low and to the high end of its range; all else stays. Easy to read, blind to interplay.',
    samples: '',
    usualSamples: 1,
    usualFutures: 50,
  },
  morris: {
    label: 'Screening (Morris)',
    what: 'Each factor is moved from many places, where the others stand elsewhere each time: which ones matter at all, and which bend or interact.',
    samples: 'Places (trajectories)',
    usualSamples: 16,
    usualFutures: 2,
  },
  sobol: {
    label: 'Shares of the variance (Sobol)',
    what: `How much of the outcome’s variance in the model comes of each factor, alone and with all interplay. Of more than ${sobolFactors} factors a screening keeps those that matter most, and always those that no source tells anything of.`,
    samples: 'Base points',
    usualSamples: 64,
    usualFutures: 2,
  },
};

const varied = [
  ['default', 'assumptions and levers'],
  ['assumptions', 'assumptions'],
  ['levers', 'levers'],
] as const;

/** Which assumptions and levers move an outcome of the present scenario most; computed when asked for. */
@customElement('lab-study')
export class LabStudy extends SessionElement {
  @state() private method: StudyMethod = 'tornado';
  @state() private outcome = headlineGains[0]!.id;
  @state() private vary: (typeof varied)[number][0] = 'default';
  @state() private years: number | undefined;
  @state() private samples = methods.tornado.usualSamples;
  @state() private replicates = methods.tornado.usualFutures;
  @state() private workers = navigator.hardwareConcurrency;

  readonly #worker = labWorker();
  readonly #task = new Task<{ readonly setup: Setup; readonly spec: StudySpec; readonly study: Study }>();
  #drawn: { readonly of: Study; readonly figure: Figure } | undefined;

  constructor() {
    super();
    new Watch(this, () => [this.#task]);
  }

  get #setup(): Setup {
    const { present } = this.session.store.value;
    return this.years === undefined ? present : withYears(present, this.years);
  }

  #choose(method: StudyMethod): void {
    this.method = method;
    this.samples = methods[method].usualSamples;
    this.replicates = methods[method].usualFutures;
  }

  #compute(): void {
    const setup = this.#setup;
    const { scenario, seed } = setup;
    const { outcome, method, vary, samples, replicates, workers } = this;
    const spec = { scenario, seed, outcome, method, vary, samples, replicates };
    void this.#task.start(async (hooks) => {
      const population: Population = await openPopulation(scenario.population, scenario.firstMonth);
      const report = reportTo(hooks);
      hooks.signal.addEventListener('abort', () => this.#worker.close());
      const study = await this.#worker.ask((lab): Promise<Study> =>
        lab.study(spec, population, workers, report),
      );
      return { setup, spec, study };
    });
  }

  protected override render(): TemplateResult {
    const { status, result } = this.#task.value;
    const method = methods[this.method];
    const { years } = this.session.store.value.present.scenario;
    const horizons = Array.from({ length: years }, (_, index) => [index + 1, String(index + 1)] as const);
    return html`
      <div class="fields">
        ${choice(
          'method',
          'Method',
          (Object.keys(methods) as StudyMethod[]).map((id) => [id, methods[id].label] as const),
          this.method,
          (id) => this.#choose(id),
        )}
        ${choice('vary', 'Vary', varied, this.vary, (id) => (this.vary = id))}
        ${choice(
          'explained',
          'Outcome',
          outcomes.map(({ id, label }) => [id, label] as const),
          this.outcome,
          (id) => (this.outcome = id),
        )}
        ${choice('horizon', 'After years', horizons, Math.min(this.years ?? years, years), (n) => (this.years = n === years ? undefined : n))}
      </div>
      <p class="note">${method.what}</p>
      <div class="fields">
        ${
          method.samples === ''
            ? nothing
            : count('samples', method.samples, [2, 1024, 1], this.samples, (n) => (this.samples = n))
        }
        ${count('points', 'Futures a point', [1, 500, 1], this.replicates, (n) => (this.replicates = n))}
        ${choice('study-workers', 'Workers', workerChoices, this.workers, (n) => (this.workers = n))}
        <button class="primary" ?disabled=${status === 'running'} @click=${() => this.#compute()}>
          Compute
        </button>
      </div>
      <task-progress .task=${this.#task} noun="runs"></task-progress>
      ${result === undefined ? nothing : this.#result(result)}
    `;
  }

  #result({ setup, spec, study }: { setup: Setup; spec: StudySpec; study: Study }): TemplateResult {
    if (this.#drawn?.of !== study) {
      const outcome = outcomeOf(spec.outcome);
      this.#drawn = { of: study, figure: studyFigure(study, outcome) };
    }
    const { figure } = this.#drawn;
    const { present } = this.session.store.value;
    const stale = runKey(setup) !== runKey(withYears(present, setup.scenario.years));
    return html`
      ${
        stale
          ? html`<p class="stale">
              The scenario has changed since: this is of “${setup.scenario.title}” as it was.
            </p>`
          : nothing
      }
      <figure-panel .figure=${figure}></figure-panel>
      <p class="note">
        ${figure.summary} After ${formatCount(setup.scenario.years, 'year')}. An assumption ranges over what
        is believed of it, from its 5 to its 95 percent point; a lever over what was studied.
      </p>
      ${
        study.kind === 'tornado'
          ? nothing
          : html`<recipe-block
              .recipe=${studyRecipe(setup, spec.replicates, this.session.engine, 'sensitivity', optionsOf(spec, study))}
            ></recipe-block>`
      }
    `;
  }

  static override styles = [sharedStyles, labStyles];
}

/** What the command line is told to do the same study. */
function optionsOf({ method, samples, outcome, vary }: StudySpec, study: Study): readonly string[] {
  const counted = method === 'morris' ? '--trajectories' : '--samples';
  const screened = study.kind === 'indices' && study.document.screenedOut.length > 0;
  const factors =
    vary === 'default'
      ? []
      : screened
        ? ['--factors', study.document.factors.map(({ address }) => address).join(',')]
        : ['--factors', vary];
  return ['--method', method, '--outcome', outcome, counted, String(samples), ...factors];
}
