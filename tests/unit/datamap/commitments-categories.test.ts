import { describe, expect, it } from 'vitest';
import type { Collection } from '@/lib/domain/datamap/types';
import { basesOf, collections, demo, fieldsOf, ofCategory } from './demo-controllers';

const callsapp = demo('callsapp').dataMap;
const sessia = demo('sessia').dataMap;

const collection = (map: typeof callsapp, id: string): Collection => collections(map).find((one) => one.id === id)!;

describe('every category of the policies, with the fields it names', () => {
  it.each([
    [
      'CallsApp',
      callsapp,
      'registration',
      [
        'accounts.account.display_name',
        'accounts.account.photo_url',
        'accounts.account.email',
        'accounts.account.phone',
        'accounts.account.password_hash',
        'billing.billing_profile.card_last_digits',
      ],
    ],
    [
      'Sessia',
      sessia,
      'registration',
      [
        'profiles.member.full_name',
        'profiles.member.photo_url',
        'profiles.member.email',
        'profiles.member.born_on',
        'profiles.member.phone',
        'shop.payment_method.card_last_digits',
      ],
    ],
    ['CallsApp', callsapp, 'addressBook', ['accounts.address_book_permission.allowed']],
    [
      'Sessia',
      sessia,
      'addressBook',
      [
        'profiles.address_book_entry.contact_name',
        'profiles.address_book_entry.contact_phone',
        'profiles.address_book_entry.uses_sessia',
      ],
    ],
    [
      'CallsApp',
      callsapp,
      'socialNetworks',
      [
        'profile_url',
        'email',
        'birthday',
        'work_history',
        'education_history',
        'interests',
        'current_city',
        'videos_watched',
      ]
        .map((name) => `accounts.social_profile.${name}`)
        .concat('accounts.social_contact.contact_name', 'accounts.social_contact.relation'),
    ],
    [
      'CallsApp',
      callsapp,
      'callsAndMessages',
      [
        'calls.call.length_seconds',
        'calls.call.missed',
        'calls.call.peer_phone',
        'calls.call.direction',
        'calls.call.started_at',
        'calls.message.peer_phone',
        'calls.message.sent_at',
      ],
    ],
    [
      'Sessia',
      sessia,
      'callsAndMessages',
      [
        'messenger.call.started_at',
        'messenger.call.peer_phone',
        'messenger.message.delivered_at',
        'messenger.message.read_at',
      ],
    ],
    [
      'CallsApp',
      callsapp,
      'undeliveredMessages',
      ['calls.undelivered_message.queued_at', 'calls.undelivered_message.deleted_on'],
    ],
    [
      'CallsApp',
      callsapp,
      'paidCalls',
      [
        'billing.paid_call.called_number',
        'billing.paid_call.phone_operator',
        'billing.paid_call.charged',
        'billing.payment.amount',
      ],
    ],
    ['Sessia', sessia, 'support', ['support.enquiry.calls_looked_at']],
    [
      'CallsApp',
      callsapp,
      'publicActivity',
      [
        'activity.reaction.kind',
        'activity.reaction.comment',
        'activity.reaction.link',
        'activity.bot_message.body',
        'activity.post.body',
      ],
    ],
    ['Sessia', sessia, 'publicActivity', ['profiles.public_post.body']],
    ['CallsApp', callsapp, 'searchesAndShopping', ['activity.search.query', 'activity.search.shared_with_phone']],
    ['Sessia', sessia, 'orders', ['shop.purchase.paid', 'shop.purchase.shown_to_others', 'shop.purchase_item.product']],
    [
      'CallsApp',
      callsapp,
      'contentViews',
      ['activity.content_view.visited_account', 'activity.content_view.content_title'],
    ],
    ['Sessia', sessia, 'contentViews', ['messenger.content_view.content_title', 'messenger.video_view.video_title']],
    [
      'CallsApp',
      callsapp,
      'miniApps',
      ['online_now', 'preferences', 'times_used', 'seconds_used'].map((name) => `activity.mini_app_use.${name}`),
    ],
    [
      'Sessia',
      sessia,
      'miniApps',
      ['installed_through_sessia', 'online_now', 'preferences', 'times_used'].map((name) => `profiles.app_use.${name}`),
    ],
    ['Sessia', sessia, 'rank', ['profiles.rank.rank']],
    [
      'CallsApp',
      callsapp,
      'device',
      ['device_id', 'operating_system', 'installed_apps'].map((name) => `accounts.device.${name}`),
    ],
    [
      'Sessia',
      sessia,
      'device',
      ['device_id', 'operating_system', 'browser', 'language', 'wireless_network', 'mobile_operator'].map(
        (name) => `profiles.device.${name}`,
      ),
    ],
    ['CallsApp', callsapp, 'location', ['accounts.location.method', 'accounts.location.latitude']],
    [
      'CallsApp',
      callsapp,
      'advertising',
      ['advertising_id', 'language', 'country', 'city', 'device_model'].map((name) => `advertising.ad_profile.${name}`),
    ],
    ['Sessia', sessia, 'advertising', ['advertising.ad_contact.advertising_id']],
    [
      'CallsApp',
      callsapp,
      'fromOthers',
      ['advertising.outside_record.age_range', 'advertising.outside_record.other_phone'],
    ],
    [
      'Sessia',
      sessia,
      'fromOthers',
      ['advertising.outside_record.age_range', 'advertising.outside_record.other_email'],
    ],
    ['CallsApp', callsapp, 'groupAccount', ['accounts.group_link.email', 'accounts.group_link.activity_shared']],
    [
      'CallsApp',
      callsapp,
      'partners',
      ['partners.partner.phone', 'partners.partner.email', 'partners.partner.address', 'partners.letter.body'],
    ],
    ['CallsApp', callsapp, 'antiAbuse', ['accounts.abuse_block.grounds']],
    ['Sessia', sessia, 'antiAbuse', ['profiles.abuse_block.grounds']],
  ])('%s: %#', (_name, map, category, fields) => {
    expect(map.categories[category]).toBeDefined();
    expect(fieldsOf(ofCategory(map, category))).toEqual(expect.arrayContaining(fields));
  });

  it('no contents of calls and messages between people is held anywhere', () => {
    for (const map of [callsapp, sessia]) {
      expect(fieldsOf(ofCategory(map, 'callsAndMessages')).filter((field) => /body|text|content/.test(field))).toEqual(
        [],
      );
    }
  });

  it('a password is never shown, only that there is one', () => {
    for (const map of [callsapp, sessia]) {
      const passwords = collections(map)
        .flatMap(({ fields }) => fields)
        .filter(({ name }) => name.includes('password'));
      expect(passwords.map(({ presenceOnly }) => presenceOnly !== null)).toEqual([true]);
    }
  });
});

describe('what the policies say of single categories', () => {
  it('CallsApp holds nobody else’s number out of an address book', () => {
    const held = ofCategory(callsapp, 'addressBook');
    expect(
      held
        .flatMap(({ fields }) => fields)
        .filter(({ dataCategories }) => dataCategories.some((key) => /phone_number|name$/.test(key))),
    ).toEqual([]);
    expect(held[0]!.description.en).toContain('not stored with us');
  });

  it('Sessia’s address book is other people’s data, gone at once and for ever on deactivation', () => {
    const book = collection(sessia, 'profiles.address_book_entry');
    expect(book.fields.filter(({ otherPerson }) => otherPerson !== null).map(({ name }) => name)).toEqual([
      'contact_name',
      'contact_phone',
    ]);
    expect(sessia.retentions[book.retentionId!]).toMatchObject({ period: 'P0D', countedFrom: 'deactivation' });
    expect(book.erasure).toBeNull();
  });

  it.each([
    ['social networks of CallsApp', collection(callsapp, 'accounts.social_profile'), /Facebook, Twitter or VK/],
    ['friends in social networks', collection(callsapp, 'accounts.social_contact'), /Facebook, Twitter or VK/],
    ['demographic data of CallsApp', collection(callsapp, 'advertising.outside_record'), /Example Data Ltd/],
    ['demographic data of Sessia', collection(sessia, 'advertising.outside_record'), /Example Data Ltd/],
  ])('%s came from somebody else, who is named: Art. 15(1)(g)', (_what, { source }, who) => {
    expect(source!.kind).toBe('thirdParty');
    expect(source!.text.en).toMatch(who);
  });

  it.each([
    ['calls.call', callsapp],
    ['calls.message', callsapp],
    ['messenger.call', sessia],
    ['messenger.message', sessia],
  ])('each row of %s has the other person marked', (id, map) => {
    const peers = collection(map, id).fields.filter(({ name }) => name.startsWith('peer_'));
    expect(peers.length).toBeGreaterThan(0);
    for (const peer of peers) expect(peer.otherPerson).not.toBeNull();
  });

  it.each([
    [
      'undelivered messages wait at most two weeks',
      callsapp,
      'calls.undelivered_message',
      { period: 'P2W', countedFrom: 'creation' },
    ],
    [
      'video views are kept up to one year after deactivation',
      sessia,
      'messenger.video_view',
      { period: 'P1Y', countedFrom: 'deactivation' },
    ],
    ['call information of Sessia only as long as needed', sessia, 'messenger.call', { period: null }],
    ['posts of CallsApp stay until they are deleted', callsapp, 'activity.post', { id: 'untilYouDelete' }],
    ['posts of Sessia stay until they are deleted', sessia, 'profiles.public_post', { id: 'untilYouDelete' }],
    [
      'activity of CallsApp is kept only without the person afterwards',
      callsapp,
      'activity.reaction',
      { id: 'deidentified', countedFrom: 'deactivation' },
    ],
    ['blocks of CallsApp outlive the account', callsapp, 'accounts.abuse_block', { id: 'closedAccounts' }],
    ['blocks of Sessia outlive the account', sessia, 'profiles.abuse_block', { id: 'closedAccounts' }],
    [
      'accounts of CallsApp shrink to what the law requires',
      callsapp,
      'accounts.account',
      { id: 'whileNecessary', countedFrom: 'deactivation' },
    ],
  ])('%s', (_what, map, id, retention) => {
    expect(map.retentions[collection(map, id).retentionId!]).toMatchObject(retention);
  });

  it.each([
    [callsapp, 'billing.paid_call', 'GDPR-17-3-b'],
    [callsapp, 'billing.payment', 'GDPR-17-3-b'],
    [sessia, 'shop.purchase', 'GDPR-17-3-b'],
    [sessia, 'shop.purchase_item', 'GDPR-17-3-b'],
    [callsapp, 'accounts.abuse_block', 'GDPR-17-3-e'],
    [sessia, 'profiles.abuse_block', 'GDPR-17-3-e'],
  ])('what may be kept after an erasure names its ground: %#', (map, id, ground) => {
    expect(collection(map, id).erasure).toMatchObject({ kind: 'keep', groundId: ground });
  });

  it.each([
    [callsapp, 'activity.post'],
    [sessia, 'profiles.public_post'],
  ])('posts stay without the person: %#', (map, id) => {
    expect(collection(map, id).erasure).toMatchObject({ kind: 'anonymise' });
    expect(collection(map, id).publicToOthers).not.toBeNull();
  });

  it.each([
    [callsapp, 'accounts.account'],
    [sessia, 'profiles.member'],
    [sessia, 'profiles.rank'],
    [sessia, 'shop.purchase'],
    [callsapp, 'activity.mini_app_use'],
    [sessia, 'profiles.app_use'],
  ])('says what other users see: %#', (map, id) => {
    expect(collection(map, id).publicToOthers).not.toBeNull();
    expect(collection(map, id).recipientIds).toContain('otherUsers');
  });

  it.each([
    ['location', callsapp, 'accounts.location', 'consent'],
    ['social networks', callsapp, 'accounts.social_profile', 'consent'],
    ['video views', sessia, 'messenger.video_view', 'consent'],
    ['advertising of CallsApp', callsapp, 'advertising.ad_profile', 'legitimateInterests'],
    ['paid calls', callsapp, 'billing.paid_call', 'legalObligation'],
    ['registration', sessia, 'profiles.member', 'contract'],
    ['devices against fraud', callsapp, 'accounts.device', 'legitimateInterests'],
    ['blocks', sessia, 'profiles.abuse_block', 'legitimateInterests'],
  ] as const)('%s rests on its basis', (_what, map, id, basis) => {
    expect(basesOf(map, collection(map, id))).toContain(basis);
  });

  it.each([
    [callsapp, 'advertising.ad_profile'],
    [sessia, 'advertising.ad_contact'],
  ])('an objection can stop advertising: no basis but legitimate interests, %#', (map, id) => {
    expect(basesOf(map, collection(map, id))).toEqual(['legitimateInterests']);
    expect(collection(map, id).description.en).toContain('If you object, it stops');
  });

  it('a partner of CallsApp is found without an account', () => {
    expect(collection(callsapp, 'partners.partner')).toMatchObject({ account: true });
    expect(collection(callsapp, 'partners.partner').fields.flatMap(({ identity }) => identity ?? [])).toEqual([
      'email',
      'phone',
    ]);
  });

  it('an account closed by a machine says by which logic and that a person can look at it', () => {
    expect(collection(callsapp, 'accounts.abuse_block').automatedDecision).toMatchObject({
      consequences: { en: expect.stringMatching(/have a person look at it/) },
    });
  });
});
