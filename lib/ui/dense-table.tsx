import clsx from 'clsx';

/** A table of many rows, one line each: what does not fit is cut, and a row says which it is that has the keyboard. */
export const DenseTable = ({ className, ...table }: React.ComponentProps<'table'>) => (
  <table {...table} className={clsx('table-fixed', className)} />
);

const EDGES = 'first:ps-5 last:pe-5 @max-phone:first:ps-3.5';
const LINE = 'overflow-hidden border-b px-2 text-ellipsis @max-phone:px-1.5';

/** The name of a column, which gives it its width. */
export const Column = ({ className, ...cell }: React.ComponentProps<'th'>) => (
  <th
    {...cell}
    scope="col"
    className={clsx(LINE, EDGES, 'h-8 border-line-strong text-sm font-normal whitespace-nowrap text-ink-3', className)}
  />
);

/** @param here it is the row that is open */
export const DenseRow = ({ here = false, className, ...row }: React.ComponentProps<'tr'> & { here?: boolean }) => (
  <tr
    {...row}
    className={clsx(
      'hover:bg-hover has-[[data-tick]:checked]:bg-selected forced-colors:has-[[data-tick]:checked]:outline',
      here ? '[&>:first-child]:shadow-here' : '[&:has(:focus-visible)>:first-child]:shadow-here',
      className,
    )}
  />
);

export const Cell = ({ className, ...cell }: React.ComponentProps<'td'>) => (
  <td {...cell} className={clsx(LINE, EDGES, 'h-row border-line whitespace-nowrap', className)} />
);

/** The cell that names its row. */
export const RowName = ({ className, ...cell }: React.ComponentProps<'th'>) => (
  <th
    {...cell}
    scope="row"
    className={clsx(LINE, EDGES, 'h-row border-line font-medium whitespace-nowrap', className)}
  />
);

/** A link as the content of a cell. */
export const CELL_LINK = 'inline-flex min-h-6 items-center text-inherit no-underline hover:underline';
