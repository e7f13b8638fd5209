/** Relationship state of a district: what everything reports. */
export const practice = { adversarial: 0, ibbTrained: 1, collaborative: 2 } as const;

/** The ladder inside the partnership's own programme; never the same field as practice. */
export const engagement = {
  unaware: 0,
  aware: 1,
  inquired: 2,
  trained: 3,
  facilitated: 4,
  continuing: 5,
  ratified: 6,
  switchedBack: 7,
} as const;

/** What a district has ever done with the partnership: bits that are set once and counted once. */
export const milestone = {
  engaged: 1,
  inquired: 2,
  trained: 4,
  facilitated: 8,
  continued: 16,
  ratified: 32,
  switchedBack: 64,
  grant: 128,
  attended: 256,
} as const;

/** How a grant's recipients are chosen: index into the choices of the lever's field. */
export const recipients = { need: 0, readiness: 1, lottery: 2 } as const;
