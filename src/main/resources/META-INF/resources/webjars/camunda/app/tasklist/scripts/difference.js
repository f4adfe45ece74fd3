// <mg-difference>: the head of a task about a difference between our accounts and the gateway's.
import { el, money, rest, t, when, word } from './kit.js';

class MgDifference extends HTMLElement {
  async load(taskId) {
    this.setAttribute('ng-non-bindable', '');
    try {
      const d = await rest(`/tasks/${encodeURIComponent(taskId)}/difference`);
      const fact = ([label, value]) => value && el('span', {}, el('small', {}, label + ' '), value);
      const side = (who, amount, state) => `${who} ${money(amount)} · ${word('accountState', state)}`;
      this.replaceChildren(el('header.mg-head', {}, el('div', {}, el('strong.mg-number', {}, d.number), ' ', word('differenceKind', d.kind)),
        el('div.mg-facts', {}, [[t('Store', '店铺'), d.store], [t('What', '款项'), word('movedKind', d.entryKind)], [t('Case', '案件'), d.caseNumber], [t('Order', '订单'), d.orderNumber],
          [t('Found', '发现时间'), when(d.foundAt)]].map(fact).filter(Boolean)),
        el('p', {}, side(t('Our book:', '我方：'), d.ours, d.ourState), el('br'), side(t('The other side:', '对方：'), d.theirs, d.theirState)),
        el('p', {}, el('strong', {}, t('To be booked: ', '应入账：') + money(d.correction))),
        d.decision && el('p', {}, [word('differenceDecision', d.decision), word('differenceReason', d.reason), d.note, t(`by ${d.settledBy}`, `由 ${d.settledBy} 提出`)].filter(Boolean).join(' · '))));
    } catch (error) {
      this.replaceChildren(el('p.mg-problem', {}, error.message));
    }
  }
}
customElements.define('mg-difference', MgDifference);
