import {
  binomialSum,
  draw,
  drawName,
  hazardToChance,
  highNormal,
  logistic,
  lowNormal,
} from '../../random/index.js';
import { KeptStart } from '../kept-start.js';
import { defineRule } from '../rule.js';
import { SchoolModel, schoolReads } from '../schools/school-model.js';
import { startReads, startSchools } from '../schools/start-schools.js';

const yearly = drawName('schools.year');
const tieDraw = drawName('schools.ties');

export const schools = defineRule({
  id: 'schools',
  title: 'Schools',
  what: 'Once a year partnership quality, ties between educators and scores of every school move; scores read the quality and density of the start of the year.',
  reads: [...schoolReads, ...startReads, 'qualityYears'],
  levers: ['research'],
  create(model, p) {
    const { world, state, luck } = model;
    const { district, key } = world.population.schools;
    const { deviation, ties, tieChance, tieEffect, moving } = state.schools;
    const schoolModel = new SchoolModel(model, p);
    const start = new KeptStart(model);
    const years = luck.stream(yearly);
    const tieDraws = luck.stream(tieDraw);
    const noiseSd = new Float64Array(world.schools);
    const usualDensity = new Float64Array(world.schools);
    /** What a district's quality at the start of the year is worth, and the log odds of its ties at the end. */
    const lift = new Float64Array(world.districts);
    const centre = new Float64Array(world.districts);
    let adjust = 0;

    function moveDistricts(): void {
      const { score, reference } = schoolModel;
      for (let d = 0; d < world.districts; d++) {
        const before = state.quality[d]!;
        const now = before + adjust * (schoolModel.target(d) - before);
        lift[d] = score.direct * (before - reference);
        centre[d] = schoolModel.centre(now);
        state.quality[d] = now;
      }
    }

    function moveSchools(month: number): void {
      const { score, sd, density, steepness } = schoolModel;
      const { rho, phi, direct, kappa } = score;
      const { possibleTies } = world;
      const r = density.relaxation;
      const fresh = sd * Math.sqrt(1 - phi * phi);
      const { k0, k1 } = years.open(month);
      const { k0: t0, k1: t1 } = tieDraws.open(month);
      for (let i = 0; i < district.length; i++) {
        const d = district[i]!;
        const id = key[i]!;
        const u = draw(k0, k1, id);
        const possible = possibleTies[i]!;
        const present = ties[i]!;
        const old = deviation[i]!;
        const unusual = possible > 0 ? present / possible - usualDensity[i]! : 0;
        moving[i] =
          rho * moving[i]! + lift[d]! + direct * old + kappa * unusual + noiseSd[i]! * highNormal(u);
        const now = phi * old + fresh * lowNormal(u);
        deviation[i] = now;
        // A share r of all pairs is renewed in a year and each of those is a tie with the equilibrium's chance.
        const chance = logistic(centre[d]! + steepness * now + tieEffect[i]!);
        tieChance[i] = chance;
        const p = r * chance;
        ties[i] = binomialSum(possible - present, p, present, 1 - r + p, draw(t0, t1, id));
      }
    }

    return {
      begin() {
        schoolModel.begin();
        adjust = hazardToChance(1 / p.qualityYears);
      },
      ready() {
        schoolModel.prepare(0);
        for (let d = 0; d < world.districts; d++) state.quality[d] = schoolModel.target(d);
        start.begin(() => startSchools(model, p, schoolModel, { noiseSd, usualDensity }));
      },
      step(month) {
        if (month % 12 !== 0) return;
        schoolModel.prepare(month);
        moveDistricts();
        moveSchools(month);
      },
    };
  },
});
