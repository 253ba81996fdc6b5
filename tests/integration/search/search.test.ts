import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSearch, searchNoteOf } from '@/lib/features/search/loaders';
import { db } from '@/lib/platform/db/client';
import { instanceOfFile } from '@/tests/support/demo-controllers';
import { submit } from '../requests/walk';
import { aPerson, type Person } from '../staff/people';

const PEOPLE = {
  inci: { name: 'İnci Yıldız', email: 'inci@example.com' },
  strauss: { name: 'Anna Strauß', email: 'strauss@example.com' },
  jose: { name: 'José Núñez', email: 'jose@example.com' },
  lukasz: { name: 'Łukasz Wójcik', email: 'lukasz@example.com' },
  ngo: { name: 'Ngô Thị Ánh', email: 'ngo@example.com' },
  zhanna: { name: 'Жанна Ёлкина', email: 'zhanna@example.com' },
  siobhan: { name: "Siobhán O'Brien", email: 'siobhan@example.com' },
  omar: { name: 'Omar Al-Masri', email: 'omar@example.com' },
  single: { name: 'X', email: 'Single@Example.com', identifiers: { phone: '+352 621 777 003', account: 'Heavy_User' } },
  wojciechowska: { name: 'Ewa Wojciechowska', email: 'ewa@example.com' },
  wojciechowski: { name: 'Jan Wojciechowski', email: 'jan@example.com' },
} as const;

type Who = keyof typeof PEOPLE;

instanceOfFile();
let me: Person;
const caseOf = new Map<string, Who>();
const reference = new Map<Who, string>();
beforeAll(async () => {
  me = await aPerson();
  for (const [who, given] of Object.entries(PEOPLE)) {
    const { caseId, reference: named } = await submit({ identifiers: {}, ...given });
    caseOf.set(caseId, who as Who);
    reference.set(who as Who, named);
  }
});

const search = async (text: string): Promise<(Who | undefined)[]> =>
  (await loadSearch(me.staff, text)).ids.map((id) => caseOf.get(id)).sort();

describe('a search of the desk', () => {
  it.each<[string, Who[]]>([
    ['inci', ['inci']],
    ['INCI', ['inci']],
    ['yildiz', ['inci']],
    ['YILDIZ', ['inci']],
    ['Strauss', ['strauss']],
    ['STRAUSS', ['strauss']],
    ['Jose Nunez', ['jose']],
    ['Lukasz', ['lukasz']],
    ['Wojcik', ['lukasz']],
    ['Ngo', ['ngo']],
    ['Елкина', ['zhanna']],
    ['OBrien', ['siobhan']],
    ["o'brien siobhan", ['siobhan']],
    ['Al-Masri', ['omar']],
    ['x', ['single']],
    ['621777003', ['single']],
    ['0621 777 003', ['single']],
    ['tel:+352621777003', ['single']],
    ['+33 621 777 003', []],
    ['single@EXAMPLE.com', ['single']],
    ['heavy_user', ['single']],
    ['Wojc', ['lukasz', 'wojciechowska', 'wojciechowski']],
    ['wojciecho', ['wojciechowska', 'wojciechowski']],
    ['wojciechowska', ['wojciechowska']],
    ['wojciechowskaja', []],
    ['ewa wojciechowski', []],
    ['nobody@example.com', []],
  ])('for %s finds %s', async (text, who) => {
    expect(await search(text)).toEqual(who);
  });

  it('finds by a reference as people say it', async () => {
    const whole = reference.get('omar') ?? '';
    const [prefix, first, last] = whole.split('-');
    for (const said of [
      `${prefix} ${first} ${last}`,
      whole.replaceAll('-', '').toLowerCase(),
      whole.replaceAll('-', '\u2011'),
      `${whole}.`,
      `#${whole}`,
      `${first}-${last}`,
      last,
      first,
      whole.slice(0, 7),
    ])
      expect(await search(said ?? '')).toContain('omar');
  });

  it.each(['%', '_', '-', '?!', '\\', '@', '(+)$', "'"])(
    'for %s, in which there is nothing to search by, finds nothing and says so',
    async (text) => {
      const { ids, by, sealedNote } = await loadSearch(me.staff, text);
      expect({ ids, by }).toEqual({ ids: [], by: [] });
      expect(searchNoteOf(me.staff, sealedNote)).toMatchObject({ text, by: [] });
    },
  );

  it('finds nothing of controllers that somebody does not work for', async () => {
    const other = await aPerson({ controllerIds: ['elsewhere'] });
    for (const text of ['Omar', 'Wojciecho', 'omar@example.com', reference.get('omar') ?? ''])
      expect((await loadSearch(other.staff, text)).ids).toEqual([]);
  });

  it('is logged by kind and number, without what was typed', async () => {
    const reader = await aPerson();
    await loadSearch(reader.staff, 'Strauss');
    const events = await db().auditEvent.findMany({
      where: { actorId: reader.staffId, kind: 'SearchMade' },
      orderBy: { position: 'asc' },
    });
    expect(events.map(({ body }) => (JSON.parse(body) as { data: unknown }).data)).toEqual([
      { by: 'account', found: 0 },
      { by: 'name', found: 1 },
    ]);
  });

  it('is remembered in the address for whoever made it, for a day, and is not to be read there', async () => {
    const { sealedNote } = await loadSearch(me.staff, 'Strauss');
    expect(Buffer.from(sealedNote, 'base64url').toString('latin1')).not.toContain('Strauss');
    expect(searchNoteOf(me.staff, sealedNote)).toMatchObject({ text: 'Strauss', by: ['account', 'name'], more: false });
    expect(searchNoteOf((await aPerson()).staff, sealedNote)).toBeNull();
    expect(searchNoteOf(me.staff, sealedNote, new Date(Date.now() + 86_400_000))).toBeNull();
    for (const broken of [undefined, '', 'x', sealedNote.slice(0, -4), randomBytes(60).toString('base64url')])
      expect(searchNoteOf(me.staff, broken)).toBeNull();
  });

  it('says when there are more than it names', async () => {
    const at = new Date();
    for (let n = 0; n < 52; n++)
      await submit({ name: `Crowd ${n}`, email: `${randomUUID()}@example.com`, identifiers: {} }, at);
    const { ids, sealedNote } = await loadSearch(me.staff, 'Crowd');
    expect(ids).toHaveLength(50);
    expect(searchNoteOf(me.staff, sealedNote)?.more).toBe(true);
  });
});
