import { draw, drawName, hazardToChance, threshold } from '../../random/index.js';
import { practice } from '../codes.js';
import { defineRule } from '../rule.js';
import { becomeCollaborative } from '../transitions.js';

const turn = drawName('withoutIbb.turn');

export const withoutIbb = defineRule({
  id: 'withoutIbb',
  title: 'Partnership without IBB',
  what: 'For a while after new leaders come, an adversarial district can turn to partnership on its own.',
  reads: ['directHazard'],
  levers: [],
  create({ world, state, luck }, p) {
    const { key } = world.population.districts;
    const { practice: practices, doorUntil } = state;
    let chance = 0;
    return {
      begin() {
        chance = threshold(hazardToChance(p.directHazard));
      },
      step(month) {
        luck.open(turn, month);
        const { k0, k1 } = luck;
        for (let d = 0; d < practices.length; d++) {
          if (practices[d] !== practice.adversarial || doorUntil[d]! < month) continue;
          if (draw(k0, k1, key[d]!) < chance) becomeCollaborative(state, d, month);
        }
      },
    };
  },
});
