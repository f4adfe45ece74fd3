// What finance looks after: refunds in trouble, page by page, and open differences to the gateway.
const zh = document.documentElement.lang === 'zh';
const t = (en, cn) => (zh ? cn : en);
const byId = id => document.getElementById(id);
const read = path => fetch('/api/v1' + path, { headers: { Accept: 'application/json', 'Accept-Language': zh ? 'zh-CN' : 'en' } })
  .then(answer => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status === 401 ? t('Please log in first.', '请先登录。') : t('This cannot be shown to you.', '您没有查看权限。')))));
const states = {
  APPROVED: ['approved', '已批准'], SENT: ['sent', '已发出'], UNKNOWN: ['unknown: the gateway is asked', '状态不明，正在查询'], FAILED_FINAL: ['refused by the gateway', '网关拒绝'], REVERSED: ['came back', '被退回'],
  RESERVED: ['reserved', '已锁定'], SETTLED: ['settled', '已到账'], PAID_OUT: ['paid out another way', '已改道付出'],
  PREPARED: ['pay-out prepared', '改道付款已准备'], CONFIRMED: ['pay-out confirmed', '改道付款已复核'], RETURNED: ['pay-out not confirmed', '改道付款未获复核'], FAILED: ['pay-out refused', '改道付款被拒'], PAID: ['pay-out paid', '改道付款已付出'] };
const kinds = {
  MISSING_AT_GATEWAY: ['missing at the gateway', '网关无此笔'], MISSING_WITH_US: ['missing with us', '我方无记录'], AMOUNT_DIFFERS: ['amount, currency or payment', '金额、币种或支付单不符'],
  STATE_DIFFERS: ['state', '状态不符'], TWICE: ['done more than once', '重复执行'], NOT_SETTLED: ['no settlement notice', '未见清算通知'], SETTLEMENT_DIFFERS: ['another sum was settled', '清算金额不符'] };
const word = (words, code) => words[code]?.[zh ? 1 : 0] || code;
const money = ({ amount, currency }) => {
  const places = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  const digits = String(Math.abs(amount)).padStart(places + 1, '0');
  return (amount < 0 ? '-' : '') + (places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits) + ' ' + currency;
};
const when = at => (at ? new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)) : '');
const row = cells => {
  const line = document.createElement('tr');
  line.append(...cells.map(cell => { const place = document.createElement('td'); place.append(cell ?? ''); return place; }));
  return line;
};
/** How a refund came to where it is, read when somebody asks for it. */
const history = (refund, title) => {
  const shown = document.createElement('details');
  const steps = document.createElement('ol');
  shown.append(Object.assign(document.createElement('summary'), { textContent: title }), steps);
  shown.addEventListener('toggle', () => read(`/cases/${refund.caseNumber}/refunds`)
    .then(found => steps.append(...found.items.find(r => r.refundNumber === refund.refundNumber).history
      .map(step => Object.assign(document.createElement('li'), { textContent: [when(step.at), word(states, step.to), step.by, step.cause].join(' · ') }))))
    .catch(tell), { once: true });
  return shown;
};
const nothing = place => place.children.length || place.append(row([t('Nothing.', '没有。')]));
const tell = error => { byId('told').textContent = error.message; byId('told').hidden = false; };

let page = 0;
async function refunds() {
  const found = await read(`/refunds?state=UNKNOWN,REVERSED&overdue=true&size=50&page=${page++}`);
  byId('refunds').append(...found.items.map(r => row([r.refundNumber, r.caseNumber, r.store, money(r.amount), history(r, word(states, r.state) + (r.overdue ? t(' · overdue', ' · 已逾期') : '')), when(r.promisedBy)])));
  byId('more').hidden = page * 50 >= found.total;
  nothing(byId('refunds'));
}

byId('more').addEventListener('click', () => refunds().catch(tell));
try {
  await refunds();
  const open = await read('/reconciliations/differences?size=100');
  byId('differences').append(...open.items.map(d => row([d.number, word(kinds, d.kind), d.store, money(d.ours), money(d.theirs), when(d.foundAt)])));
  nothing(byId('differences'));
} catch (error) {
  tell(error);
}
