import { expose } from 'comlink';
import { scorecard, type Scorecard } from '../../engine/validation/reported/scorecard.js';

/** Simulates what the sources report, off the page's thread. */
export interface ScorecardService {
  run(seed: string, replicates: number, onProgress: (done: number) => void): Promise<Scorecard>;
}

const service: ScorecardService = {
  run: (seed, replicates, onProgress) => scorecard({ seed, replicates, onProgress }),
};

expose(service);
