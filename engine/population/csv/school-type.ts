/**
 * Type of a school, as an index into `schoolTypes`, from its level or its grades.
 *
 * The highest grade decides: 10 and above is a high school; 7 to 9 is a middle school unless it starts below grade 4
 * (a kindergarten-to-eight school counts as elementary, as in the California file); the rest is elementary.
 *
 * @returns undefined when neither says
 */
export function schoolTypeOf(level: string, grades: string): number | undefined {
  const word = level.toLowerCase();
  if (/^(e|1)$|elem|primary|prek|pre-k/.test(word)) return 0;
  if (/^(m|2)$|middle|junior/.test(word)) return 1;
  if (/^(h|3)$|high|secondary/.test(word)) return 2;
  const years = grades.split(/[^A-Za-z0-9]+/).flatMap(gradeYear);
  if (years.length === 0) return undefined;
  const highest = Math.max(...years);
  if (highest >= 10) return 2;
  return highest >= 7 && Math.min(...years) >= 4 ? 1 : 0;
}

function gradeYear(grade: string): number[] {
  if (/^(pk|prek|k|kg|kf|kp)$/i.test(grade)) return [0];
  return /^\d{1,2}$/.test(grade) ? [Number(grade)] : [];
}
