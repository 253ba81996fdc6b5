import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildController } from '@/lib/domain/controller/build';
import { checkController } from '@/lib/domain/controller/check';
import { controllerFileSchema } from '@/lib/domain/controller/schema';
import { CONTROLLER } from './files';

const TALK = { id: 'talk', name: 'Talk', kind: 'https-upload', url: 'https://talk.example.com/in' };

const read = (...receivers: object[]) =>
  controllerFileSchema.safeParse({ ...(parse(CONTROLLER) as object), receivers });

const problems = (...receivers: object[]) => {
  const content = read(...receivers).data!;
  return checkController('controller.yaml', content.id, content).map(({ path, message }) => [path.join('.'), message]);
};

describe('controllers to which a copy can be sent straight', () => {
  it('each have a name, an address and, where it asks for one, the variable of a secret', () => {
    const [one, other] = buildController(
      read(TALK, { ...TALK, id: 'chat', secret: 'CHAT_TOKEN' }).data!,
      null,
    ).receivers;
    expect(one).toMatchObject({ id: 'talk', name: { en: 'Talk' }, secretName: null, inside: false });
    expect(other).toMatchObject({ id: 'chat', secretName: 'CHAT_TOKEN' });
    expect(buildController(controllerFileSchema.parse(parse(CONTROLLER)), null).receivers).toEqual([]);
    expect(problems(TALK)).toEqual([]);
  });

  it.each([
    ['a secret instead of its variable', { ...TALK, secret: 'sesame' }],
    ['another way of sending', { ...TALK, kind: 'mail' }],
    ['an address that is none of the web', { ...TALK, url: 'ftp://talk.example.com' }],
    ['an id that fits no log', { ...TALK, id: 'Talk to me' }],
  ])('have not %s', (_what, receiver) => {
    expect(read(receiver).success).toBe(false);
  });

  it('are each there once, and get nothing in the clear but inside the own network', () => {
    expect(problems(TALK, TALK)).toEqual([['receivers.1.id', '"talk" is there twice']]);
    const plain = { ...TALK, url: 'http://talk.example.com/in' };
    expect(problems(plain)).toEqual([['receivers.0.url', 'personal data would be sent there in the clear']]);
    expect(problems({ ...plain, inside: true })).toEqual([]);
  });
});
