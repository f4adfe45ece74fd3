// What after-sales costs, by day, month and reason; every line opens to the cases behind it.
import words from '/camunda/app/tasklist/scripts/words.js';

const zh = document.documentElement.lang === 'zh';
const t = (en, cn) => (zh ? cn : en);
const byId = id => document.getElementById(id);
const asked = (path, accept) => fetch(path, { headers: { Accept: accept, 'Accept-Language': zh ? 'zh-CN' : 'en' } }).then(async answer => {
  if (answer.ok) return answer;
  if (answer.status === 401) throw new Error(t('Please log in first.', '请先登录。'));
  throw new Error((await answer.json().catch(() => ({}))).detail || t('This cannot be shown to you.', '您没有查看权限。'));
});
const read = path => asked(path, 'application/json').then(answer => answer.json());
const word = (lists, code) => lists.map(list => words.lists[list]?.[code]?.[zh ? 1 : 0]).find(found => found) || code;
const cause = code => word(['reason', 'exceptionKind', 'reviewCause', 'fact', 'differenceReason'], code);
const unit = code => word(['liability', 'reviewUnit'], code);
const money = ({ amount, currency }) => {
  const places = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  return (amount < 0 ? '-' : '') + (places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits) + ' ' + currency;
};
const product = line => (line.sku ? [line.sku, line.model === line.sku ? '' : line.model].filter(Boolean).join(' · ') : t('several or none', '多个或无'));

const store = [t('Store', '店铺'), line => line.store];
const reason = [t('Reason', '原因'), line => cause(line.reason)];
const sku = [t('Product', '商品'), product];
const count = (title, name) => [title, line => line[name], name];
const sum = (title, name) => [title, line => money(line[name]), name];
const kind = (title, name) => [title, line => (line.byKind[name].amount ? money(line.byKind[name]) : '–'), name];
const kinds = {
  REFUND: ['Refund of goods', '商品退款'], OUTBOUND_FREIGHT: ['Freight refunded', '退还运费'], RETURN_FREIGHT: ['Courier, way back', '退货运费'], EXTRA_FREIGHT: ['Courier, sent again', '补发运费'],
  RESEND: ['Goods sent again', '补发商品'], WRITE_OFF: ['Written off', '报损'], COMPENSATION: ['Compensation', '补偿'], CARRIER_PAYBACK: ["Carrier's payback", '快递赔付'], COLLECTED: ['Collected from customers', '向客户收取'],
  PLATFORM_TAKEN: ['Taken by the platform', '平台扣款'], CORRECTION: ['Corrections', '更正'], PLATFORM_PAID: ['Apart: paid by the platform', '另列：平台赔付'], PAYMENT_RETURNED: ['Apart: payments returned', '另列：退回多付款项'] };
/** Columns as title, text of a line and, for what has a sum, its name; bars as what they are by and how long. */
const reports = {
  'daily-returns': {
    name: t('Returns and refunds by day', '每日退货退款'), drawn: t('Refunded by day', '每日退款'), bar: line => line.day, figure: 'refunded',
    columns: [[t('Day', '日期'), line => line.day], store, reason, sku, count(t('Opened', '新立案'), 'opened'), count(t('Closed', '结案'), 'closed'), count(t('Of these refunded', '其中已退款'), 'refundedCases'), count(t('Pieces', '件数'), 'pieces'), sum(t('Refunded', '退款'), 'refunded')] },
  'monthly-money': {
    name: t('Money by month', '每月资金'), drawn: t('Cost by product', '各商品成本'), bar: product, figure: 'cost',
    columns: [[t('Month', '月份'), line => line.month], store, sku, sum(t('Cost in all', '成本合计'), 'cost'), sum(t('Refunded', '退款'), 'refunded'), ...Object.entries(kinds).map(([name, [en, cn]]) => kind(t(en, cn), name))] },
  reasons: {
    name: t('Reasons and units at fault', '原因与责任方'), drawn: t('Cost by reason', '各原因成本'), bar: line => cause(line.reason), figure: 'cost',
    columns: [reason, store, sku, [t('Unit at fault', '责任方'), line => unit(line.unitAtFault)], count(t('Cases closed', '结案'), 'cases'), sum(t('Refunded', '退款'), 'refunded'), sum(t('Cost in all', '成本合计'), 'cost')] } };

const element = (name, content, style) => Object.assign(document.createElement(name), { className: style || '' }, { textContent: content ?? '' });
const row = (cells, name = 'td') => { const line = document.createElement('tr'); line.append(...cells.map(cell => element(name, cell))); return line; };
const tell = error => { byId('told').textContent = error.message; byId('told').hidden = false; };
const query = more => new URLSearchParams(Object.entries({ store: byId('store').value, from: byId('from').value, to: byId('to').value, ...more }).filter(([, value]) => value !== ''));
const path = (ending, more) => `/api/v1/reports/${byId('report').value}${ending}?${query(more)}`;

/** The cases of a line below it, read when somebody asks, and put away by the next click. */
async function open(line, link, at = 0) {
  if (at === 0 && line.nextSibling?.className === 'behind') return line.nextSibling.remove();
  const size = 100;
  const found = await read(`${link}&size=${size}&page=${at}`);
  if (at === 0) {
    const below = element('tr', '', 'behind');
    const place = element('td', t('Cases: ', '案件：'));
    place.colSpan = line.children.length;
    below.append(place);
    line.after(below);
  }
  const place = line.nextSibling.firstChild;
  place.append(found.items.map(c => `${c.caseNumber} (${money(c.booked)})`).join(t(', ', '，')) || t('none', '无'));
  if ((at + 1) * size < found.total) {
    const more = Object.assign(element('button', t('More', '更多'), 'quiet'), { type: 'button' });
    more.addEventListener('click', () => { more.replaceWith(t(', ', '，')); open(line, link, at + 1).catch(tell); });
    place.append(' ', more);
  }
}

/** One bar per currency and what the report is drawn by, the longest first; what was won back points the other way. */
function bars(shape, lines) {
  const sums = new Map();
  lines.forEach(line => {
    const key = JSON.stringify([line.currency, shape.bar(line)]);
    sums.set(key, (sums.get(key) || 0) + line[shape.figure].amount);
  });
  const all = [...sums].map(([key, amount]) => { const [currency, name] = JSON.parse(key); return { currency, name, amount }; }).filter(bar => bar.amount);
  const shown = shape.bar === reports['daily-returns'].bar ? all : all.sort((a, b) => b.amount - a.amount);
  byId('bars').replaceChildren(...shown.slice(0, 31).flatMap(bar => {
    const most = Math.max(...all.filter(other => other.currency === bar.currency).map(other => Math.abs(other.amount)));
    const drawn = element('i', '', bar.amount < 0 ? 'back' : '');
    drawn.style.width = `${Math.max(1, Math.round(Math.abs(bar.amount) * 100 / most))}%`;
    const length = element('span');
    length.append(drawn);
    return [element('b', bar.name), length, element('em', money(bar))];
  }));
  byId('drawn').textContent = shown.length ? shape.drawn : '';
}

/** The table anew: kinds of money that nobody booked are left out. */
function draw(shape, found) {
  const columns = shape.columns.filter(([, , name]) => !kinds[name] || [...lines, ...found.sums].some(line => line.byKind[name].amount));
  const filled = (texts, name) => { const made = row(texts, name); columns.forEach(([, , figure], at) => made.children[at].classList.toggle('figure', !!figure)); return made; };
  byId('heads').replaceChildren(...filled(columns.map(([title]) => title), 'th').children);
  byId('lines').replaceChildren(...lines.map(line => {
    const shown = filled(columns.map(([, text]) => text(line)));
    shown.tabIndex = 0;
    shown.title = t('Show the cases', '查看案件');
    shown.addEventListener('click', () => open(shown, line.links.cases).catch(tell));
    shown.addEventListener('keydown', key => { if (key.key === 'Enter') open(shown, line.links.cases).catch(tell); });
    return shown;
  }));
  if (!lines.length) byId('lines').append(row([t('Nothing.', '没有。')]));
  byId('sums').replaceChildren(...found.sums.map(sums => filled(columns.map(([, text, name], at) => (name ? text(sums) : at ? '' : t('All', '合计'))), 'th')));
}

let page = 0;
let lines = [];
async function show(next) {
  byId('told').hidden = true;
  const shape = reports[byId('report').value];
  const wanted = next ? page + 1 : 0;
  const found = await read(path('', { size: 100, page: wanted }));
  page = wanted;
  lines = next ? lines.concat(found.items) : found.items;
  byId('from').value = found.from;
  byId('to').value = found.to;
  byId('listed').textContent = shape.name + t(', ', '：') + found.from + ' – ' + found.to;
  draw(shape, found);
  bars(shape, lines);
  byId('more').hidden = lines.length >= found.total;
}

async function take(form) {
  byId('told').hidden = true;
  const answer = await asked(path('.' + form), '*/*');
  const link = element('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition'))[1];
  link.click();
  URL.revokeObjectURL(link.href);
}

byId('report').append(...Object.entries(reports).map(([name, { name: title }]) => new Option(title, name)));
byId('asked').addEventListener('submit', submitted => { submitted.preventDefault(); show().catch(tell); });
byId('report').addEventListener('change', () => show().catch(tell));
byId('more').addEventListener('click', () => show(true).catch(tell));
for (const form of ['csv', 'xlsx']) byId(form).addEventListener('click', () => take(form).catch(tell));
try {
  const me = await read('/api/v1/me');
  byId('store').append(new Option(t('all of mine', '我的全部店铺'), ''), ...me.stores.map(name => new Option(name, name)));
  await show();
} catch (error) {
  tell(error);
}
