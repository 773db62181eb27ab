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
        <table class="table">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
