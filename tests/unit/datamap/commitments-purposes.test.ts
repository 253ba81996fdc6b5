import { describe, expect, it } from 'vitest';
import { isPortable } from '@/lib/domain/fulfilment/categories';
import type { Collection } from '@/lib/domain/datamap/types';
import { basesOf, collections, demo } from './demo-controllers';

const callsapp = demo('callsapp').dataMap;
const sessia = demo('sessia').dataMap;

const collection = (map: typeof callsapp, id: string): Collection => collections(map).find((one) => one.id === id)!;

describe('recipients, purposes and portability', () => {
  it.each([
    [
      'CallsApp',
      callsapp,
      [
        'T-One Corporation Inc.',
        'CallsApp Inc.',
        /[Aa]ffiliates/,
        /Trust/,
        /Payments/,
        /Analytics/,
        /inside the app/,
        /Ads/,
        /Telecom/,
        /public accounts/,
        /Law enforcement/,
        /new owner/,
        /Other users/,
      ],
    ],
    [
      'Sessia',
      sessia,
      [
        /Trust/,
        /плащания/,
        /Analytics/,
        /inside Sessia/,
        /^Sample Garden$/,
        /Example Travel Inc/,
        /Law enforcement/,
        /new owner/,
        /Other users/,
      ],
    ],
  ])('%s names everyone who may receive data, and each receives something', (_name, map, names) => {
    const recipients = Object.values(map.recipients);
    for (const name of names) {
      const found = recipients.filter((recipient) =>
        typeof name === 'string' ? recipient.name.en === name : name.test(recipient.name.en),
      );
      expect(found, String(name)).not.toEqual([]);
    }
    for (const { id } of recipients)
      expect(
        collections(map).some(({ recipientIds }) => recipientIds!.includes(id)),
        id,
      ).toBe(true);
  });

  it('the group of CallsApp receives the linked account', () => {
    expect(collection(callsapp, 'accounts.group_link').recipientIds).toEqual(
      expect.arrayContaining(['parent', 'callsappInc', 'affiliates']),
    );
  });

  it.each([
    ['CallsApp', callsapp],
    ['Sessia', sessia],
  ])('%s uses each of the six bases, and each purpose for something', (_name, map) => {
    expect(new Set(Object.values(map.purposes).map(({ basis }) => basis)).size).toBe(6);
    for (const { id } of Object.values(map.purposes))
      expect(
        collections(map).some(({ purposeIds }) => purposeIds.includes(id)),
        id,
      ).toBe(true);
    for (const one of collections(map)) expect(basesOf(map, one), one.id).not.toEqual([]);
  });

  it.each([
    ['CallsApp', callsapp],
    ['Sessia', sessia],
  ])('%s says which interest a legitimate interest is', (_name, map) => {
    for (const { basis, interest, id } of Object.values(map.purposes))
      expect(interest !== null, id).toBe(basis === 'legitimateInterests');
  });

  it.each([
    ['what was given on contract', callsapp, 'accounts.account', true],
    ['what was observed on contract', callsapp, 'calls.call', true],
    ['what was given on consent', sessia, 'messenger.video_view', true],
    ['what others gave', callsapp, 'accounts.social_profile', false],
    ['what was concluded', sessia, 'profiles.rank', false],
    ['what rests on legitimate interests alone', sessia, 'advertising.ad_contact', false],
  ])('%s: portable is %#', (_what, map, id, portable) => {
    expect(isPortable(map, collection(map, id))).toBe(portable);
  });

  it.each([
    ['CallsApp', callsapp],
    ['Sessia', sessia],
  ])('%s is written in all three languages, none left in another', (_name, map) => {
    const same = collections(map)
      .flatMap(({ id, title, description, fields }) => [
        { id, text: title },
        { id, text: description },
        ...fields.map((field) => ({ id: `${id}.${field.name}`, text: field.title })),
      ])
      .filter(({ text }) => !/[а-яА-Я]/.test(text.bg) || !/[а-яА-Я]/.test(text.ru) || /[а-яА-Я]/.test(text.en));
    expect(same).toEqual([]);
  });
});
