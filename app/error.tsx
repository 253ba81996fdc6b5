'use client';

import { Broken, type BrokenProps } from './_ui/broken';

export default function BrokenAnywhere(props: BrokenProps) {
  return (
    <main className="wrap page" id="main">
      <Broken {...props} />
    </main>
  );
}
