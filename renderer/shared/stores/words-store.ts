import { defineStore } from 'pinia';
import { computed, ref, watchEffect } from 'vue';
import { LANGUAGE_FACTS } from '../words/languages.ts';
import {
  serviceName,
  translate,
  type Language,
  type MessageFields,
  type MessageKey,
} from '../words/words.ts';

/** The language of the page, for the visit. Chinese is the source language and the default. */
export const useWords = defineStore('words', () => {
  const language = ref<Language>('zh');
  const facts = computed(() => LANGUAGE_FACTS[language.value]);
  /** For words that are written in Chinese and English only. */
  const completeLanguage = computed(() => facts.value.complete);
  watchEffect(() => {
    document.documentElement.lang = facts.value.tag;
    document.documentElement.dir = facts.value.direction;
  });

  const t = (key: MessageKey, fields?: MessageFields): string => translate(language.value, key, fields);
  const service = (code: string, nameZh: string): string => serviceName(language.value, code, nameZh);
  /** "1、2、3" as the language writes it. */
  const list = (things: readonly string[]): string => things.join(facts.value.between);
  const clauses = (parts: readonly string[]): string => parts.join(facts.value.comma);

  return { language, completeLanguage, t, service, list, clauses };
});
