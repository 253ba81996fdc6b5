import { describe, expect, it } from 'vitest';
import {
  type CaseNotice,
  isAcknowledged,
  isGiven,
  needsMending,
  NOTICE_KINDS,
  pendingExtension,
} from '@/lib/domain/case/notices';

const notice = (kind: CaseNotice['kind'], state: CaseNotice['state']): CaseNotice => ({
  id: `${kind} ${state}`,
  kind,
  state,
});
const STATES = ['queued', 'sent', 'delayed', 'uncertain', 'failed', 'told'] as const;

describe('a notice', () => {
  it('is given when the mail server took it or somebody was told, and by nothing else', () => {
    expect(STATES.filter((state) => isGiven(notice('answerReady', state)))).toEqual(['sent', 'told']);
  });

  it('acknowledges when it names receipt and last day', () => {
    const acknowledging = NOTICE_KINDS.filter((kind) => isAcknowledged([notice(kind, 'sent')]));
    expect(acknowledging).toEqual(['confirmEmail', 'acknowledgement']);
    expect(isAcknowledged([notice('confirmEmail', 'delayed')])).toBe(false);
  });

  it('that was given up is mended, unless it is asked for anew whenever it is needed, or another proof does', () => {
    expect(NOTICE_KINDS.filter((kind) => !needsMending(notice(kind, 'failed')))).toEqual([
      'mandateAsked',
      'mandateReminder',
      'accessLink',
      'deliveryCode',
      'contactFrom',
      'contactTo',
    ]);
    expect(STATES.filter((state) => needsMending(notice('answerReady', state)))).toEqual(['uncertain', 'failed']);
  });

  it('of more time is pending until it is given', () => {
    expect(STATES.filter((state) => pendingExtension([notice('extension', state)]))).toEqual([
      'queued',
      'delayed',
      'uncertain',
      'failed',
    ]);
    expect(pendingExtension([notice('answerReady', 'queued')])).toBeUndefined();
  });
});
