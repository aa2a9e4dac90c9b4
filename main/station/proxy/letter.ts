import {
  PROXY_POWERS,
  type AgentRelation,
  type ProxyPower,
} from '../../../preload/contracts/hall-operations.ts';
import { formPage } from '../devices/form-printer/form-page.ts';
import { escapeHtml } from '../devices/form-printer/index.ts';
import { LETTER_STYLE } from './letter-style.ts';
import {
  AGENT_STATES,
  CONDITIONS,
  COPIES,
  COPY_COUNT,
  FRAUD_NOTICE,
  POWER_WORDS,
  PRINCIPAL_STATES,
  RELATION_WORDS,
  SEX_WORDS,
} from './letter-words.ts';
import { lastDayOf, writtenDate } from './letter-dates.ts';

/** One of the two, in clear. What is missing is a line to write on. */
export interface LetterPerson {
  readonly name?: string;
  readonly number: string;
  readonly sex?: 'male' | 'female';
  /** YYYYMMDD. */
  readonly birth?: string;
  readonly address?: string;
}

export interface LetterFacts {
  readonly hallName: string;
  readonly serviceCode: string;
  readonly serviceName: string;
  /** On what conditions the matter may be done by somebody else, in the catalogue's words. */
  readonly rule: string | null;
  readonly principal: LetterPerson;
  readonly agent: LetterPerson;
  readonly relation: AgentRelation;
  readonly powers: readonly ProxyPower[];
  /** YYYY-MM-DD: the day of signing. */
  readonly from: string;
  /** Whole days, counted from the day after (民法典 art. 201). */
  readonly days: number;
  /** A rehearsal with stand-in devices: the paper says that it is worth nothing. */
  readonly simulated: boolean;
}

const BLANK = '<span class="blank">&#8203;</span>';
const WIDE_BLANK = '<span class="blank wide">&#8203;</span>';
/** An ideographic space, by its number: in the source it could not be seen. */
const GAP = '&#12288;';
const SHORT_BLANK = '<span class="blank short">&#8203;</span>';
/** Labels with what stands behind them, side by side. */
const pairs = (...them: readonly (readonly [string, string])[]): string =>
  `<p>${them.map(([label, value]) => `${label}：${value}`).join(GAP)}</p>`;
const list = (items: readonly string[]): string => items.map((item) => `<li>${item}</li>`).join('');
const given = (value: string | undefined, blank = BLANK): string =>
  value === undefined || value === '' ? blank : escapeHtml(value);

/**
 * The letter of authority (授权委托书) as a whole page for the form printer: what 民法典 art. 165 asks for (the agent's name,
 * matters, powers, period, the principal's signature) and nothing for the agent that was not ticked. The matter is one
 * named service, never everything. Both copies come with one job.
 */
export function letterHtml(facts: LetterFacts): string {
  const copy = `<article>${copyOf(facts)}</article>`;
  return formPage({ title: '授权委托书', body: copy.repeat(COPY_COUNT), css: LETTER_STYLE });
}

function copyOf(facts: LetterFacts): string {
  return [
    '<h1>授权委托书</h1>',
    facts.simulated ? '<p class="notice">演练用，无效</p>' : '',
    principalPart(facts),
    agentPart(facts),
    matterPart(facts),
    `<h2>约定</h2><ul>${list([...CONDITIONS, PRINCIPAL_STATES, AGENT_STATES])}</ul>`,
    `<div class="notice"><p>防诈骗提醒：${FRAUD_NOTICE.join('')}</p></div>`,
    signPart(),
  ].join('\n');
}

function principalPart({ principal }: LetterFacts): string {
  const { name, sex, birth, number, address } = principal;
  return [
    '<h2>委托人（谁的事）</h2>',
    pairs(
      ['姓名', given(name)],
      ['性别', sex === undefined ? SHORT_BLANK : SEX_WORDS[sex]],
      ['出生日期', birth === undefined ? BLANK : writtenDate(birth)],
    ),
    pairs(['公民身份号码', escapeHtml(number)], ['电话', BLANK]),
    pairs(['住址', given(address, WIDE_BLANK)]),
  ].join('\n');
}

function agentPart({ agent, relation }: LetterFacts): string {
  return [
    '<h2>代办人（谁来办）</h2>',
    pairs(['姓名', given(agent.name)], ['是委托人的', RELATION_WORDS[relation]]),
    pairs(['公民身份号码', escapeHtml(agent.number)], ['电话', BLANK]),
  ].join('\n');
}

function matterPart(facts: LetterFacts): string {
  const { serviceName, serviceCode, rule, powers, from, days, hallName } = facts;
  const ticked = PROXY_POWERS.map((power) => `${powers.includes(power) ? '■' : '□'} ${POWER_WORDS[power]}`);
  return [
    '<h2>委托事项和权限</h2>',
    pairs(['办理地点', escapeHtml(hallName)]),
    pairs(['只办这一件事', `${escapeHtml(serviceName)}（${escapeHtml(serviceCode)}）`]),
    rule === null ? '' : pairs(['代办规定', escapeHtml(rule)]),
    '<p>代办权限（■ 有效，□ 无效）：</p>',
    `<ul class="powers">${list(ticked)}</ul>`,
    pairs(['委托期限', `${writtenDate(from)} 起，${writtenDate(lastDayOf(from, days))} 止`]),
  ].join('\n');
}

/** Who cannot write puts a finger on the paper, and somebody else signs that they saw it. Ink, not data. */
function signPart(): string {
  return [
    '<div class="signs">',
    pairs(['委托人签名', BLANK], ['日期', BLANK]),
    pairs(['代办人签名', BLANK], ['日期', BLANK]),
    pairs(['不会写字的，委托人按指印', BLANK]),
    pairs(['见证人签名', BLANK], ['电话', BLANK]),
    `<p>${COPIES}</p>`,
    '</div>',
  ].join('\n');
}
