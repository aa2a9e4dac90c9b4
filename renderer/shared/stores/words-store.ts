import { defineStore } from 'pinia';
import { ref, watchEffect } from 'vue';
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
  watchEffect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  });

  const t = (key: MessageKey, fields?: MessageFields): string => translate(language.value, key, fields);
  const service = (code: string, nameZh: string): string => serviceName(language.value, code, nameZh);

  return { language, t, service };
});
