import { expect, it } from 'vitest';
import { z } from 'zod';
import { MAIL_STATES } from '@/lib/domain/case/notices';
import { CLOCK_EVENT_TYPES } from '@/lib/domain/clock/types';
import { HOLD_GROUNDS } from '@/lib/domain/law/keeping';
import {
  bundleColumns,
  caseColumns,
  erasureColumns,
  effectColumns,
  liftingColumns,
  mandateColumns,
  messageColumns,
  noticeColumns,
  recipientColumns,
  overrideColumns,
  progressColumns,
  redactionColumns,
  reminderColumns,
  resultColumns,
  rightColumns,
  taskColumns,
} from '@/lib/features/case-file/schema/rows';
import { AWAITED_JOBS } from '@/lib/features/case-file/upkeep/awaited';
import { INQUIRY_MAILS } from '@/lib/features/case-file/upkeep/inquiry-mail';
import { tokenColumns } from '@/lib/features/confirmation/schema';
import { DOWNLOAD_OUTCOMES } from '@/lib/features/delivery/types';
import { INCOMING_STATES } from '@/lib/features/incoming-mail/types';
import { staffColumns } from '@/lib/features/staff/schema/rows';
import { STAFF_MAIL_KINDS } from '@/lib/features/staff-mail/mutations';
import { INDEX_KINDS } from '@/lib/platform/vault/blind-index';
import { connectedClient } from '../../support/connected-client';

/** Every column that holds one of a closed list, or several of it. Whoever changes a list changes its constraint in a migration too. */
const TABLES: Readonly<Record<string, z.ZodObject>> = {
  Case: caseColumns,
  RightItem: rightColumns,
  RightProgress: progressColumns,
  Reminder: reminderColumns,
  ClockEvent: z.object({ kind: z.enum(CLOCK_EVENT_TYPES) }),
  BlindIndexEntry: z.object({ kind: z.enum(INDEX_KINDS) }),
  CollectionTask: taskColumns,
  SourceResult: resultColumns,
  Effect: effectColumns,
  Lifting: liftingColumns,
  LegalHold: z.object({ groundId: z.enum(HOLD_GROUNDS) }),
  Redaction: redactionColumns,
  Bundle: bundleColumns,
  Erasure: erasureColumns,
  RecipientNotice: recipientColumns,
  DownloadAttempt: z.object({ outcome: z.enum(DOWNLOAD_OUTCOMES) }),
  Notice: noticeColumns,
  Message: messageColumns,
  Mandate: mandateColumns,
  AccessToken: tokenColumns,
  StaffMember: staffColumns,
  StaffMail: z.object({ kind: z.enum(STAFF_MAIL_KINDS), state: z.enum(MAIL_STATES) }),
  InquiryMail: z.object({ kind: z.enum(INQUIRY_MAILS), state: z.enum(MAIL_STATES) }),
  HolidayOverride: overrideColumns,
  IncomingMail: z.object({ state: z.enum(INCOMING_STATES) }),
  AwaitedTask: z.object({ job: z.enum(Object.keys(AWAITED_JOBS)) }),
};

function listOf(schema: unknown): string[] {
  if (schema instanceof z.ZodNullable) return listOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return listOf(schema.element);
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  throw new Error('A listed column is one of a list, or several');
}

const client = connectedClient();

it('has, for each closed list of the code, the same list as a constraint that every row was held against, and no other', async () => {
  const { rows } = await client().query<{ name: string; definition: string; convalidated: boolean }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition, convalidated FROM pg_constraint WHERE contype = 'c' AND conname LIKE '%\\_listed'`,
  );
  expect(rows.filter(({ convalidated }) => !convalidated)).toEqual([]);
  const inDatabase = rows.map(({ name, definition }) => [
    name,
    [...definition.matchAll(/'([^']*)'::text/g)].map(([, value]) => value).sort(),
  ]);
  const inCode = Object.entries(TABLES).flatMap(([table, { shape }]) =>
    Object.entries(shape).map(([column, schema]) => [`${table}_${column}_listed`, listOf(schema).sort()]),
  );
  expect(Object.fromEntries(inDatabase)).toEqual(Object.fromEntries(inCode));
  expect(inCode.length).toBeGreaterThan(25);
});

it.each([
  [
    'one of a list',
    `INSERT INTO "HolidayOverride" ("id", "calendar", "onDate", "change", "reason", "byId") VALUES (gen_random_uuid(), 'LU', '2030-06-02', 'moved', '', gen_random_uuid())`,
  ],
  [
    'several of a list',
    `INSERT INTO "StaffMember" ("id", "email", "name", "passwordHash", "sealedTotp", "roles") VALUES (gen_random_uuid(), 'a@example.com', 'A', 'x', 'x', '{desk,owner}')`,
  ],
])('refuses what is in no list, in a column that holds %s', async (_, insert) => {
  await expect(client().query(insert)).rejects.toMatchObject({
    code: '23514',
    constraint: expect.stringMatching(/_listed$/) as string,
  });
});
