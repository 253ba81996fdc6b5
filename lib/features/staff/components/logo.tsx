/** The product's line: the dated rule with today's upright. */
export function Logo() {
  return (
    <p className="flex items-center gap-2 px-2 py-1 font-bold tracking-tight">
      <svg className="size-5" viewBox="0 0 20 20" aria-hidden="true">
        <rect x="1" y="9" width="18" height="2" className="fill-line-strong" />
        <rect x="1" y="8" width="11" height="4" fill="currentColor" />
        <rect x="12" y="3" width="2.5" height="14" fill="currentColor" />
      </svg>
      Rightsdesk
    </p>
  );
}
