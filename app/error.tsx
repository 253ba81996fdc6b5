'use client';

import { Main } from '@/lib/ui/page';
import { Broken, type BrokenProps } from './_ui/broken';

export default function BrokenAnywhere(props: BrokenProps) {
  return (
    <Main>
      <Broken {...props} />
    </Main>
  );
}
