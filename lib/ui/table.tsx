import clsx from 'clsx';

/** What is wider than the page moves in itself, and can be moved by keys. */
export const Scroll = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className="relative overflow-x-auto" tabIndex={0} role="region" aria-label={label}>
    {children}
  </div>
);

const CELL = 'h-9 border-b py-[0.3rem] pe-3';
const BELOW = 'border-line';

type SmallTableProps = {
  readonly caption?: string;
  readonly columns: readonly { readonly label: string; readonly numbers?: boolean }[];
  /** The first cell of a row names it. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly React.ReactNode[] }[];
};

/** A few rows to compare. */
export const SmallTable = ({ caption, columns, rows }: SmallTableProps) => (
  <table className="text-sm">
    {caption !== undefined && <caption className="sr-only">{caption}</caption>}
    <thead>
      <tr>
        {columns.map(({ label, numbers }) => (
          <th
            key={label}
            scope="col"
            className={clsx(CELL, 'border-line-strong font-normal text-ink-3', numbers ? 'text-end' : 'text-start')}
          >
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, cells: [name, ...cells] }) => (
        <tr key={id}>
          <th scope="row" className={clsx(CELL, BELOW)}>
            {name}
          </th>
          {cells.map((cell, at) => (
            <td
              key={columns[at + 1]?.label}
              className={clsx(CELL, BELOW, columns[at + 1]?.numbers ? 'text-end' : 'text-start')}
            >
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
