interface PlainTableProps {
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
  /** For who does not see what stands around the table. */
  readonly caption?: string;
  readonly class?: string;
}

/** Columns with a head each, rows with a name each. */
export function PlainTable({ columns, rows, caption, class: name }: PlainTableProps) {
  return (
    <table class={name}>
      {caption ? <caption class="visually-hidden">{caption}</caption> : null}
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
        {rows.map(([row, ...cells]) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
