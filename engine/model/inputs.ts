import { parameterIndex, parameterValue } from '../evidence/index.js';
import type { Policy, RecordedEventKind } from './policy.js';
import { contextMultipliers } from './context.js';
import { levers, type FieldId, type LeverId } from './levers/index.js';
import type { World } from './world.js';

const doseFields = new Map(levers.map((lever) => [lever.id, lever.fields[0]!.id]));

/** Parameters by id. */
export type Readings<R extends readonly string[]> = { readonly [Id in R[number]]: number };

/** What can be asked about some levers. */
export interface LeverInputs<L extends LeverId> {
  readonly level: <K extends L>(lever: K, field: FieldId<K>, month: number, cohort?: number) => number;
  readonly choice: <K extends L>(lever: K, field: FieldId<K>) => number;
  readonly dose: (lever: L) => number;
  readonly start: (lever: L) => number;
  readonly changes: (lever: L, month: number) => boolean;
}

/** What a rule that reads some levers may ask. */
export type RuleInputs<L extends LeverId> = LeverInputs<L> &
  Omit<Inputs, keyof LeverInputs<L> | 'begin' | 'value' | 'pick' | 'read' | 'share'>;

/**
 * What a run is given: the parameter set, and every lever as a series over months. States whose levers start later form
 * cohorts, so that the rules prepare their tables once a cohort and not once a state.
 */
export class Inputs {
  months = 0;
  /** Cohort of each state. */
  readonly cohort: Uint16Array;
  /** Months by which each cohort's levers are late. */
  delays: readonly number[] = [0];
  /** Size of each state against the state whose partnership is 1x. */
  readonly scale: Float64Array;
  /** Multipliers on inquiry (and training) and on losses, and on turnover, a month. */
  inquiryContext: Float64Array = new Float64Array(0);
  lossContext: Float64Array = new Float64Array(0);
  turnoverContext = 1;
  /** One parameter set, in the order of the parameter list. */
  parameters: Float64Array = new Float64Array(0);
  private readonly eventsByMonth = new Map<number, (readonly [number, RecordedEventKind, number])[]>();
  private readonly readings: Record<string, number>[] = [];
  private scenario: Policy | undefined;

  constructor(private readonly world: World) {
    this.cohort = new Uint16Array(world.states);
    this.scale = new Float64Array(world.states);
  }

  begin(scenario: Policy, parameters: Float64Array): void {
    this.months = 12 * scenario.years;
    this.scenario = scenario;
    this.parameters = parameters;
    for (const reading of this.readings) {
      for (const id of Object.keys(reading)) reading[id] = this.value(id);
    }
    const reference = this.value('referenceDistricts');
    const delays = [0];
    this.world.population.states.forEach((name, state) => {
      const delay = scenario.stateDelays[name] ?? 0;
      if (!delays.includes(delay)) delays.push(delay);
      this.cohort[state] = delays.indexOf(delay);
      this.scale[state] = (this.world.stateStart[state + 1]! - this.world.stateStart[state]!) / reference;
    });
    this.delays = delays;
    this.eventsByMonth.clear();
    for (const { month, district, kind, schools } of scenario.events) {
      const event = [this.world.population.districts.name.indexOf(district), kind, schools] as const;
      this.eventsByMonth.set(month + 1, [...this.events(month + 1), event]);
    }
    const context = contextMultipliers(scenario.context, this.months, (id) => this.value(id));
    this.inquiryContext = context.inquiry;
    this.lossContext = context.loss;
    this.turnoverContext = scenario.context.turnover;
  }

  /** Recorded events that take effect in a month, as [district index, kind, schools]. */
  events(month: number): readonly (readonly [number, RecordedEventKind, number])[] {
    return this.eventsByMonth.get(month) ?? [];
  }

  /** Whether the run has this very parameter set. */
  has(parameters: Float64Array): boolean {
    return (
      parameters.length === this.parameters.length &&
      parameters.every((value, index) => value === this.parameters[index])
    );
  }

  /** A parameter of this run. */
  value(id: string): number {
    return parameterValue(this.parameters, id);
  }

  /** Some parameters of this run. */
  pick<R extends readonly string[]>(ids: R): Readings<R> {
    return Object.fromEntries(ids.map((id) => [id, this.value(id)])) as Readings<R>;
  }

  /**
   * Some parameters, looked up once a run and the same object in every run.
   *
   * @throws Error when there is no such parameter
   */
  read<R extends readonly string[]>(ids: R): Readings<R> {
    const unknown = ids.filter((id) => !parameterIndex.has(id));
    if (unknown.length > 0) {
      throw new Error(`parameter ${unknown.join(', ')} must have an entry in engine/evidence/parameters`);
    }
    const begun = this.parameters.length > 0;
    const reading = Object.fromEntries(ids.map((id) => [id, begun ? this.value(id) : NaN]));
    this.readings.push(reading);
    return reading as Readings<R>;
  }

  /** A field of a lever in a month (1 = the first) for a cohort, in natural units; the dose follows the ramp. */
  level<L extends LeverId>(lever: L, field: FieldId<L>, month: number, cohort = 0): number {
    const setting = this.setting(lever);
    return setting.values[field]! * this.share(lever, month, cohort);
  }

  /** A field that says how and not how much: the ramp does not touch it. */
  choice<L extends LeverId>(lever: L, field: FieldId<L>): number {
    return this.setting(lever).values[field]!;
  }

  /**
   * Share of a lever that is in force in a month: 0 before its start, 1 after its ramp, 0 from its end. Always 0 where
   * the dose is 0: then the lever is off, whatever its other fields say.
   */
  share(lever: LeverId, month: number, cohort = 0): number {
    const { startMonth, endMonth, rampMonths, values } = this.setting(lever);
    if (values[doseFields.get(lever)!] === 0) return 0;
    const at = month - 1 - this.delays[cohort]!;
    if (at < startMonth || at >= endMonth) return 0;
    return at - startMonth >= rampMonths ? 1 : (at - startMonth + 1) / (rampMonths + 1);
  }

  /** Full dose of a lever and the month (0 = the first) in which it starts where it is not late. */
  dose(lever: LeverId): number {
    const setting = this.setting(lever);
    return setting.endMonth > setting.startMonth ? setting.values[doseFields.get(lever)!]! : 0;
  }

  start(lever: LeverId): number {
    return this.setting(lever).startMonth;
  }

  /** Whether a lever's level, in any cohort, or the context differs from the month before. */
  changes(lever: LeverId, month: number): boolean {
    if (month === 1) return true;
    return this.delays.some(
      (_, cohort) => this.share(lever, month, cohort) !== this.share(lever, month - 1, cohort),
    );
  }

  contextChanges(month: number): boolean {
    return (
      month === 1 ||
      this.inquiryContext[month] !== this.inquiryContext[month - 1] ||
      this.lossContext[month] !== this.lossContext[month - 1]
    );
  }

  private setting(lever: LeverId): Policy['levers'][LeverId] {
    if (!this.scenario) throw new Error('inputs must begin with a scenario before they are read');
    return this.scenario.levers[lever];
  }
}
