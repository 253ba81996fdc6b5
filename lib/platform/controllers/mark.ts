import type { ControllerMark } from '@/lib/domain/controller/types';
import { controller } from './registry';

export const markOf = (controllerId: string): ControllerMark => ({
  id: controllerId,
  name: controller(controllerId).definition.name,
});
