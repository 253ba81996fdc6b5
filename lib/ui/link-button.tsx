/** A button among links, that reads like one of them. */
export const LinkButton = (button: React.ComponentProps<'button'>) => (
  <button
    {...button}
    className="flex min-h-target cursor-pointer items-center py-[0.4rem] text-start text-accent underline decoration-1 underline-offset-[0.18em] hover:decoration-2"
  />
);
