import clsx from 'clsx';
import { buttonClasses, type ButtonLook } from './button';

type PopProps = ButtonLook & {
  readonly label: React.ReactNode;
  /** Opens towards the start of the line, for a button at its end. */
  readonly atEnd?: boolean;
  /** Where the form goes that it holds, if it is one. */
  readonly action?: string;
  readonly children: React.ReactNode;
};

/** A button with something folded behind it that floats over the page: a menu of filters, of formats, of people. It opens without a script. */
export function Pop({ label, atEnd = false, action, children, ...look }: PopProps) {
  const body = clsx(
    'absolute top-[calc(100%+0.25rem)] z-5 mt-0 grid w-68 gap-2.5 rounded-lg border border-line bg-raised p-4 text-md shadow-menu',
    '@max-phone:inset-x-3.5 @max-phone:top-auto @max-phone:mt-1 @max-phone:w-auto',
    atEnd ? 'end-0' : 'start-0',
  );
  return (
    <details className="relative @max-phone:static">
      <summary className={buttonClasses(look, 'mb-0 list-none [&::-webkit-details-marker]:hidden')}>{label}</summary>
      {action === undefined ? (
        <div className={body}>{children}</div>
      ) : (
        <form className={body} action={action}>
          {children}
        </form>
      )}
    </details>
  );
}
