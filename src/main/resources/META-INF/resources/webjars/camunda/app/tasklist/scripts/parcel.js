// <mg-parcel>: the head of a task about a parcel that has no case yet.
import { el, rest, t, when } from './kit.js';

class MgParcel extends HTMLElement {
  async load(taskId) {
    this.setAttribute('ng-non-bindable', '');
    try {
      const p = await rest(`/tasks/${encodeURIComponent(taskId)}/parcel`);
      this.replaceChildren(el('header.mg-head', {}, el('div', {}, el('strong.mg-number', {}, p.trackingNumber)),
        el('div.mg-facts', {}, [[t('Number here', '本仓编号'), p.parcelNumber], [t('Store', '店铺'), p.store], [t('Arrived', '到达时间'), when(p.arrivedAt)], [t('Place', '签收地点'), p.place]]
          .filter(([, value]) => value).map(([label, value]) => el('span', {}, el('small', {}, label + ' '), value)))));
    } catch (error) {
      this.replaceChildren(el('p.mg-problem', {}, error.message));
    }
  }
}
customElements.define('mg-parcel', MgParcel);
