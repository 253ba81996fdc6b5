import type { ControllerMark } from '@/lib/domain/controller/types';
import type { RestrictionView } from '@/lib/features/cases/data/restriction';

export type RegistryRow = RestrictionView & {
  readonly caseId: string;
  readonly reference: string;
  readonly controller: ControllerMark;
  readonly closed: boolean;
};

export type Registry = { readonly rows: readonly RegistryRow[]; readonly total: number; readonly more: boolean };
