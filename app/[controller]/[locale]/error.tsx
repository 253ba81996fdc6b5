'use client';

import { Broken, type BrokenProps } from '@/app/_ui/broken';

/** Inside the frame of the portal, which stands. */
export default function BrokenHere(props: BrokenProps) {
  return <Broken {...props} />;
}
