/**
 * The controller's logo in its accent. The drawing is the operator's own file, refused at start if it holds a script; inline, so
 * that it can take the page's colours.
 */
export const Brand = ({ svg }: { svg: string | null }) =>
  svg === null ? null : <span className="brand__logo" aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
