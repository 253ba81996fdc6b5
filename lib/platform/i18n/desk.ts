import { createTranslator } from 'use-intl/core';
import desk from './messages/en/desk.json';
import dpo from './messages/en/dpo.json';
import type { Translate } from './translator';

const speak = (messages: object): Translate => {
  const translate = createTranslator({
    locale: 'en',
    messages: messages as Record<string, string>,
    onError(error) {
      throw error;
    },
  });
  return (key, values) => translate(key as never, values as never);
};

/**
 * Texts of the staff side. They exist in English only and are read on both sides of the network; `translator` would carry every
 * language into the browser.
 */
export const deskText: Translate = speak(desk);

export const dpoText: Translate = speak(dpo);
