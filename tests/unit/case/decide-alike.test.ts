import { describe, it } from 'vitest';
import { aCase, COMMANDS } from '@/tests/support/case-builders';
import { given } from '@/tests/support/given-when-then';

const place = (no: number) => ({
  redactionId: `redaction-${no}`,
  collectionId: 'calls.call',
  recordNo: no,
  field: 'peer',
  decides: [],
});

describe('hiding what stands in several places', () => {
  const redact = COMMANDS.RedactValue;

  it('hides each of them on the same ground, with the same facts', () => {
    given(aCase('reviewing'))
      .when({ ...redact, alike: [place(7), place(8)] })
      .then(
        { ...redact, type: 'ValueRedacted' },
        { ...redact, ...place(7), type: 'ValueRedacted' },
        { ...redact, ...place(8), type: 'ValueRedacted' },
      );
  });

  it('needs ground and facts as hiding one does, and takes no whole records', () => {
    given(aCase('reviewing'))
      .when({ ...redact, alike: [place(7)], detail: { passage: 'Jane', facts: ' ' } })
      .thenRefused('factsMissing');
    given(aCase('reviewing'))
      .when({ ...redact, scope: 'record', field: null, alike: [place(7)] })
      .thenRefused('passageMissing');
    given(aCase('ready'))
      .when({ ...redact, alike: [place(7)] })
      .thenRefused('wrongState');
  });

  it('shows all of them again together, save what was shown again meanwhile', () => {
    const undo = { type: 'UndoRedaction', collectionId: 'calls.call', redactionId: 'redaction-1' } as const;
    const three = aCase('reviewing', { redactionIds: ['redaction-1', 'redaction-3'] });
    given(three)
      .when({ ...undo, alike: ['redaction-2', 'redaction-3'] })
      .then(
        { type: 'RedactionUndone', collectionId: 'calls.call', redactionId: 'redaction-1' },
        { type: 'RedactionUndone', collectionId: 'calls.call', redactionId: 'redaction-3' },
      );
    given(three)
      .when({ ...undo, redactionId: 'redaction-9', alike: ['redaction-2'] })
      .thenRefused('alreadyDone');
  });
});
