import type { CaseRules } from './rules';
import type { CaseFacts } from './types';

/** What is looked at before a request is worked on: nothing, that it is them, or that they may act for the person. */
export type Check = 'none' | 'identity' | 'mandate';

export function checkOf({ rights, forWhom }: Pick<CaseFacts, 'rights' | 'forWhom'>, rules: CaseRules): Check {
  if (!rights.some((item) => rules.needsIdentity(item))) return 'none';
  return forWhom === 'self' ? 'identity' : 'mandate';
}
