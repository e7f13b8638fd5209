/** How scenarios are told apart, by colour and by dash, in the order of their columns. */
export const palette = [
  { colour: 'var(--scenario)', text: 'var(--scenario-text)', dash: '', fill: 'var(--scenario-90)' },
  {
    colour: 'var(--scenario-2)',
    text: 'var(--text)',
    dash: '8 3',
    fill: 'color-mix(in srgb, var(--scenario-2) 18%, transparent)',
  },
  {
    colour: 'var(--scenario-3)',
    text: 'var(--text)',
    dash: '3 3',
    fill: 'color-mix(in srgb, var(--scenario-3) 18%, transparent)',
  },
  {
    colour: 'var(--scenario-4)',
    text: 'var(--text)',
    dash: '10 3 2 3',
    fill: 'color-mix(in srgb, var(--scenario-4) 18%, transparent)',
  },
] as const;

export const mostScenarios = palette.length;
