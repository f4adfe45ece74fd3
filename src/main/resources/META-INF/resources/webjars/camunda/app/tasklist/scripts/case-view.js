// A case as its people need to see it: <mg-case> heads a form, the Case tab shows all of it.
import { el, fieldName, has, money, remaining, t, when, word } from './kit.js';

const list = value => (Array.isArray(value) ? value : value?.items || []);
const sum = (label, value, currency, tone = '') => has(value) && el('span.mg-sum' + tone, {}, el('small', {}, label), el('b', {}, money(value, currency)));
const block = (title, ...content) => el('section.mg-block', {}, el('h5', {}, title), ...content);

function head(c) {
  const customer = c.customer || {};
  return el('header.mg-head', {},
    el('div', {}, el('strong.mg-number', {}, c.caseNumber), el('span.mg-pill.mg-' + (c.status || 'OPEN').toLowerCase(), {}, word('status', c.status)),
      c.priority && c.priority !== 'P3' && el('span.mg-pill.mg-hot', {}, word('priority', c.priority))),
    el('div.mg-facts', {}, [[t('Order', '订单'), c.orderNumber || t('none', '无')], [t('Store', '店铺'), c.store],
      [t('Customer', '客户'), [customer.maskedName, customer.maskedPhone].filter(Boolean).join(' ')], ['', customer.tier && customer.tier !== 'REGULAR' ? word('tier', customer.tier) : ''],
      [t('Channel', '渠道'), word('channel', c.channel)]]
      .filter(([, value]) => value).map(([label, value]) => el('span', {}, label && el('small', {}, label + ' '), value))));
}

function asked(c) {
  const wants = [word('procedure', c.procedure), word('reason', c.reason)].filter(Boolean).join(' · ');
  const intact = c.goodsIntact === true || c.goodsIntact === 'true' ? t('says the goods are intact', '称商品完好')
    : c.goodsIntact === false || c.goodsIntact === 'false' ? t('says the goods are not intact', '称商品不完好') : '';
  const wanted = c.proposal?.wantedSku ?? c.wantedSku;
  return el('div.mg-asked', {}, el('div', {}, el('b', {}, wants), intact && el('span', {}, ' · ' + intact),
    has(c.requestedAmount) && el('span', {}, ' · ' + t('asks for ', '要求 ') + money(c.requestedAmount, c.currency)),
    wanted && el('span', {}, ' · ' + t('wants ', '想换 '), el('b', {}, wanted)),
    c.proposal?.missingSkus && el('span', {}, ' · ' + t('not in stock: ', '无货：'), el('b', {}, c.proposal.missingSkus))),
  c.review && el('div', {}, el('b', {}, '★'.repeat(c.review.rating) + '☆'.repeat(5 - c.review.rating)), c.reviewOutcome && el('span.mg-pill', {}, word('reviewOutcome', c.reviewOutcome))),
  c.review?.text && el('blockquote', {}, c.review.text), c.statement && el('blockquote', {}, c.statement));
}

function clocks(c) {
  const rows = list(c.clocks).filter(clock => clock.dueAt).map(clock => {
    const { left, words } = remaining(clock.dueAt);
    const tone = clock.pausedSince ? 'mg-still' : left < 0 || clock.breachedAt ? 'mg-late' : left < 4 * 3600000 ? 'mg-soon' : 'mg-fine';
    const name = clock.kind === 'PLATFORM' ? word('clock', 'PLATFORM') : word('clock', clock.stage || clock.kind);
    return el('li.' + tone, {}, el('b', {}, name), el('span', {}, clock.endedAt ? t('missed, over now', '曾超时,已结束') : clock.pausedSince ? t('paused, the case waits', '已暂停,案件等待中') : words),
      el('small', {}, when(clock.dueAt, c.zone) + (clock.atZero ? ` · ${t('then', '到期后')} ${word('atZero', clock.atZero)}` : '')));
  });
  const waits = list(c.waitingFor).map(wait => el('li.mg-still', {}, el('b', {}, t('Waiting for ', '等待:') + String(wait.who).split(',').map(who => word('who', who)).join(t(' or ', '或'))),
    wait.what && el('span', {}, word('what', wait.what)), wait.dueAt && el('small', {}, t('until ', '截至 ') + when(wait.dueAt, c.zone))));
  return rows.length + waits.length ? el('ul.mg-clocks', {}, rows, waits) : null;
}

function lines(c) {
  const rows = list(c.lines);
  if (!rows.length) return null;
  const columns = [
    ['#', l => l.line], [t('Product', '商品'), l => [l.product || l.name, l.model].filter(Boolean).join(' ') || l.sku], ['SKU', l => l.sku],
    [t('Pieces', '件数'), l => (l.ordered && l.ordered !== l.quantity ? `${l.quantity} / ${l.ordered}` : l.quantity)],
    [t('Received', '实收'), l => l.receivedQuantity], [fieldName('finding'), l => [word('finding', l.finding), l.goodsGrade].filter(Boolean).join(' · ')],
    [t('Refund share', '退款比例'), l => (has(l.refundPct) ? (Number(l.refundPct) < 0 ? t('a person decides', '由人判断') : `${l.refundPct} %`) : '')],
    [t('Paid', '实付'), l => money(l.paid, c.currency)]].filter(([, of]) => rows.some(l => has(of(l)) && of(l) !== ''));
  return el('div.mg-scroll', {}, el('table.table.table-condensed.mg-table', {},
    el('thead', {}, el('tr', {}, columns.map(([title]) => el('th', {}, title)))),
    el('tbody', {}, rows.map(l => el('tr', {}, columns.map(([, of]) => el('td', {}, String(of(l) ?? ''))))))));
}

function sums(c) {
  const m = c.money || {};
  const p = c.proposal || {};
  if (!c.orderNumber && !m.refunded?.amount && !m.pending?.amount) return null;
  const shown = [sum(t('Paid', '实付'), m.paid, c.currency), sum(t('Refunded', '已退'), m.refunded, c.currency), sum(t('In hand', '处理中'), m.pending, c.currency),
    sum(t('Left to refund', '剩余可退'), p.leftToRefund ?? m.left, c.currency, '.mg-strong'), sum(t('Proposed refund', '拟退款'), p.refundAmount ?? p.amount, c.currency, '.mg-strong'),
    sum(t('Without deduction', '不扣款时'), p.fullAmount, c.currency), sum(t('Deduction', '扣款'), p.deduction, c.currency), sum(t('Your limit', '您的权限'), p.limit, c.currency), sum(t('Compensation so far', '此前补偿'), p.compensatedBefore, c.currency), sum(t('Compensation proposed', '拟补偿'), p.compensationAmount, c.currency, '.mg-strong'), sum(t('Left of the budget', '预算余额'), p.budgetLeft, c.currency)].filter(Boolean);
  return shown.length ? el('div.mg-sums', {}, shown) : null;
}

/** What a refund would do before anything is sent: how much of what, and to which payment. */
function refundPreview({ proposal: p = {} }) {
  const r = p.refundPreview;
  if (!r) return null;
  const what = l => (l.what === 'LINE' ? l.sku : l.what === 'FREIGHT' ? t('Freight', '运费') : t('Payment made twice', '重复支付'));
  return el('div.mg-facts', {}, [...r.lines.map(l => [what(l), l.amount]), ...r.payments.map(x => ['→ ' + x.paymentNumber + ' ' + x.method + (x.originalRoute ? '' : t(' (another way)', '（改道付款）')), x.amount]),
    ...r.givenBack.map(b => [t('given back: ', '返还：') + b.reference, b.kind === 'POINTS' ? String(b.value) : { amount: b.value, currency: r.amount.currency }]), [t('Left afterwards', '退后剩余'), r.leftAfter]]
    .map(([label, sum]) => el('span', {}, el('small', {}, label + ' '), el('b', {}, typeof sum === 'string' ? sum : money(sum)))));
}

/** What an undone order had used up and could not be given back by itself. */
function benefit({ proposal: p = {}, currency }) {
  const one = b => el('li', {}, `${b.reference} · `, b.kind === 'POINTS' ? String(b.value) : money(b.value, currency));
  return list(p.benefits).length ? el('ul', {}, list(p.benefits).map(one)) : null;
}

/** How the money is to go out when its own way is closed; the second person compares it with the proof. */
function payOut({ proposal: p = {} }) {
  if (!p.payOutMethod) return null;
  return el('div.mg-facts', {}, [[t('Method', '方式'), word('payOutMethod', p.payOutMethod)], [t('Holder', '收款人'), p.accountName], [t('Account', '账号'), p.accountNumber], [t('Proof', '凭证号'), p.proofNumber]]
    .filter(([, value]) => value).map(([label, value]) => el('span', {}, el('small', {}, label + ' '), el('b', {}, value))));
}

/** What is to be sent, what it is worth, and what was weighed. */
function toSend({ proposal: p = {}, currency }) {
  const rows = goods => list(goods).map(g => el('li', {}, `${g.sku}${g.quantity ? ' × ' + g.quantity : ''} · `, money(g.value, currency)));
  const weights = [has(p.weightAtStart) && t(`weighed at pick-up ${p.weightAtStart} g`, `揽收重量 ${p.weightAtStart} 克`), has(p.packedWeight) && t(`packing list ${p.packedWeight} g`, `装箱单 ${p.packedWeight} 克`)].filter(Boolean).join(' · ');
  const parts = [list(p.goodsDue).length && el('ul', {}, rows(p.goodsDue)), list(p.parts).length && el('div', {}, el('small', {}, t('Parts of the product', '商品配件')), el('ul', {}, rows(p.parts))),
    weights && el('p', {}, weights), p.shelves && el('p', {}, t('On the shelves: ', '库存：') + p.shelves),
    p.requestedBy && has(p.resendValue) && el('p', {}, t(`asked for by ${p.requestedBy}`, `由 ${p.requestedBy} 提出`))].filter(Boolean);
  return parts.length ? el('div', {}, parts) : null;
}

/** The parcel that somebody looks for. */
function sent({ proposal: p = {}, zone }) {
  return p.shippedParcel ? el('p', {}, [p.shippedBy, p.shippedParcel, p.shippedAt && t('sent ', '发出 ') + when(p.shippedAt, zone)].filter(Boolean).join(' · ')) : null;
}

/** What of a return is here and what is still expected, for whoever opens the parcels. */
function parcelsOf({ proposal: p = {} }) {
  return p.parcels?.length ? el('div.mg-facts', {}, p.parcels.map(parcel => el('span', {}, el('small', {}, word('parcelState', parcel.state) + ' '), el('b', {}, parcel.trackingNumber)))) : null;
}

/** Which parcels an order went out in, for whoever is to say which one is meant. */
function orderParcels({ proposal: p = {}, zone }) {
  return p.orderParcels?.length ? el('ul.mg-rows', {}, p.orderParcels.map(parcel => el('li', {}, el('b', {}, parcel.trackingNumber), el('span', {}, [parcel.carrier, parcel.lines && t('lines ', '行 ') + parcel.lines, parcel.deliveredAt ? t('delivered ', '签收 ') + when(parcel.deliveredAt, zone) : parcel.lastScanAt && t('last scan ', '最后扫描 ') + when(parcel.lastScanAt, zone)].filter(Boolean).join(' · '))))) : null;
}

function compensation({ proposal: p = {}, currency = 'CNY' }) {
  if (!p.compensationType) return null;
  return el('div.mg-facts', {}, [[t('What', '形式'), p.compensationParts ? p.compensationParts.map(part => `${word('compensationType', part.type)} ${money(part.amount, currency)}`).join(' + ') : word('compensationType', p.compensationType)], [t('Gift', '赠品'), p.giftSku], [t('Why', '原因'), p.compensationReason], [t('In 90 days', '90天内'), t(`${p.given90d} times`, `${p.given90d} 次`)], [t('By', '提出人'), p.requestedBy]]
    .filter(([, value]) => value).map(([label, value]) => el('span', {}, el('small', {}, label + ' '), el('b', {}, value))));
}

/** Words that wait for a second person, with what made the guard stop. */
function held({ proposal: p = {}, zone }) {
  if (!p.heldText) return null;
  return [el('blockquote', {}, p.heldText), el('p', {}, el('small', {}, [p.heldBy, when(p.heldAt, zone)].filter(Boolean).join(' · '))), el('p', {}, p.heldWhy)];
}

function approval({ proposal: p = {} }) {
  return p.approval ? el('p', {}, [word('verdict', p.approval), p.requestedBy && t(`amount set by ${p.requestedBy}`, `金额由 ${p.requestedBy} 提出`)].filter(Boolean).join(' · ')) : null;
}

/** What somebody wrote and another one is to read: a reply for the public, what a dossier shows. */
function draft({ proposal: p = {} }) {
  if (!p.draft && !p.dossier) return null;
  return el('div', {}, p.draft && el('blockquote', {}, p.draft), p.draftWhy && el('p.mg-muted', {}, p.draftWhy), p.dossier && el('p', {}, p.dossier));
}

/** Who is named as the cause, by whom and why; for the lead also what they say to it. */
function naming({ proposal: p = {} }) {
  if (!p.colleague) return null;
  return el('div', {}, el('div.mg-facts', {}, [[t('Named', '被点名'), p.colleague], [t('By', '点名人'), p.namedBy]].map(([label, value]) => el('span', {}, el('small', {}, label + ' '), el('b', {}, value)))),
    el('p', {}, el('small', {}, t('Proof ', '依据 ')), p.namingProof), 'colleagueView' in p && (p.colleagueView ? el('blockquote', {}, p.colleagueView) : el('p', {}, t('Nothing was said, which admits nothing.', '本人未作说明，不视为承认。'))));
}

const said = { triage: ['procedure', 'procedure'], 'return-eligibility': ['verdict', 'verdict'], 'freight-payer': ['returnFreight', 'verdict'], 'refund-approval': ['approval', 'verdict'], liability: ['liability', 'liability'], remedy: ['remedy', 'remedy'], 'statutory-return-floor': ['floor', 'floor'], 'wrong-goods-return': ['wrongGoods', 'wrongGoods'], 'compensation-authority': ['decision', 'compensationDecision'], 'review-triage': ['lane', 'reviewLane'], 'customer-risk': ['level', 'customerRisk'], 'exchange-order': ['order', 'exchangeOrder'], priority: ['priority', 'priority'] };
/** What a table answered, in words. */
function answer({ decision, outcome, outputs = {} }) {
  if (decision === 'inspection-disposition') return [outputs.refundPct >= 0 && `${outputs.refundPct} %`, word('disposition', outputs.disposition)].filter(Boolean).join(' · ');
  const [output, list] = said[decision] || [];
  return [].concat(outputs[output] ?? outcome).map(code => word(list, code)).join(' · ');
}

function verdicts(c, all) {
  const known = list(c.verdicts).filter(v => v.decision !== 'service-clocks');
  const told = known.filter(v => all || v.decision !== 'triage');
  const found = told.length ? told : known;
  if (!found.length) return null;
  return el('ul.mg-verdicts', {}, (all ? found : found.slice(-3)).map(v => el('li', {},
    el('b', {}, word('decision', v.decision)), answer(v) && el('span.mg-pill', {}, answer(v)),
    list(v.rules).map(r => el('p', {}, el('code', {}, r.id), ' ', r.text || '')))));
}

export function evidence(c) {
  const items = list(c.evidenceItems).length ? list(c.evidenceItems) : list(c.evidence);
  if (!items.length) return null;
  return el('div.mg-evidence', {}, items.map(item => {
    const href = item.url || item.href || `/api/v1/cases/${c.caseNumber}/evidence/${item.id}`;
    const label = [word('evidenceKind', item.kind), item.note].filter(Boolean).join(': ');
    const picture = /^image\//.test(item.contentType || '') || /\.(jpe?g|png|webp)$/i.test(item.fileName || item.name || '');
    return el('a', { href, target: '_blank', rel: 'noopener', title: label }, picture ? el('img', { src: href, alt: label, loading: 'lazy' }) : el('span.mg-file', {}, item.fileName || '📎'), el('small', {}, label));
  }));
}

const told = c => (list(c.messages).length ? el('ol.mg-told', {}, list(c.messages).map(m => el('li', {}, el('small', {}, when(m.at, c.zone)), el('p', {}, m.text)))) : null);
const named = (title, content) => content && block(title, content);
const folded = (title, content) => content && el('details.mg-block', {}, el('summary', {}, title), content);

/** Everything needed to decide, and no more: what was asked, by when, for how much, and what the rules say. */
export const summary = c => [head(c), asked(c), clocks(c), lines(c), named(t('Return parcels', '退货包裹'), parcelsOf(c)), named(t('Parcels of the order', '订单包裹'), orderParcels(c)), sums(c), named(t('If it is refunded', '退款预览'), refundPreview(c)), named(t('To be given back', '应返还'), benefit(c)), named(t('Pay-out', '打款'), payOut(c)), named(t('Goods to send', '补发商品'), toSend(c)), named(t('Parcel', '包裹'), sent(c)), named(t('Compensation', '补偿'), compensation(c)), named(t('To be read', '待查看'), draft(c)), named(t('Words held back', '待复核文字'), held(c)), named(t('Named as the cause', '被点名'), naming(c)), approval(c),
  named(t('What the rules say', '规则怎么说'), verdicts(c)),
  named(t('Evidence', '凭证'), evidence(c)), folded(t('What the customer was told', '已告知客户'), told(c))].filter(Boolean);

class MgCase extends HTMLElement {
  connectedCallback() {
    this.setAttribute('ng-non-bindable', '');
    if (!this.firstChild) this.append(el('p.mg-muted', {}, t('Loading the case …', '正在加载案件…')));
  }

  show(c) { this.replaceChildren(...summary(c)); }

  fail(error) { this.replaceChildren(el('p.mg-problem', {}, error.message)); }
}
customElements.define('mg-case', MgCase);

const state = r => word('refundState', r.state);
const stamp = (c, at) => el('small', {}, when(at, c.zone));

/** The whole case: the summary, then what happened, the money and the parcels one by one. */
export const whole = (c, { timeline, refunds, parcels }) => [head(c), asked(c), clocks(c), lines(c), sums(c),
  named(t('What the rules say', '规则怎么说'), verdicts(c, true)), named(t('Evidence', '凭证'), evidence(c)),
  list(refunds).length && block(t('Refunds', '退款'), el('ul.mg-rows', {}, list(refunds).map(r => el('li', {}, el('b', {}, money(r.amount, c.currency)),
    el('span.mg-pill', {}, state(r)), el('span', {}, r.paymentNumber), el('small', {}, [r.refundNumber, r.approvedBy && t('approved by ', '审批人 ') + r.approvedBy].filter(Boolean).join(' · ')), stamp(c, r.settledAt || r.promisedBy),
    list(r.history).length && el('details', {}, el('summary', {}, t('Step by step', '逐步记录')), el('ol', {}, list(r.history).map(s => el('li', {}, stamp(c, s.at), ' ' + [word('refundState', s.to), s.by, s.cause].join(' · '))))))))),
  list(parcels).length && block(t('Parcels', '包裹'), el('ul.mg-rows', {}, list(parcels).map(p => el('li', {}, el('b', {}, p.trackingNumber), el('span', {}, [word('parcelPurpose', p.purpose), p.carrier].filter(Boolean).join(' · ')),
    el('span.mg-pill', {}, p.deliveredAt ? t('delivered', '已签收') : p.lostAt ? t('lost', '丢失') : t('under way', '运输中')), stamp(c, p.deliveredAt || p.sentAt))))),
  named(t('What the customer was told', '已告知客户'), told(c)),
  list(timeline).length && block(t('What happened', '经过'), el('ol.mg-timeline', {}, list(timeline).map(e => el('li', {}, stamp(c, e.at), el('p', {}, e.text), el('small', {}, e.actor || '')))))].filter(Boolean);
