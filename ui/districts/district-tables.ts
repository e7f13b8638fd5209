import type { Table } from '../charts/chart.js';
import { practiceOfCode, practicesShown } from './draw-districts.js';
import type { Roster } from '../engine/roster.js';
import type { TieTrace } from '../engine/trace-ties.js';

/** Districts of each region by relationship: what the grid shows. */
export function regionTable({ groups }: Roster, codes: Uint8Array, month: string): Table {
  return {
    caption: `Districts by region and relationship in ${month}`,
    columns: ['Region', ...practicesShown.map((code) => practiceOfCode[code]!.short), 'All'],
    rows: groups.map(({ name, districts }) => {
      const count = (code: number): number =>
        districts.reduce((sum, district) => sum + (codes[district] === code ? 1 : 0), 0);
      return [name, ...practicesShown.map((code) => String(count(code))), String(districts.length)];
    }),
  };
}

/** Every district with its relationship and its ties: what the network shows. */
export function districtTable(
  { groups, names }: Roster,
  codes: Uint8Array,
  ties: TieTrace,
  month: number,
  monthName: string,
): Table {
  const degrees = new Uint16Array(names.length);
  for (let tie = 0; tie < ties.a.length; tie++) {
    if (ties.active[month * ties.a.length + tie] !== 1) continue;
    degrees[ties.a[tie]!]! += 1;
    degrees[ties.b[tie]!]! += 1;
  }
  return {
    caption: `Districts, their relationship and their active learning ties in ${monthName}`,
    columns: ['District', 'Region', 'Relationship', 'Ties'],
    rows: groups.flatMap(({ name, districts }) =>
      Array.from(districts, (district) => [
        names[district]!,
        name,
        practiceOfCode[codes[district]!]!.short,
        String(degrees[district]),
      ]),
    ),
  };
}
