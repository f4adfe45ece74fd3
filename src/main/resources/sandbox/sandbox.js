// The sandbox page: facts from outside and answers of departments at the press of a button. The same REST as everyone's.
import { el, money, rest, serverTime, t, when, word } from '/camunda/app/tasklist/scripts/kit.js';

const byId = id => document.getElementById(id);
const items = page => page?.items || [];
const topics = ['marketplace.agree', 'marketplace.refuse', 'warehouse.authorise-return', 'warehouse.revoke-return', 'warehouse.book-returned-goods',
  'warehouse.ship', 'finance.refund', 'finance.query-refund', 'finance.pay-out', 'notification.send'];
const answers = [['OK', t('does it', '照办')], ['PENDING', t('not yet', '稍后回复')], ['REFUSE:ACCOUNT_CLOSED', t('refuses', '拒绝')], ['ERROR', t('fails', '出错')],
  ['LOSE_ANSWER', t('does it, but the answer is lost', '已照办，但回应丢失')], ['SLOW:10', t('takes 10 seconds', '10 秒后回应')]];
const timers = [['Event_TimeToSendPassed', t('Reminder or end of the time to send back', '寄回提醒或寄回期限')], ['Event_ParcelOverdue', t('Return parcel overdue', '退货包裹逾期')],
  ['Event_PlatformAboutToDecide', t('Platform about to decide the return', '平台即将处理退货')], ['Event_PlatformAboutToRefund', t('Platform about to decide the refund', '平台即将处理退款')],
  ['Event_EvidenceReminderDue', t('Reminder of evidence', '凭证提醒')], ['Event_EvidenceTimePassed', t('End of the time for evidence', '凭证期限')], ['Event_DeductionSilence', t('No answer to the deduction', '折价未答复')],
  ['Event_ContestTimePassed', t('End of the time to contest a refusal', '异议期限')], ['Event_AskGatewayDue', t('Ask the silent gateway', '查询未回应的网关')]];
const steps = [['PT1H', t('1 hour', '1 小时')], ['P1D', t('1 day', '1 天')], ['P3D', t('3 days', '3 天')], ['P8D', t('8 days', '8 天')]];
const send = (path, body, headers = {}) => rest(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } });
// Scans come from systems, not from people: the demo's system has a token that everybody knows.
const system = { Authorization: 'Bearer demo-shop-token' };

const chosen = () => byId('case').value;
function tell(sentence, bad = false) {
  byId('told').className = bad ? 'notice bad' : 'notice';
  byId('told').textContent = sentence;
  byId('told').hidden = false;
}
const button = (label, act) => el('button.quiet', { type: 'button', onclick: async () => {
  try {
    const answer = await act();
    tell(answer?.used === false ? t('Kept on the timeline; the case cannot use it now.', '已记入时间线，案件目前用不到。') : t(`Done: ${label}.`, `已完成：${label}。`));
  } catch (error) {
    tell(error.message, true);
  }
  setTimeout(show, 1200);
} }, label);

const event = (type, more = {}) => send(`/cases/${chosen()}/events`, { type, eventId: crypto.randomUUID(), ...more });
const scan = (tracking, kind) => send(`/parcels/${encodeURIComponent(tracking)}/scans`, { at: new Date(Date.now() + ahead).toISOString(), kind, scanId: crypto.randomUUID() }, system);

let ahead = 0;
async function tick() {
  const { now } = await rest('/sandbox/clock');
  ahead = Date.parse(now) - Date.now();
  serverTime(now);
  byId('time').textContent = when(now);
}

async function cases() {
  const before = chosen() || new URLSearchParams(location.search).get('case');
  const found = items(await rest('/cases?size=50'));
  byId('case').replaceChildren(...found.map(c => el('option', { value: c.caseNumber, selected: c.caseNumber === before },
    [c.caseNumber, c.orderNumber, word('procedure', c.procedure), word('status', c.status)].filter(Boolean).join(' · '))));
  await show();
}

function customer() {
  return [button(t('Sends the goods', '寄出商品'), () => event('RETURN_PARCEL_SENT', { trackingNumber: 'SF-' + chosen().slice(3), carrier: 'SF' })),
    button(t('Accepts our proposal', '接受方案'), () => event('COUNTER_OFFER_ANSWERED', { accepted: true })),
    button(t('Rejects our proposal', '不接受方案'), () => event('COUNTER_OFFER_ANSWERED', { accepted: false })),
    button(t('Gives evidence', '补充凭证'), () => event('EVIDENCE_ADDED')),
    button(t('Writes', '发来消息'), () => event('CUSTOMER_REPLIED', { text: t('Any news?', '有进展吗？'), channel: 'CHAT' })),
    button(t('Withdraws', '撤销申请'), () => event('CUSTOMER_WITHDREW')),
    button(t('Wants a lead', '要求主管处理'), () => event('ESCALATE', { reason: 'CUSTOMER_ASKED_HUMAN' }))];
}

async function show() {
  if (!chosen()) return tick();
  const base = `/cases/${encodeURIComponent(chosen())}`;
  const [c, parcels, refunds, calls] = await Promise.all([rest(base), ...['/parcels', '/refunds'].map(part => rest(base + part).catch(() => null)),
    rest(`/sandbox/calls?size=100&caseNumber=${encodeURIComponent(chosen())}`)]);
  await tick();
  byId('state').textContent = [word('status', c.status), c.outcome && word('outcome', c.outcome), ...(c.waitingFor || []).map(w => `${w.who.split(',').map(who => word('who', who)).join(', ')}: ${word('what', w.what)}`)].filter(Boolean).join(' · ');
  byId('customer').replaceChildren(...customer());
  byId('carrier').replaceChildren(...items(parcels).map(p => el('div.row', {}, el('b', {}, p.trackingNumber), button(t('Deliver', '送达'), () => scan(p.trackingNumber, 'DELIVERED')), button(t('Lose', '丢失'), () => scan(p.trackingNumber, 'LOST')))));
  if (!items(parcels).length) byId('carrier').append(el('span.soft', {}, t('No return parcel yet.', '还没有退货包裹。')));
  byId('gateway').replaceChildren(...items(refunds).map(r => el('div.row', {}, el('b', {}, `${money(r.amount)} ${word('refundState', r.state)}`),
    ...[['SETTLED', t('Settle', '入账')], ['REFUSED', t('Refuse', '拒绝')], ['REVERSED', t('Take back', '冲正')]].map(([state, label]) => button(label, () => send(`/sandbox/gateway/refunds/${encodeURIComponent(r.refundNumber)}`, { state, reason: state === 'REFUSED' ? 'ACCOUNT_CLOSED' : undefined }))))));
  if (!items(refunds).length) byId('gateway').append(el('span.soft', {}, t('No refund yet.', '还没有退款。')));
  byId('calls').replaceChildren(...items(calls).map(call => el('tr', {}, el('td', {}, when(call.at)), el('td', {}, details(call)), el('td', {}, call.answer || ''), el('td', {}, call.effect ? '✓' : call.kind === 'QUERY' ? t('asked only', '仅查询') : t('none', '无')), el('td', {}, ...answerable(call)))));
}

const details = call => el('details', {}, el('summary', {}, word('what', call.topic)), el('pre', {}, JSON.stringify({ ...call.payload, ...(call.values ? { '→': call.values } : {}) }, null, 1)));

/** A department that left the request open may answer it here; refunds are decided at the gateway. */
function answerable(call) {
  if (call.answer !== 'PENDING' || call.kind !== 'CALL' || call.topic === 'finance.refund') return [];
  return [['OK', t('Yes', '同意')], ['REFUSE:REFUSED', t('No', '拒绝')]].map(([answer, label]) => button(label, () => send('/sandbox/requests/' + call.requestId, { answer })));
}

byId('clock').replaceChildren(...steps.map(([step, label]) => button('+ ' + label, () => send('/sandbox/clock', { advance: step }))));
byId('timer').replaceChildren(...timers.map(([element, label]) => el('option', { value: element }, label)));
byId('fire').addEventListener('submit', async submit => {
  submit.preventDefault();
  try {
    await send('/sandbox/timers/fire', { caseNumber: chosen(), element: byId('timer').value });
    tell(t('The timer has fired.', '定时器已触发。'));
  } catch (error) {
    tell(error.message, true);
  }
  setTimeout(show, 1200);
});
byId('topic').replaceChildren(...topics.map(topic => el('option', { value: topic }, `${word('what', topic)} · ${topic}`)));
byId('next').replaceChildren(...answers.map(([value, label]) => el('option', { value }, label)));
byId('order').addEventListener('submit', async submit => {
  submit.preventDefault();
  try {
    await rest('/sandbox/topics/' + byId('topic').value, { method: 'PUT', body: JSON.stringify({ next: [byId('next').value] }), headers: { 'Content-Type': 'application/json' } });
    tell(t('The next call gets this answer.', '下一次请求将得到该回应。'));
  } catch (error) {
    tell(error.message, true);
  }
});
byId('case').addEventListener('change', show);
byId('again').addEventListener('click', cases);
cases().catch(error => tell(error.message, true));
