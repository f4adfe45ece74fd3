// The fields of our forms. Each knows its name, whether it is asked now (when="decision=REFUSE"), what is wrong with it, and its answers.
import { codes, el, fieldName, has, hint, money, plain, rest, t, typedMinor, word } from './kit.js';

let next = 0;
const said = (node, name) => node.getAttribute(name) || '';

export class MgField extends HTMLElement {
  connectedCallback() {
    if (this.id) return;
    this.id = 'mg-' + ++next; // Angular must not read what people wrote as its own expressions:
    this.setAttribute('ng-non-bindable', '');
    this.note = el('p.help-block', { id: this.id + '-note', role: 'alert' });
    this.append(el('div.form-group', {}, this.caption(), this.build(), this.note));
  }

  get name() { return said(this, 'name'); }
  get required() { return this.hasAttribute('required'); }
  get called() { return said(this, t('en', 'zh')) || fieldName(this.name); }
  caption() { return el('label.control-label', { htmlFor: this.id + '-in' }, this.called, this.required && el('span.mg-req', { title: t('required', '必填') }, ' *')); }
  input(tag, props) { return (this.control = el(tag + '.form-control', { id: this.id + '-in', 'aria-describedby': this.id + '-note', ...props })); }
  get text() { return (this.control?.value || '').trim(); }
  set text(value) { if (this.control) this.control.value = value ?? ''; }

  /** The case arrived: take over what it proposes, unless the person typed already. */
  show(c) {
    this.currency = c.currency || c.money?.currency || 'CNY';
    const from = said(this, 'prefill');
    const proposed = from ? c.proposal?.[from] ?? c[from] : undefined;
    if (has(proposed) && !this.text) this.propose(proposed);
  }

  propose(value) { this.text = value; }

  asked(answers) {
    const [, name, not, values] = said(this, 'when').match(/^(\w+)(!?)=(.+)$/) || [];
    return !name || values.split(',').includes(String(answers[name])) !== (not === '!');
  }

  problem() { return this.required && !this.text ? t(`Please fill in “${this.called}”.`, `请填写“${this.called}”。`) : ''; }
  answers() { return this.text ? { [this.name]: { type: 'String', value: this.text } } : {}; }
  mark(problem) {
    this.note.textContent = problem || '';
    this.firstElementChild.classList.toggle('has-error', !!problem);
    if (problem) (this.control || this.querySelector('input,select,textarea'))?.setAttribute('aria-invalid', 'true');
    else this.querySelectorAll('[aria-invalid]').forEach(node => node.removeAttribute('aria-invalid'));
  }
}

/** <mg-text name max rows>: a line, or several. */
class MgText extends MgField {
  get max() { return Number(said(this, 'max')) || 255; }
  build() { return said(this, 'rows') ? this.input('textarea', { rows: said(this, 'rows') }) : this.input('input', { type: 'text', autocomplete: 'off' }); }
  problem() {
    const length = [...this.text].length;
    return length > this.max ? t(`“${this.called}” is ${length} characters long, at most ${this.max} are possible.`, `“${this.called}”有 ${length} 个字,最多 ${this.max} 个字。`) : super.problem();
  }
}
customElements.define('mg-text', MgText);

/** <mg-code name list values choice type="Boolean">: a code chosen by its words; `choice` lays few of them out as buttons. */
export class MgCode extends MgField {
  get list() { return said(this, 'list') || this.name; }
  get values() { return said(this, 'values') ? said(this, 'values').split(' ') : codes(this.list); }
  get choice() { return this.hasAttribute('choice'); }
  build() { return this.choice ? this.buttons() : this.select(); }
  caption() { return this.choice ? el('div.control-label', { id: this.id + '-label' }, this.called, this.required && el('span.mg-req', {}, ' *')) : super.caption(); }
  option(code, label) { return el('option', { value: code }, label); }

  select() {
    const control = this.input('select', { onchange: () => this.explain() });
    control.append(this.option('', this.required ? t('– please choose –', '– 请选择 –') : t('– not stated –', '– 未说明 –')), ...this.values.map(code => this.option(code, word(this.list, code))));
    return control;
  }

  buttons() {
    return el('div.mg-choice', { role: 'radiogroup', 'aria-labelledby': this.id + '-label' }, this.values.map(code =>
      el('label', {}, el('input', { type: 'radio', name: this.id, value: code, onchange: () => this.explain() }), el('span', {}, word(this.list, code)))));
  }

  get text() { return this.control ? super.text : this.querySelector('input:checked')?.value || ''; }
  set text(value) {
    if (this.control) super.text = this.values.includes(value) ? value : '';
    else this.querySelectorAll('input').forEach(node => { node.checked = node.value === value; });
  }

  propose(value) { this.text = String(value); this.explain(); }
  explain() { this.mark(''); this.note.textContent = hint(this.list, this.text); }
  problem() { return this.required && !this.text ? t(`Please choose: ${this.called}.`, `请选择:${this.called}。`) : ''; }
  answers() {
    if (!this.text) return {};
    return { [this.name]: said(this, 'type') === 'Boolean' ? { type: 'Boolean', value: this.text === 'true' } : { type: 'String', value: this.text } };
  }
}
customElements.define('mg-code', MgCode);

/** <mg-amount name prefill max>: `prefill` and `max` name sums of the proposal; typed in yuan, sent in fen. */
class MgAmount extends MgField {
  build() { return el('div.input-group.mg-amount', {}, el('span.input-group-addon', {}, money(0).replace(/[\d.]/g, '')), this.input('input', { type: 'text', inputMode: 'decimal', autocomplete: 'off' })); }
  propose(value) { this.text = plain(value, this.currency); }
  show(c) {
    super.show(c);
    this.querySelector('.input-group-addon').textContent = money(0, this.currency).replace(/[\d.]/g, '');
    const limit = c.proposal?.[said(this, 'max')] ?? (said(this, 'max') ? c.money?.left : undefined);
    this.limit = has(limit) ? Number(limit.amount ?? limit) : undefined;
    if (this.limit !== undefined) this.control.placeholder = t('at most ', '最多 ') + plain(this.limit, this.currency);
  }

  get minor() { return this.text ? typedMinor(this.text, this.currency || 'CNY') : undefined; }
  problem() {
    if (this.text && Number.isNaN(this.minor)) return t(`“${this.called}”: please type an amount like 129.00.`, `“${this.called}”:请填写金额,例如 129.00。`);
    if (this.text && this.limit !== undefined && this.minor > this.limit) {
      return t(`“${this.called}”: at most ${money(this.limit, this.currency)} here.`, `“${this.called}”:此处最多 ${money(this.limit, this.currency)}。`);
    }
    return super.problem();
  }

  answers() { return this.text ? { [this.name]: { type: 'Long', value: this.minor } } : {}; }
}
customElements.define('mg-amount', MgAmount);

/** <mg-message name max purpose>: words to the customer, with the count, how they will read, and what the text guard says of them. */
class MgMessage extends MgText {
  get max() { return Number(said(this, 'max')) || 2000; }
  get open() { return said(this, 'purpose') === 'PUBLIC_REPLY'; }
  build() {
    this.count = el('small.mg-muted');
    this.preview = el('blockquote.mg-preview', { hidden: true });
    this.guarded = el('div', { role: 'status' });
    const area = this.input('textarea', { rows: 4, oninput: () => this.look(), onblur: () => this.guard() });
    const look = el('div', {}, area, el('div.mg-under', {}, el('small.mg-muted', {}, this.open ? t('Everybody reads these words as you write them.', '所有人将看到以下原文。') : t('The customer gets these words as you write them.', '客户将收到以下原文。')), this.count), this.guarded, this.preview);
    this.look();
    return look;
  }

  look() {
    this.count.textContent = `${[...this.text].length} / ${this.max}`;
    this.preview.hidden = !this.text;
    this.preview.textContent = this.text;
  }

  /** The server checks again; this only says it before the task is completed. */
  async guard() {
    const words = this.text;
    const body = JSON.stringify({ text: words, purpose: said(this, 'purpose') || 'MESSAGE' });
    const found = words && await rest('/text-checks', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }).catch(() => null);
    if (words !== this.text) return;
    const refused = found?.verdict === 'REFUSE';
    const script = this.open && words === this.proposed; // needs no second reader
    this.guarded.className = !found || found.verdict === 'PASS' || (script && !refused) ? '' : refused ? 'alert alert-danger' : 'alert alert-warning';
    this.guarded.replaceChildren(...(this.guarded.className ? [el('b', {}, refused ? t('These words cannot be sent.', '这段文字不能发出。') : t('A lead reads these words before they leave.', '这段文字须由主管查看后才会发出。')),
      ...found.reasons.map(r => el('p', {}, el('b', {}, r.name), ` · ${r.basis}`, el('br'), t('Lawful instead: ', '可以这样写：') + r.lawfulWording))] : []));
  }

  propose(value) { super.propose(value); this.proposed = this.text; this.look(); this.guard(); }
}
customElements.define('mg-message', MgMessage);

/** <mg-note en zh>: a sentence of the house, in the person's language. */
class MgNote extends HTMLElement {
  connectedCallback() {
    this.setAttribute('ng-non-bindable', '');
    if (!this.firstChild) this.append(el('p.mg-muted', {}, said(this, t('en', 'zh'))));
  }
}
customElements.define('mg-note', MgNote);
