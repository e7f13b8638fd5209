import type { PrimBox } from '../../statistics/index.js';
import type { SweepFactor } from './sweep-factor.js';

/** Where a box restricts one factor. */
export interface FactorLimits {
  readonly address: string;
  readonly label: string;
  readonly unit: string;
  /** Ends of the box, in the factor's unit; absent where it is open, or where words are meant. */
  readonly low?: number;
  readonly high?: number;
  /** Of a factor of words, those inside the box. */
  readonly words?: readonly string[];
  /** Chance to find as many runs of interest in the box if the limit did nothing, the smaller of its two sides. */
  readonly quasiP: number;
}

/** The restricted factors of a box, the surest first. */
export function factorLimits(box: PrimBox, factors: readonly SweepFactor[]): FactorLimits[] {
  return factors
    .flatMap(({ address, label, unit, levels }, index): FactorLimits[] => {
      const limits = box.limits.filter(({ factor }) => factor === index);
      if (limits.length === 0) return [];
      const quasiP = Math.min(...limits.map((limit) => limit.quasiP));
      const [low, high] = [box.low[index]!, box.high[index]!];
      const common = { address, label, unit, quasiP };
      if (levels?.some((level) => typeof level === 'string')) {
        const words = levels.map(String).filter((_, rank) => rank >= low && rank <= high);
        return [{ ...common, words }];
      }
      return [
        { ...common, ...(Number.isFinite(low) ? { low } : {}), ...(Number.isFinite(high) ? { high } : {}) },
      ];
    })
    .sort((a, b) => a.quasiP - b.quasiP);
}

/** A box as a condition: "assumptions.causalShare is below 0.42 and levers.research is none or mep". */
export function boxInWords(limits: readonly FactorLimits[]): string {
  return limits.length === 0 ? 'always' : limits.map(limitInWords).join(' and ');
}

export function limitInWords({ address, low, high, words }: FactorLimits): string {
  if (words) return `${address} is ${words.join(' or ')}`;
  const figure = (value = 0): string => String(Number(value.toPrecision(3)));
  if (low === undefined) return `${address} is below ${figure(high)}`;
  return high === undefined
    ? `${address} is above ${figure(low)}`
    : `${address} is between ${figure(low)} and ${figure(high)}`;
}
