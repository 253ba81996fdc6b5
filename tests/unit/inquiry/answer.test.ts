import { describe, expect, it } from 'vitest';
import { type GivenAnswer, problemsOfAnswer } from '@/lib/domain/inquiry/answer';

const answer = (given: Partial<GivenAnswer>): GivenAnswer => ({
  collectionId: 'papers.contracts',
  result: '',
  reason: '',
  text: '',
  documents: [],
  ...given,
});

const document = (name: string, size = 3) => ({ name, bytes: new Uint8Array(size) });
const problems = (...given: Partial<GivenAnswer>[]) =>
  problemsOfAnswer(given.map(answer), ({ name }) => (name.endsWith('.exe') ? 'unknownKind' : { mediaType: 'x/y' })).map(
    ({ field, problem, document: about }) => [field, problem, ...(about === null ? [] : [about])].join(' '),
  );

describe('the answer of a system’s owner', () => {
  it('is right where something is handed in, where nothing was found, and where it does not apply for a reason', () => {
    expect(problems({ result: 'found', text: 'A letter.' })).toEqual([]);
    expect(problems({ result: 'found', documents: [document('a.pdf')] })).toEqual([]);
    expect(problems({ result: 'nothing' }, { result: 'notApplicable', reason: 'gone' })).toEqual([]);
  });

  it.each([
    [{}, 'result missing'],
    [{ result: 'perhaps' }, 'result missing'],
    [{ result: 'found' }, 'documents foundNothing'],
    [{ result: 'found', text: ' \n' }, 'documents foundNothing'],
    [{ result: 'nothing', text: 'A letter.' }, 'result foundSomething'],
    [{ result: 'notApplicable', reason: 'gone', documents: [document('a.pdf')] }, 'result foundSomething'],
    [{ result: 'notApplicable' }, 'reason reasonMissing'],
    [{ result: 'notApplicable', reason: 'constructor' }, 'reason reasonMissing'],
    [{ result: 'found', text: 'x'.repeat(20_001) }, 'text textTooLong'],
    [{ result: 'found', documents: [document('virus.exe')] }, 'documents unknownKind virus.exe'],
    [{ result: 'found', documents: Array.from({ length: 21 }, (_, n) => document(`${n}.pdf`)) }, 'documents tooMany'],
  ])('%j is asked for again: %s', (given, problem) => {
    expect(problems(given)).toEqual([problem]);
  });

  it('may be large in one document, and not in all together', () => {
    const half = 11 * 1024 * 1024;
    expect(problems({ result: 'found', documents: [document('a.pdf', half)] })).toEqual([]);
    expect(
      problems(
        { result: 'found', documents: [document('a.pdf', half)] },
        { result: 'found', documents: [document('b.pdf', half)] },
      ),
    ).toEqual(['documents allTooLarge', 'documents allTooLarge']);
  });
});
