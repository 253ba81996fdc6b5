import type { BundleFacts } from '@/lib/domain/bundle/types';
import { frontSentences } from '../front';
import { wordingOf } from '../wording';
import { OPENSSL_COMMAND, SUMS_COMMAND, VERIFY_COMMAND } from './contents';

/** The plain text that tells how to read a bundle and how to check it, in the requester's language. */
export function checkMeText(facts: BundleFacts, keyFingerprint: string): string {
  const wording = wordingOf(facts);
  const { t, day, dayOf } = wording;
  const title = facts.reference === null ? t('preview') : t('reference', { reference: facts.reference });
  const paragraphs = [
    `${facts.controller.legalName}\n${title}\n${t('answeredOn', { date: day(dayOf(facts.madeAt)) })}`,
    frontSentences(facts, wording).join(' '),
    t('checkMeStart'),
    t('checkMeFolder'),
    t('spreadsheetNote'),
    t('checkMeKeep'),
    t('checkMeTitle'),
    t('checkIntro'),
    `${t('checkKey', { url: facts.keyUrl })}\n\n    ${keyFingerprint}`,
    `${t('checkSteps')}\n\n    ${OPENSSL_COMMAND}`,
    `${t('checkAnswer')}\n\n    ${SUMS_COMMAND}`,
    t('checkAnswerFiles'),
    `${t('checkTool')}\n\n    ${VERIFY_COMMAND} ${facts.reference ?? 'bundle'}.zip`,
  ];
  // Windows' own editor reads either line ending, older ones only this one; the mark tells them that it is UTF-8.
  return `\uFEFF${paragraphs.join('\n\n')}\n`.replaceAll('\n', '\r\n').replaceAll('\u00a0', ' ');
}
