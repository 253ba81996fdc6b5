import { describe, expect, it } from 'vitest';
import { labelsOf } from '@/lib/domain/law/rights';
import type { RightId } from '@/lib/domain/law/types';
import { translator } from '@/lib/platform/i18n/translator';

const [en, bg, ru] = [translator('en', 'law'), translator('bg', 'law'), translator('ru', 'law')];

/** The plain form and the law's own term in each language, as agreed for every page, mail, letter and file. */
const AGREED: readonly (readonly [
  RightId,
  readonly [string, string],
  readonly [string, string],
  readonly [string, string],
])[] = [
  [
    'access',
    ['Get a copy of your data', 'access'],
    ['Получете копие от данните си', 'право на достъп'],
    ['Получить копию своих данных', 'право на доступ'],
  ],
  [
    'rectification',
    ['Correct your data', 'rectification'],
    ['Поправете данните си', 'право на коригиране'],
    ['Исправить данные', 'право на исправление'],
  ],
  [
    'erasure',
    ['Delete your data', 'erasure'],
    ['Изтрийте данните си', 'право на изтриване (право „да бъдеш забравен“)'],
    ['Удалить данные', 'право на удаление («право быть забытым»)'],
  ],
  [
    'restriction',
    ['Pause the use of your data', 'restriction of processing'],
    ['Спрете временно използването', 'право на ограничаване на обработването'],
    ['Приостановить использование', 'право на ограничение обработки'],
  ],
  [
    'portability',
    ['Take your data elsewhere', 'data portability'],
    ['Прехвърлете данните си', 'право на преносимост на данните'],
    ['Перенести данные в другой сервис', 'право на переносимость данных'],
  ],
  [
    'objection',
    ['Say no to a use', 'objection'],
    ['Възразете срещу използване', 'право на възражение'],
    ['Возразить против использования', 'право на возражение'],
  ],
  [
    'objection_marketing',
    ['Stop advertising to you', 'objection to direct marketing'],
    ['Спрете рекламата към вас', 'възражение срещу директния маркетинг'],
    ['Прекратить рекламу, адресованную вам', 'возражение против прямого маркетинга'],
  ],
  [
    'withdraw_consent',
    ['Take back your consent', 'withdrawal of consent'],
    ['Оттеглете съгласието си', 'оттегляне на съгласието'],
    ['Отозвать согласие', 'отзыв согласия'],
  ],
  [
    'automated_decision',
    ['Have a person look again', 'automated individual decision-making'],
    ['Поискайте човек да преразгледа решението', 'автоматизирано вземане на индивидуални решения'],
    ['Попросить, чтобы решение пересмотрел человек', 'автоматизированное принятие решений'],
  ],
  [
    'shine_the_light',
    ['Learn who got your data for their own advertising', 'Your California Privacy Rights, Shine the Light'],
    [
      'Научете кой е получил данните ви за своя реклама',
      'Вашите права за съхранение на конфиденциалност в щата Калифорния',
    ],
    ['Узнать, кто получил ваши данные для своей рекламы', 'Ваши права на конфиденциальность в Калифорнии'],
  ],
];

describe('the agreed words', () => {
  it.each(AGREED)('%s', (right, english, bulgarian, russian) => {
    const { plain, term } = labelsOf(right);
    expect([en, bg, ru].map((say) => [say(plain), say(term)])).toEqual([english, bulgarian, russian]);
  });

  it.each([
    ['GDPR', 'EU law (GDPR)', 'правото на ЕС (GDPR)', 'право ЕС (GDPR)'],
    ['CCPA', 'California law (CCPA)', 'правото на Калифорния (CCPA)', 'право Калифорнии (CCPA)'],
  ])('of %s', (regime, ...words) => {
    expect([en, bg, ru].map((say) => say(`regime.${regime}`))).toEqual(words);
  });

  it.each([
    [
      'GDPR-17-3-b',
      'The law requires us to keep them.',
      'Законът ни задължава да ги пазим.',
      'Закон обязывает нас их хранить.',
    ],
    [
      'GDPR-17-3-e',
      'They are needed for legal claims.',
      'Необходими са за правни претенции.',
      'Они нужны для правовых требований.',
    ],
    [
      'GDPR-12-5-unfounded',
      'The request is manifestly unfounded.',
      'Искането е явно неоснователно.',
      'Запрос явно необоснован.',
    ],
  ])('of the ground %s', (ground, ...words) => {
    expect([en, bg, ru].map((say) => say(`ground.${ground}`))).toEqual(words);
  });

  it.each([
    ['GDPR-15-4', 'another person’s data', 'данни на друг човек', 'данные другого человека'],
    ['GDPR-15-4-secret', 'a trade secret', 'търговска тайна', 'коммерческая тайна'],
  ])('of the exemption %s', (exemption, ...words) => {
    expect([en, bg, ru].map((say) => say(`exemption.${exemption}`))).toEqual(words);
  });

  it.each([
    ['respond', 'Answer', 'Отговор', 'Ответ'],
    ['acknowledge', 'Acknowledgement', 'Потвърждение за получаване', 'Подтверждение получения'],
    ['optOut', 'Opt-out done', 'Отказът е изпълнен', 'Отказ исполнен'],
    ['extensionNotice', 'Notice of more time', 'Уведомление за удължаване на срока', 'Уведомление о продлении срока'],
  ])('of the clock %s', (kind, ...words) => {
    expect([en, bg, ru].map((say) => say(`clock.${kind}`))).toEqual(words);
  });
});
