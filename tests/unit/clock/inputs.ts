import type { ClockEvent, ClockInput } from '@/lib/domain/clock/types';

const LUXEMBOURG = { timezone: 'Europe/Luxembourg', calendar: 'LU' } as const;

/** An access request to a controller in Luxembourg, received at ten in the morning. */
export const accessOn = (
  receivedOn: string,
  events: readonly ClockEvent[] = [],
  more: Partial<ClockInput> = {},
): ClockInput => ({
  regime: 'GDPR',
  right: 'access',
  receivedAt: `${receivedOn}T10:00:00Z`,
  events,
  ...LUXEMBOURG,
  ...more,
});

export const ukOn = (
  receivedOn: string,
  events: readonly ClockEvent[] = [],
  more: Partial<ClockInput> = {},
): ClockInput =>
  accessOn(receivedOn, events, { regime: 'UK_GDPR', timezone: 'Europe/London', calendar: 'GB-ENG', ...more });

export const californiaOn = (receivedOn: string, more: Partial<ClockInput>): ClockInput => ({
  regime: 'CCPA',
  right: 'know_specific',
  receivedAt: `${receivedOn}T18:00:00Z`,
  timezone: 'America/Los_Angeles',
  calendar: 'US-FED',
  events: [],
  ...more,
});

export const idRequested = (on: string, lateBecause?: string): ClockEvent => ({
  type: 'identityRequested',
  at: `${on}T09:00:00Z`,
  lateBecause,
});
export const idProvided = (on: string): ClockEvent => ({ type: 'identityProvided', at: `${on}T15:00:00Z` });
export const clarificationRequested = (on: string, largeQuantity = true): ClockEvent => ({
  type: 'clarificationRequested',
  at: `${on}T09:00:00Z`,
  largeQuantity,
});
export const clarificationProvided = (on: string): ClockEvent => ({
  type: 'clarificationProvided',
  at: `${on}T15:00:00Z`,
});
export const extended = (on: string, reasons = 'Eleven systems answer, three by hand') => ({
  type: 'deadlineExtended' as const,
  at: `${on}T12:00:00Z`,
  reasons,
});
