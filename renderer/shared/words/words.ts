import en from '../../../resources/locales/en.json';
import serviceNamesEn from '../../../resources/locales/services-en.json';
import zh from '../../../resources/locales/zh-CN.json';

export type Language = 'zh' | 'en';
export type MessageKey = keyof typeof zh;
export type MessageFields = Readonly<Record<string, string | number>>;

const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { zh, en };
const SERVICE_NAMES_EN: Readonly<Record<string, string>> = serviceNamesEn;

/** The sentence for a key, with `{field}` filled in. A field that is not given stays visible as it stands. */
export function translate(language: Language, key: MessageKey, fields: MessageFields = {}): string {
  return MESSAGES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(fields[name] ?? whole),
  );
}

/** Names of services come from the hall in Chinese; the catalogue's English names are written here. */
export function serviceName(language: Language, serviceCode: string, nameZh: string): string {
  return language === 'zh' ? nameZh : (SERVICE_NAMES_EN[serviceCode] ?? nameZh);
}
