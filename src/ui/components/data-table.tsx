import { PlainTable } from './plain-table';
import './data-table.css';

interface DataTableProps {
  /** What the table is, for the caption and the fold. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** The accessible twin of a chart: the same numbers, folded away. */
export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <details class="table-fold">
      <summary>{caption}</summary>
      <div class="table-scroll" role="region" aria-label={caption} tabIndex={0}>
        <PlainTable class="table" caption={caption} columns={columns} rows={rows} />
      </div>
    </details>
  );
}
