import { hazardToChance } from '../../random/index.js';
import { practice } from '../codes.js';
import { defineRule } from '../rule.js';
import { pushExperience } from '../push-experience.js';

export const depth = defineRule({
  id: 'depth',
  title: 'Depth',
  what: 'Collaboration takes root over years, faster with a grant, and fades when it ends; deep districts count as experienced neighbours.',
  reads: ['depthYears', 'grantDepth', 'deepDepth'],
  levers: [],
  create({ world, state }, p) {
    const { depth: depths, deep, grantMonths, practice: practices } = state;
    let rate = 0;
    let grantRate = 0;
    let enough = 0;
    return {
      begin() {
        rate = hazardToChance(1 / (12 * p.depthYears));
        grantRate = hazardToChance(p.grantDepth / 12);
        enough = p.deepDepth;
      },
      step() {
        for (let d = 0; d < practices.length; d++) {
          const together = practices[d] === practice.collaborative;
          const before = depths[d]!;
          const gain = (together ? rate : 0) + (grantMonths[d]! > 0 ? grantRate : 0);
          depths[d] = together || gain > 0 ? before + gain * (1 - before) : before - rate * before;
          const now = together && depths[d]! >= enough ? 1 : 0;
          if (now !== deep[d]) {
            deep[d] = now;
            pushExperience(world, state, d, now === 1 ? 1 : -1);
          }
        }
      },
    };
  },
});
