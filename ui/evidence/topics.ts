/** Titles of the files that parameters stand in, in the order in which a reader meets them. */
export const topics: Readonly<Record<string, string>> = {
  levers: 'Policy levers',
  awareness: 'Awareness',
  inquiry: 'Asking for training',
  training: 'Training',
  grants: 'Project grants',
  bargaining: 'Bargaining',
  turnover: 'Turnover',
  network: 'Ties between districts',
  density: 'Ties within schools',
  quality: 'Partnership quality',
  api: 'School performance',
  costs: 'Unit costs',
  context: 'Mandates and shocks',
  population: 'Districts and schools',
  survey: 'The leader survey',
  study: 'The partnership study',
  boston: 'Boston',
  'new-england': 'New England',
};

/** Title of a topic; one that is new goes by its file's name. */
export function topicTitle(topic: string): string {
  return topics[topic] ?? topic;
}

/** Groups of reported figures. */
export const figureGroups: Readonly<Record<string, string>> = {
  funnel: 'The training funnel of the first two years',
  grants: 'Project grants',
  capacity: 'Capacity and money',
  survey: 'Surveys of education leaders',
  study: 'The study of 26 schools',
  cases: 'Cases',
  massachusetts: 'Massachusetts',
  california: 'California’s scores',
};

/** What a reported figure is to the model. */
export const roles = {
  calibrate: { label: 'fitted', what: 'the model’s parameters were fitted to it' },
  predict: { label: 'checked', what: 'never fitted: the model is only held against it' },
  shape: { label: 'shape', what: 'gives a structure or a unit of the model' },
  context: { label: 'context', what: 'neither fitted nor checked' },
} as const;

/** How well a parameter's value is supported. */
export const statuses = {
  reported: 'a source gives the number',
  derived: 'worked out from numbers that sources give',
  calibrated: 'fitted, so that the model gives the reported figures',
  assumed: 'no source gives it: a range was assumed, wide where little is known',
} as const;
