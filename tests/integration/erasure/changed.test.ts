import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Erasable, erasable, QUIET, rehearsed } from './erasable';
import { KILL_MAP } from './kill-map';

let source: Erasable;
beforeEach(async () => {
  source = await erasable(`
    CREATE TABLE person (id int PRIMARY KEY, email text);
    CREATE TABLE note (id int PRIMARY KEY, author int REFERENCES person, body text);
    INSERT INTO person VALUES (1, 'me@example.com'), (2, 'you@example.com');
    INSERT INTO note VALUES (1, 1, 'a'), (2, 1, 'b'), (3, 2, 'c')`);
});
afterEach(() => source.drop());

const me = () => rehearsed(KILL_MAP, { email: ['me@example.com'] }, source);
const notes = () => source.read<{ id: number }>('SELECT id FROM note ORDER BY id');

describe('what changed since two people agreed', () => {
  it.each([
    [
      'a record more',
      "INSERT INTO note VALUES (4, 1, 'd')",
      { kind: 'more', collectionId: 'app.note', approved: 2, found: 3 },
    ],
    [
      'another account of the same address',
      "INSERT INTO person VALUES (9, 'Me@Example.com')",
      { kind: 'more', collectionId: 'app.person', approved: 1, found: 2 },
    ],
    [
      'another record in the place of one',
      'UPDATE note SET author = 2 WHERE id = 1; UPDATE note SET author = 1 WHERE id = 3',
      { kind: 'others', collectionId: 'app.note', approved: 2, found: 2 },
    ],
    [
      'a column more',
      'ALTER TABLE note ADD seen boolean',
      { kind: 'schema', gone: [], new: ['table note, column seen boolean'] },
    ],
    [
      'another deed of a foreign key',
      'ALTER TABLE note DROP CONSTRAINT note_author_fkey; ALTER TABLE note ADD FOREIGN KEY (author) REFERENCES person ON DELETE CASCADE',
      {
        kind: 'schema',
        gone: ['table note (author) refers to person (id), on delete no action'],
        new: ['table note (author) refers to person (id), on delete cascade'],
      },
    ],
  ])('%s stops it before the first record goes', async (_, change, expected) => {
    const { erasure, eraser, facts } = await me();
    await source.run(change);
    const before = await notes();
    expect(await eraser.erase(erasure, facts, QUIET)).toEqual({ kind: 'changed', changes: [expected], obstacles: [] });
    expect(await notes()).toEqual(before);
  });

  it('a trigger is seen, and a new one stops it', async () => {
    const { erasure, eraser, facts } = await me();
    await source.run(`
      CREATE FUNCTION hoard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END';
      CREATE TRIGGER hoard BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION hoard()`);
    expect(await eraser.erase(erasure, facts, QUIET)).toMatchObject({
      changes: [
        { kind: 'schema', new: [expect.stringContaining('CREATE TRIGGER hoard BEFORE DELETE ON public.note')] },
      ],
    });
  });

  it('a record less is no reason to stop', async () => {
    const { erasure, eraser, facts } = await me();
    await source.run('DELETE FROM note WHERE id = 1');
    expect(await eraser.erase(erasure, facts, QUIET)).toMatchObject({ kind: 'erased' });
    expect(await notes()).toEqual([{ id: 3 }]);
  });
});

describe('what the database does not let happen', () => {
  it('a trigger that keeps records fails the whole, and says so', async () => {
    await source.run(`
      CREATE FUNCTION hoard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF OLD.id = 2 THEN RETURN NULL; END IF; RETURN OLD; END';
      CREATE TRIGGER hoard BEFORE DELETE ON note FOR EACH ROW EXECUTE FUNCTION hoard()`);
    const { erasure, eraser, facts } = await me();
    await expect(eraser.erase(erasure, facts, QUIET)).rejects.toMatchObject({
      detail: expect.stringContaining('1 of 2 records of app.note could be changed'),
    });
    expect(await notes()).toHaveLength(3);
  });

  it('nothing is erased where the last note before the end cannot be written', async () => {
    const { erasure, eraser, facts } = await me();
    const beforeCommit = () => Promise.reject(new Error('our own database is away'));
    await expect(eraser.erase(erasure, facts, { ...QUIET, beforeCommit })).rejects.toThrow();
    expect(await notes()).toHaveLength(3);
  });

  it('a login that may not delete is told so before anybody agrees', async () => {
    await source.run(`REVOKE DELETE ON note FROM ${source.writer}`);
    expect((await me()).facts.obstacles).toEqual([
      { kind: 'denied', collectionId: 'app.note', detail: 'the login may not delete from note: grant DELETE' },
    ]);
  });

  it('records that are kept from the login by a policy are no finding of nothing', async () => {
    await source.run('ALTER TABLE note ENABLE ROW LEVEL SECURITY');
    await expect(me()).rejects.toMatchObject({ reason: 'denied' });
  });

  it('a lost connection erases nothing', async () => {
    const { erasure, eraser, facts } = await me();
    const beforeCommit = async () => {
      await source.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'rightsdesk' AND datname = current_database()",
      );
    };
    await expect(eraser.erase(erasure, facts, { ...QUIET, beforeCommit })).rejects.toMatchObject({
      reason: expect.stringMatching(/interrupted|unreachable/),
    });
    expect(await notes()).toHaveLength(3);
  });
});
