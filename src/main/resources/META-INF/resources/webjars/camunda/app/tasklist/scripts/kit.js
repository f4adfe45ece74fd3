// What every module of the desk shares: language, words, money, time, our REST, and building elements.
import { lang } from './language.js';
import words from './words.js';

export const zh = lang === 'zh';
export const t = (en, cn) => (zh ? cn : en);
const pick = pair => pair && pair[zh ? 1 : 0];

/** A code in the person's language; a code without a word is shown as it is, never hidden. */
export const word = (list, code) => (code === null || code === undefined ? '' : pick(words.lists[list]?.[code]) || String(code));
export const codes = list => Object.keys(words.lists[list] || {});
export const hint = (list, code) => pick(words.hints[list]?.[code]) || '';
export const fieldName = name => pick(words.fields[name]) || name;

/** el('p.note', {title: 'x'}, 'text', child): text is always set as text, so nobody's words become markup. */
export function el(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key in node && key !== 'list' && key !== 'form') node[key] = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat(3).filter(c => c !== null && c !== undefined && c !== false && c !== ''));
  return node;
}

// Money: minor units in, words out. Amounts come as {amount, currency} or as plain minor units.
const digits = currency => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
const minor = value => (value !== null && typeof value === 'object' ? value.amount : value);
export const has = value => minor(value) !== null && minor(value) !== undefined;
export const plain = (value, currency = 'CNY') => {
  const places = digits(currency);
  const all = String(Math.abs(Number(minor(value)))).padStart(places + 1, '0');
  const sign = Number(minor(value)) < 0 ? '-' : '';
  return sign + (places ? `${all.slice(0, -places)}.${all.slice(-places)}` : all);
};
export const money = (value, currency = value?.currency || 'CNY') => {
  if (!has(value)) return '';
  const symbol = new Intl.NumberFormat(zh ? 'zh-CN' : 'en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0).find(part => part.type === 'currency').value;
  const [whole, cents] = plain(value, currency).split('.');
  return (whole.startsWith('-') ? '-' : '') + symbol + whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, ',') + (cents ? '.' + cents : '');
};
/** What a person typed as minor units, without ever being a fraction in between; NaN when it is no amount. */
export const typedMinor = (text, currency = 'CNY') => {
  const places = digits(currency);
  const match = text.trim().replace(/[,,\s]/g, '').match(/^[¥¥$€£]?(\d{1,10})(?:\.(\d+))?$/);
  if (!match || (match[2] || '').length > places) return NaN;
  return Number(match[1] + (match[2] || '').padEnd(places, '0'));
};

// Time: the server's clock counts (the sandbox moves it), and the store's zone.
let ahead = 0;
export const serverTime = now => { if (now) ahead = Date.parse(now) - Date.now(); };
export const when = (instant, zone) => {
  if (!instant) return '';
  const style = { month: zh ? 'numeric' : 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false };
  try {
    return new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', { ...style, timeZone: zone || undefined }).format(new Date(instant));
  } catch {
    return String(instant);
  }
};
const span = ms => {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / 60000));
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [[d, t(' d', '天')], [h, t(' h', '小时')], [d ? 0 : m, t(' min', '分钟')]].filter(([n]) => n);
  return parts.map(([n, unit]) => n + unit).join(' ') || t('1 min', '1分钟');
};
export const remaining = instant => {
  const left = Date.parse(instant) - Date.now() - ahead;
  return { left, words: left < 0 ? t(`${span(left)} overdue`, `已超时 ${span(left)}`) : t(`${span(left)} left`, `剩余 ${span(left)}`) };
};

// Our own REST: the session goes along by itself, writes carry the token of our own cookie.
const token = () => decodeURIComponent((document.cookie.match(/(?:^|;\s*)MG-XSRF=([^;]+)/) || [])[1] || '');
export class Refused extends Error {}
export async function rest(path, options = {}) {
  const headers = { Accept: 'application/json', 'Accept-Language': zh ? 'zh-CN' : 'en', ...options.headers };
  if (options.method && options.method !== 'GET') headers['X-MG-XSRF'] = token();
  const answer = await fetch('/api/v1' + path, { credentials: 'same-origin', ...options, headers });
  const body = await answer.text();
  if (answer.ok) return body ? JSON.parse(body) : null;
  throw new Refused(refusal(answer.status, body));
}
/** What is wrong with a field, with its name in words unless it is a sentence of its own: “Pieces to send (line 1): at most 1”. */
function faulty({ pointer = '', detail }) {
  const [, name, line] = pointer.match(/(\w+?)(?:_(\d+))?$/) || [];
  return words.fields[name] && !/[.。]$/.test(detail) ? fieldName(name) + (line ? t(` (line ${line})`, `（第 ${line} 行）`) : '') + t(': ', '：') + detail : detail;
}
/** The sentences behind a refusal, out of a problem answer of ours or an error answer of the engine. */
export function refusals(status, body) {
  let told;
  try { told = JSON.parse(body); } catch { told = {}; }
  const fields = (told.errors || []).filter(error => error.detail).map(faulty);
  return fields.length ? fields : [told.detail || told.message || unexplained(status)];
}
const refusal = (status, body) => refusals(status, body).join(' ');
function unexplained(status) {
  if (status === 401) return t('Please log in again.', '请重新登录。');
  if (status === 403) return t('You may not do this.', '您没有权限。');
  if (status === 404) return t('Not found.', '未找到。');
  return t(`This did not work (${status}). Please try again.`, `操作失败(${status}),请重试。`);
}

// One request per task, shared by the form, the tab and whoever else asks in the same moment.
const asking = new Map();
export function caseOf(taskId) {
  const known = asking.get(taskId);
  if (known && Date.now() - known.at < 3000) return known.answer;
  const answer = rest(`/tasks/${encodeURIComponent(taskId)}/case`).then(c => { serverTime(c.now); return c; });
  asking.set(taskId, { at: Date.now(), answer });
  if (asking.size > 20) asking.delete(asking.keys().next().value);
  return answer;
}
