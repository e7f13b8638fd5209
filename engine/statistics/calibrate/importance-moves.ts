import type { AddressedUniform } from '../draws/addressed-uniform.js';
import { effectiveSampleSize } from './effective-sample-size.js';
import { importanceKernel } from './importance-kernel.js';
import { requireInput } from '../../input/index.js';
import { acceptedParticle, type SmcMoves } from './smc-moves.js';
import type { SmcProposal } from './smc-problem.js';
import type { SmcPrior } from './smc-prior.js';

/** Proposals in a row outside the support that say that hardly any will fall within it. */
const mostMisses = 10000;

/**
 * Population Monte Carlo: proposals around weighted parents until enough meet the tolerance, weighted by prior over
 * proposal density. Without a tolerance, in the first population, proposals come from the prior.
 *
 * @param draw addressed by population, attempt and 0 for the parent or 1 + dimension for the move
 */
export function importanceMoves(prior: SmcPrior, particles: number, draw: AddressedUniform): SmcMoves {
  return {
    propose({ population, tolerance, particles: parents, nextAttempt }, size) {
      const kernel = tolerance === null ? undefined : importanceKernel(parents, tolerance);
      const proposals: SmcProposal[] = [];
      let attempt = nextAttempt;
      for (let misses = 0; proposals.length < size; attempt++) {
        const drawAt = (column: number): number => draw(population, attempt, column);
        const uniforms = (): Float64Array =>
          Float64Array.from({ length: prior.dimensions }, (_, dimension) => drawAt(1 + dimension));
        const point = kernel ? kernel.propose(drawAt) : prior.fromUniforms(uniforms());
        const inside = prior.logDensity(point) > -Infinity;
        misses = inside ? 0 : misses + 1;
        if (inside) proposals.push({ population, attempt, point });
        const remedy = 'give coordinates without bounds, as normalScorePrior does';
        requireInput(misses < mostMisses, 'prior', point.join(', '), 'must be inside the support', remedy);
      }
      return { proposals, nextAttempt: attempt };
    },
    take({ tolerance, accepted: before, simulated }, { proposals }, outcomes) {
      const accepted = [...before];
      let used = 0;
      for (; used < proposals.length && accepted.length < particles; used++) {
        const { distance } = outcomes[used]!;
        const meets = tolerance === null ? distance < Infinity : distance <= tolerance;
        if (meets) accepted.push(acceptedParticle(proposals[used]!, outcomes[used]!));
      }
      const progress = accepted.length / particles;
      return { accepted, hits: accepted.length, simulated: simulated + used, progress };
    },
    finish({ tolerance, particles: parents, accepted }) {
      const weights =
        tolerance === null
          ? accepted.map(() => 1 / accepted.length)
          : importanceKernel(parents, tolerance).weigh(
              accepted.map(({ point }) => point),
              prior,
            );
      return {
        particles: accepted.map((particle, index) => ({ ...particle, weight: weights[index]! })),
        attempts: accepted.at(-1)!.attempt + 1,
        effectiveSampleSize: effectiveSampleSize(weights),
      };
    },
  };
}
