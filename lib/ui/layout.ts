/** Things below each other, a hand's breadth apart. A button keeps its own width; what is not shown takes no room. */
export const STACK = 'grid grid-cols-1 gap-3.5 [&>button]:justify-self-start';

/** Buttons and the like beside each other, on as many lines as it takes. */
export const ACTIONS = 'flex flex-wrap items-center gap-x-3 gap-y-2';

/** What a page of the desk has at its sides; what is less important stands on it too. */
export const SIDES = 'px-5 @max-phone:px-3.5';

/** A button that reads like a link: what it does is said in a sentence. */
export const LINK_LIKE =
  'min-h-6 cursor-pointer text-start underline decoration-1 underline-offset-[0.18em] hover:decoration-2';
