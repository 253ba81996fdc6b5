/**
 * Whose portal it is: name, and logo in the controller's accent. The drawing is the operator's own file, refused at start if it holds
 * a script; inline, so that it can take the page's colours.
 */
export const Brand = ({ href, name, svg }: { href: string; name: string; svg: string | null }) => (
  <a
    className="inline-flex min-h-target items-center gap-[0.6rem] text-lg font-bold tracking-tight text-ink no-underline"
    href={href}
  >
    {svg !== null && (
      <span
        className="inline-flex text-accent [&_svg]:size-7"
        aria-hidden="true"
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    )}
    {name}
  </a>
);
