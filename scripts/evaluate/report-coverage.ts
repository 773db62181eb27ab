import { COVERAGE_HEAD, coverageCells, scoreCoverage } from './coverage';
import type { OwnResult } from './evaluation';
import { groupBySetAndModel, isAsRecorded } from './report-sections';
import { markdownTable } from './table';

/** How often the truth lies within what the app states, people left out of training only. */
export const coverageSection = (own: readonly OwnResult[]): string => {
  const groups = groupBySetAndModel(
    own.filter((result) => isAsRecorded(result) && result.clip.set === 'regular sets, people left out'),
  );
  const tables = groups.map(
    ([label, results]) =>
      `${label}\n\n${markdownTable(['', ...COVERAGE_HEAD], scoreCoverage(results).map(coverageCells))}`,
  );
  return tables.length > 0
    ? tables.join('\n\n')
    : 'Not measured: no sets of people left out were among the folders.';
};
