/** The relationship states of a district, in the order in which charts stack and lists name them. */
export const practices = [
  {
    id: 'collaborative',
    label: 'collaborative',
    short: 'Collaborative',
    colour: 'var(--collaborative)',
    shape: 'circle',
    mark: '●',
  },
  {
    id: 'ibbTrained',
    label: 'trained in interest-based bargaining',
    short: 'Trained',
    colour: 'var(--ibb-trained)',
    shape: 'triangle',
    mark: '▲',
  },
  {
    id: 'adversarial',
    label: 'adversarial',
    short: 'Adversarial',
    colour: 'var(--adversarial)',
    shape: 'square',
    mark: '■',
  },
] as const;

export type Practice = (typeof practices)[number]['id'];
