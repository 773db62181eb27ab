import { FAULT_IDS, type FaultId } from '../terms/ids';
import { judgedFaults, worseLeg } from './judged-legs';
import { within95, type Measured } from './summary-statistics';
import { statedBy } from './verdicts-by-leg';
import type { HoldRecord, PartialRecord, RepRecord, SessionRecord, SetRecord } from './record';

/** A cell; null is left empty. */
type Cell = string | number | null;

const OWN_COLUMNS = [
  'session',
  'started_at',
  'exercise',
  'set',
  'kind',
  'n',
  'side',
  'start_s',
  'end_s',
  'duration_s',
  'in_position_s',
  'why_partial',
] as const;

/** Of the session as a whole, so they stand in each of its rows. */
const FELT_COLUMNS = ['pain_0_to_10', 'effort_0_to_10'] as const;

const faultColumns = (fault: FaultId): readonly string[] => {
  const name = fault.replaceAll('-', '_');
  return [`${name}_verdict`, `${name}_leg`, `${name}_deg`, `${name}_sd_deg`, `${name}_within95_deg`];
};

/**
 * Sessions as a table (RFC 4180): one row per repetition, partial repetition and hold, in the order in which they happened.
 * `side` is the repetition's own; each check has a column for the leg that was judged, which is the leg at fault where there is one.
 * Degrees with the reach of 68 % (`sd`) and of 95 % of truths, seconds of the session's clock, `started_at` in UTC. What was not judged or not measured is empty.
 */
export function toCsv(records: readonly SessionRecord[]): string {
  const judged = judgedFaults(records.flatMap(({ sets }) => sets.flatMap(({ reps }) => reps)));
  const broken = records.flatMap(({ sets }) =>
    sets.flatMap(({ holds }) => holds.flatMap(({ breaks }) => breaks.map(({ fault }) => fault))),
  );
  const faults = FAULT_IDS.filter((fault) => judged.includes(fault) || broken.includes(fault));
  const head = [...OWN_COLUMNS, ...faults.flatMap(faultColumns), ...FELT_COLUMNS];
  const rows = records.flatMap((record) => record.sets.flatMap((set) => rowsOfSet(record, set, faults)));
  return [head, ...rows].map((row) => `${row.map(toText).join(',')}\r\n`).join('');
}

type Row = { readonly startS: number; readonly cells: readonly Cell[] };

function rowsOfSet(
  record: SessionRecord,
  set: SetRecord,
  faults: readonly FaultId[],
): readonly (readonly Cell[])[] {
  const head: readonly Cell[] = [record.id, isoTime(record.startedAt), set.exercise, set.n];
  const felt: readonly Cell[] = [record.felt?.pain ?? null, record.felt?.effort ?? null];
  const rows: readonly Row[] = [
    ...set.reps.map((rep) => repRow(rep, 'repetition', null, faults)),
    ...set.partials.map((partial: PartialRecord) => repRow(partial, 'partial', partial.why, faults)),
    ...set.holds.map((hold, index) => holdRow(hold, index + 1, set, faults)),
  ];
  return [...rows].sort((a, b) => a.startS - b.startS).map(({ cells }) => [...head, ...cells, ...felt]);
}

const spanCells = ({ startS, endS }: { startS: number; endS: number }): readonly Cell[] => [
  startS,
  endS,
  rounded(endS - startS),
];

const repRow = (rep: RepRecord, kind: string, why: string | null, faults: readonly FaultId[]): Row => ({
  startS: rep.startS,
  cells: [
    kind,
    rep.n,
    rep.side,
    ...spanCells(rep),
    null,
    why,
    ...faults.flatMap((fault) => verdictCells(rep, fault)),
  ],
});

const NO_VERDICT: readonly Cell[] = [null, null, null, null, null];

/** To a tenth of a degree, as the other numbers of a verdict. */
const reachOf = (stated: Measured): number | null => {
  const reach = within95(stated);
  return reach === null ? null : Math.round(reach * 10) / 10;
};

function verdictCells(rep: RepRecord, fault: FaultId): readonly Cell[] {
  const leg = worseLeg(rep, fault);
  if (leg === null) return NO_VERDICT;
  const { verdict, side } = leg;
  const [stated] = statedBy(verdict);
  return [
    verdict.verdict,
    side,
    ...(stated ? [stated.deg, stated.sdDeg, reachOf(stated)] : [null, null, null]),
  ];
}

/** A break stands as a fault of the side that holds; its degrees are the largest of the fault spans within the hold. */
function holdRow(hold: HoldRecord, n: number, set: SetRecord, faults: readonly FaultId[]): Row {
  const cells = faults.flatMap((fault): readonly Cell[] => {
    if (!hold.breaks.some((pause) => pause.fault === fault)) return NO_VERDICT;
    const spans = set.faults.filter(
      (span) => span.fault === fault && span.startS <= hold.endS && span.endS >= hold.startS,
    );
    const peaks = spans.flatMap(({ peakDeg }) => (peakDeg === null ? [] : [peakDeg]));
    return ['fault', hold.side, peaks.length > 0 ? Math.max(...peaks) : null, null, null];
  });
  return {
    startS: hold.startS,
    cells: ['hold', n, hold.side, ...spanCells(hold), hold.inPositionS, null, ...cells],
  };
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** In UTC, so that one session reads the same everywhere. */
const isoTime = (epochMs: number): string => new Date(epochMs).toISOString();

/** A text that a spreadsheet would take for a formula is kept a text: a record may come from a file of somebody else. */
function toText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
