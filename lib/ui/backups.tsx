/** Until when what is erased still stands in backups, each sentence on a line of its own. */
export const Backups = ({ lines }: { lines: readonly string[] }) =>
  lines.map((line) => (
    <p key={line} className="text-sm text-ink-2">
      {line}
    </p>
  ));
