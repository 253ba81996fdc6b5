/** The question of a page whose answer is one group of buttons: heading and legend at once. */
export const Legend = ({ children }: { children: React.ReactNode }) => (
  <legend>
    <h1 className="title">{children}</h1>
  </legend>
);
