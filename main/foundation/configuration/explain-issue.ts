import type { z } from 'zod';
import { splitWords, type Words } from '../../../preload/contracts/index.ts';
import { closestWord } from './closest-word.ts';
import type { ConfigurationProblem } from './configuration-problem.ts';
import type { ParsedYaml } from './parse-yaml.ts';

type Issue = z.core.$ZodIssue;

/** Turns what the schema says about the values into what a person needs to mend the file. */
export function explainIssue(file: string, yaml: ParsedYaml, issue: Issue): ConfigurationProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => explainUnknownKey(file, yaml, issue, key));
  }
  const { path, text, line, column } = yaml.locate(issue.path);
  const shorthand = text !== null && path.length < issue.path.length;
  const missing = path.length < issue.path.length && !shorthand;
  const allowed = allowedBy(issue);
  return [
    {
      file,
      line,
      column,
      key: writeKey(shorthand ? path : issue.path),
      found: missing ? null : text,
      allowed,
      advice: missing ? null : adviseOn(text, issue),
    },
  ];
}

function explainUnknownKey(
  file: string,
  yaml: ParsedYaml,
  issue: Issue & { readonly message: string },
  key: string,
): ConfigurationProblem {
  const known = issue.message.startsWith('Unrecognized') ? [] : issue.message.split(', ');
  const meant = closestWord(key, known);
  return {
    file,
    ...yaml.locateKey(issue.path, key),
    key: writeKey([...issue.path, key]),
    found: 'this key',
    allowed: known.length === 0 ? NO_SUCH_KEY : { en: known.join(', '), zh: known.join('、') },
    advice: meant === undefined ? null : didYouMean(meant),
  };
}

const NO_SUCH_KEY: Words = { en: 'none here', zh: '此处不用' };
const didYouMean = (word: string): Words => ({ en: `did you mean ${word}?`, zh: `是否想写 ${word}？` });

/** What the key may hold, from the schema's own words: lists of values, kinds, or the sentence written beside it. */
function allowedBy(issue: Issue): Words {
  const choices = choicesOf(issue);
  if (choices !== undefined) return { en: choices.join(', '), zh: choices.join('、') };
  if (issue.code === 'invalid_type') return typeWords(issue);
  return splitWords(issue.message);
}

function choicesOf(issue: Issue): string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return issue.options.map(String);
  }
  return undefined;
}

const KINDS: Readonly<Record<string, Words>> = {
  string: { en: 'text', zh: '文字' },
  number: { en: 'a number', zh: '数字' },
  object: { en: 'a block of keys', zh: '一组键' },
  record: { en: 'a block of keys', zh: '一组键' },
  array: { en: 'a list', zh: '列表' },
};

function typeWords(issue: Extract<Issue, { code: 'invalid_type' }>): Words {
  if (issue.message.includes(' | ')) return splitWords(issue.message);
  return KINDS[issue.expected] ?? { en: issue.expected, zh: issue.expected };
}

function adviseOn(text: string | null, issue: Issue): Words | null {
  const choices = choicesOf(issue);
  if (text === null || choices === undefined) return null;
  const meant = closestWord(text.replaceAll('"', ''), choices);
  return meant === undefined ? null : didYouMean(meant);
}

/** `hall.counters[2].id` */
function writeKey(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${String(part)}`))
    .join('');
}
