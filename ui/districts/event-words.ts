import type { EventKind } from '../../engine/trace.js';

/** What happened in a district, as a sentence of its story. */
export const eventWords: Readonly<Record<EventKind, string>> = {
  superintendentLeft: 'The superintendent left.',
  unionPresidentLeft: 'The union president left.',
  becameAware: 'The leaders heard of the state partnership.',
  forgot: 'The leaders who knew of the partnership were gone.',
  inquired: 'They asked about training in interest-based bargaining (IBB).',
  inquiryLapsed: 'Their bargaining round ended without training, and the question lapsed.',
  grantAwarded: 'A pilot grant began.',
  grantEnded: 'The pilot grant ended.',
  trained: 'The bargaining team was trained.',
  facilitated: 'A facilitator joined their bargaining.',
  continued: 'They went on with interest-based bargaining.',
  ratified: 'A contract bargained this way was ratified.',
  switchedBack: 'They switched back to traditional bargaining.',
  becameTrained: 'From here on they bargain by interests.',
  becameCollaborative: 'Their relationship became collaborative.',
  relapsed: 'The relationship fell back.',
};
