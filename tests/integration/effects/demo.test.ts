import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carriedKeys } from '@/lib/connectors/carried-keys';
import type { Changed } from '@/lib/connectors/change-port';
import { openChanger, openConnector } from '@/lib/connectors/open';
import { type DemoControllerId, demoPeople, type DemoRole } from '@/lib/demo/people';
import { seedDemo } from '@/lib/demo/seed';
import type { Correction } from '@/lib/domain/case/commands/effects';
import { erasureSearch } from '@/lib/domain/erasure/systems';
import { effectStepOf } from '@/lib/domain/law/right-effects';
import type { RightId } from '@/lib/domain/law/types';
import { effectPlan } from '@/lib/features/cases/data/effect-plan';
import { loadControllers } from '@/lib/platform/controllers/load';
import { serverUrl } from '@/tests/support/database';
import { dropDemo } from '@/tests/support/demo-databases';

const PREFIX = 'effects_test';
const { controllers } = loadControllers(path.join(import.meta.dirname, '..', '..', '..', 'controllers'));

describe('the rights that act, in the databases of both demo companies', { timeout: 120_000 }, () => {
  let env: Record<string, string>;
  beforeAll(async () => {
    ({ env } = await seedDemo({ adminUrl: serverUrl(), readerPassword: 'r', prefix: PREFIX, bigRecords: 100 }));
  }, 180_000);
  afterAll(async () => {
    await dropDemo(PREFIX);
  });

  const read = async (urlName: string, sql: string, ...values: unknown[]): Promise<unknown[]> => {
    const client = new Client({ connectionString: env[urlName] });
    await client.connect();
    try {
      return (await client.query(sql, values)).rows;
    } finally {
      await client.end();
    }
  };

  const personOf = (controller: DemoControllerId, role: DemoRole) =>
    demoPeople(controller).find((person) => person.role === role)!;

  /** Carries a right out in every system, as the worker does. */
  async function carryOut(
    controller: DemoControllerId,
    role: DemoRole,
    right: RightId,
    correction: Correction | null = null,
  ): Promise<readonly Changed[]> {
    const { dataMap } = controllers.get(controller)!;
    const { email, phone } = personOf(controller, role);
    const identities = { email: [email], phone: [phone] };
    const search = erasureSearch(dataMap, identities);
    const done: Changed[] = [];
    for (const { systemId, byPerson, marks } of effectPlan(right, correction, { dataMap, identities }, env)) {
      expect(byPerson).toBe(false);
      const changer = openChanger(
        dataMap.systems.find(({ id }) => id === systemId)!,
        effectStepOf(right)!,
        env,
      )!;
      const steps = search.systems.find((one) => one.systemId === systemId)!.steps;
      const readers = new Map(dataMap.systems.map((one) => [one.id, openConnector(one, env)]));
      const carried = await carriedKeys(search, systemId, (id) => readers.get(id)!);
      const changes = marks.map(({ collectionId, fields }) => ({
        step: steps.find((one) => one.collectionId === collectionId)!,
        fields,
        was: correction?.wrong ?? null,
      }));
      done.push(...(await changer.change(changes, { carried })));
    }
    return done;
  }

  it('CallsApp: an objection to marketing stops letters, news and the advertising profile, of this person alone', async () => {
    const { id } = personOf('callsapp', 'ordinary');
    const done = await carryOut('callsapp', 'ordinary', 'objection_marketing');
    expect(done).toContainEqual({ collectionId: 'accounts.account', found: 1, held: 0, changed: 1, other: 0 });
    expect(
      await read('CALLSAPP_ACCOUNTS_URL', 'SELECT account_id::int AS id FROM accounts.account WHERE NOT news_allowed'),
    ).toEqual([{ id }]);
    expect(
      await read(
        'CALLSAPP_ADVERTISING_URL',
        'SELECT count(*)::int AS open FROM advertising.ad_profile WHERE account_id = $1 AND objected_at IS NULL',
        id,
      ),
    ).toEqual([{ open: 0 }]);
    // Done again, everything is as it should be, and nothing is written anew.
    expect((await carryOut('callsapp', 'ordinary', 'objection_marketing')).every(({ changed }) => changed === 0)).toBe(
      true,
    );
  });

  it('Sessia: a withdrawal of consent ends messages and the tracking of videos', async () => {
    const { id } = personOf('sessia', 'ordinary');
    await carryOut('sessia', 'ordinary', 'withdraw_consent');
    expect(
      await read(
        'SESSIA_PROFILES_URL',
        'SELECT informational_messages_consent_at AS news, video_tracking_consent_at AS video FROM profiles.member WHERE member_id = $1',
        id,
      ),
    ).toEqual([{ news: null, video: null }]);
  });

  it('both: a restriction stands on the account with the moment it began', async () => {
    await carryOut('callsapp', 'ordinary', 'restriction');
    await carryOut('sessia', 'ordinary', 'restriction');
    for (const [urlName, sql] of [
      ['CALLSAPP_ACCOUNTS_URL', 'SELECT count(*)::int AS n FROM accounts.account WHERE restricted_at IS NOT NULL'],
      ['SESSIA_PROFILES_URL', 'SELECT count(*)::int AS n FROM profiles.member WHERE restricted_at IS NOT NULL'],
    ] as const)
      expect(await read(urlName, sql)).toEqual([{ n: 1 }]);
  });

  it('both: a name is corrected in every place that says the old one, and another one is left and counted', async () => {
    for (const [controller, urlName, sql] of [
      ['callsapp', 'CALLSAPP_ACCOUNTS_URL', 'SELECT display_name AS name FROM accounts.account WHERE account_id = $1'],
      ['sessia', 'SESSIA_PROFILES_URL', 'SELECT full_name AS name FROM profiles.member WHERE member_id = $1'],
    ] as const) {
      const { id, name } = personOf(controller, 'ordinary');
      const correction = { factId: 'name', wrong: name, right: "Ана О'Нийл", evidence: 'passport' };
      const done = await carryOut(controller, 'ordinary', 'rectification', correction);
      expect(done.some(({ changed }) => changed === 1)).toBe(true);
      expect(await read(urlName, sql, id)).toEqual([{ name: "Ана О'Нийл" }]);
      const again = await carryOut(controller, 'ordinary', 'rectification', { ...correction, right: 'Somebody' });
      expect(again.reduce((sum, { other }) => sum + other, 0)).toBeGreaterThan(0);
      expect(await read(urlName, sql, id)).toEqual([{ name: "Ана О'Нийл" }]);
    }
  });
});
