import type { Language } from '../../../preload/contracts/configuration-kiosk.ts';
import bo from '../../../resources/locales/bo.json';
import en from '../../../resources/locales/en.json';
import serviceNamesEn from '../../../resources/locales/services-en.json';
import ug from '../../../resources/locales/ug.json';
import zh from '../../../resources/locales/zh-CN.json';
import { LANGUAGE_FACTS } from './languages.ts';

export type { Language };
export type MessageKey = keyof typeof zh;
export type MessageFields = Readonly<Record<string, string | number>>;

type Sentences = Readonly<Partial<Record<MessageKey, string>>>;

const WHOLE: Readonly<Record<'zh' | 'en', Readonly<Record<MessageKey, string>>>> = { zh, en };
const SENTENCES: Readonly<Record<Language, Sentences>> = { zh, en, ug, bo };
const SERVICE_NAMES_EN: Readonly<Record<string, string>> = serviceNamesEn;

/** First strong isolate, pop directional isolate (Unicode UAX 9): what stands between keeps its own direction. */
const isolated = (value: string): string => `\u2068${value}\u2069`;

/**
 * The sentence for a key, with `{field}` filled in. A field that is not given stays visible as it stands. A sentence
 * that the language lacks is said in Chinese.
 */
export function translate(language: Language, key: MessageKey, fields: MessageFields = {}): string {
  const { complete, direction } = LANGUAGE_FACTS[language];
  const own = SENTENCES[language][key];
  // Among letters from right to left a telephone number would otherwise change places around its hyphen.
  const asWritten = own !== undefined && direction === 'rtl' ? isolated : (value: string): string => value;
  return (own ?? WHOLE[complete][key]).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fields[name];
    return value === undefined ? whole : asWritten(String(value));
  });
}

/** Names of services come from the hall in Chinese; the catalogue's English names are written here. */
export function serviceName(language: Language, serviceCode: string, nameZh: string): string {
  return language === 'en' ? (SERVICE_NAMES_EN[serviceCode] ?? nameZh) : nameZh;
}
