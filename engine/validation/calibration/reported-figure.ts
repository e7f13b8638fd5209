import { figures } from '../../evidence/index.js';

/** A reported figure for the fit: its label, one reported number and its sample size. */
export function reportedFigure(
  id: string,
  part = 'value',
): { readonly label: string; readonly value: number; readonly n?: number | undefined } {
  const figure = figures.find((one) => one.id === id);
  const value = figure?.reported[part];
  if (figure === undefined || value === undefined)
    throw new Error(`figure ${id} must have the part ${part} in engine/evidence/figures.yaml`);
  return { label: figure.label, value, n: figure.n };
}
