'use server';

import { z } from 'zod';
import { IDENTITY_METHODS } from '@/lib/domain/case/reasons';
import { identifierAnswer } from '@/lib/domain/intake/fields/schema';
import { newId } from '@/lib/platform/ids';
import { deskAction } from './desk-action';

const acceptIdentitySchema = z.object({ method: z.enum(IDENTITY_METHODS) });

export const acceptIdentityAction = deskAction(acceptIdentitySchema, 'workCases', (given) => ({
  type: 'AcceptIdentity',
  ...given,
}));

/** A line, cleaned as the requester's own would be; what kind there is to choose from is the controller's. */
const addIdentifierSchema = z.object({ kind: z.string().min(1).max(40), value: identifierAnswer });

export const addIdentifierAction = deskAction(addIdentifierSchema, 'workCases', (given) => ({
  type: 'AddIdentifier',
  identifierId: newId(),
  ...given,
}));
