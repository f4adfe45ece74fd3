// Fields with rows and files: what came back per line, which pieces of an order, a file for the case.
import { codes, el, fieldName, money, rest, t, typedMinor, word } from './kit.js';
import { MgCode, MgField } from './fields.js';

async function upload(caseNumber, file, kind, note) {
  const body = new FormData();
  body.append('file', file);
  body.append('kind', kind);
  if (note) body.append('note', note);
  return rest(`/cases/${encodeURIComponent(caseNumber)}/evidence`, { method: 'POST', body });
}

/** A button that stores files with the case at once; they stay there even if the form is left. */
function uploader(caseNumber, kind, note, accept) {
  const kept = el('span.mg-thumbs');
  const problem = el('small.mg-wrong', { role: 'alert' });
  const label = t('Add photos', '添加照片');
  const input = el('input', { type: 'file', multiple: true, accept, 'aria-label': label });
  input.addEventListener('change', async () => {
    problem.textContent = '';
    for (const file of input.files) {
      try {
        await upload(caseNumber(), file, kind(file), note);
        kept.append(file.type.startsWith('image/') ? el('img', { src: URL.createObjectURL(file), alt: file.name }) : el('span.mg-file', {}, file.name));
      } catch (error) {
        problem.textContent = `${file.name}: ${error.message}`;
      }
    }
    input.value = '';
  });
  return el('div.mg-upload', {}, el('label.btn.btn-default.btn-sm', {}, input, '+ ' + label), kept, problem);
}
const pictures = 'image/jpeg,image/png,image/webp,video/mp4,video/quicktime';
const kindOf = file => (file.type.startsWith('video/') ? 'VIDEO' : 'PHOTO');

/** <mg-upload kind>: a file for the case, not an answer of the form. */
class MgUpload extends MgField {
  caption() { return el('div.control-label', {}, this.called); }
  build() { return uploader(() => this.caseNumber, file => this.getAttribute('kind') || kindOf(file), '', pictures + ',application/pdf'); }
  show(c) { this.caseNumber = c.caseNumber; }
  problem() { return ''; }
  answers() { return {}; }
}
customElements.define('mg-upload', MgUpload);

const explainsFewer = ['SHORT_QUANTITY', 'EMPTY_PARCEL', 'WRONG_ITEM_RETURNED', 'COUNTERFEIT_SWAP', 'SERIAL_MISMATCH'];

/** <mg-lines>: one row per announced line; answers receivedQuantity_n, goodsGrade_n, finding_n, receivedSku_n. */
class MgLines extends MgField {
  caption() { return null; }
  build() { return (this.rows = el('div.mg-lines')); }

  show(c) {
    this.othersMissing = (c.proposal?.parcels || []).some(parcel => ['ON_THE_WAY', 'LOST'].includes(parcel.state));
    this.lines = (c.lines || []).map(line => {
      const announced = line.announced ?? line.quantity;
      return { ...line, announced, before: line.receivedQuantity || 0, left: Math.max(0, announced - (line.receivedQuantity || 0)) };
    });
    this.rows.replaceChildren(...this.lines.map(line => this.row(line, c)));
  }

  row(line, c) {
    const id = `${this.id}-${line.line}`;
    const labelled = (name, control) => el('div', {}, el('label', { htmlFor: control.id }, fieldName(name)), control);
    const select = (name, list) => el('select.form-control', { id: `${id}-${name}`, 'data-field': name }, el('option', { value: '' }, '–'), codes(list).map(code => el('option', { value: code }, word(list, code))));
    const number = el('input.form-control', { id: id + '-received', 'data-field': 'receivedQuantity', type: 'number', min: 0, max: 9999, step: 1, placeholder: `0 – ${line.left}` });
    const sku = el('input.form-control', { id: id + '-sku', 'data-field': 'receivedSku', type: 'text', autocomplete: 'off' });
    line.note = el('p.help-block', { role: 'alert' });
    line.node = el('fieldset.mg-line', {},
      el('legend', {}, [line.product || line.name, line.model].filter(Boolean).join(' ') || line.sku, el('small', {}, ` ${line.sku} · ${t('announced', '申报')} ${line.announced}${line.before ? ` · ${t('here already', '已收到')} ${line.before}` : ''} · ${money(line.paid, c.currency)}`)),
      el('div.mg-row', {}, labelled('receivedQuantity', number), labelled('goodsGrade', select('goodsGrade', 'goodsGrade')), labelled('finding', select('finding', 'finding')), labelled('receivedSku', sku)),
      uploader(() => c.caseNumber, kindOf, `${t('line', '第')} ${line.line} ${line.sku}`, pictures), line.note);
    line.node.addEventListener('change', () => {
      line.note.textContent = '';
      line.node.classList.remove('has-error');
    });
    return line.node;
  }

  given(line, name) { return line.node.querySelector(`[data-field=${name}]`).value.trim(); }
  get text() { return (this.lines || []).map(line => this.given(line, 'receivedQuantity')).join(''); }

  wrong(line) {
    const [received, grade, finding] = ['receivedQuantity', 'goodsGrade', 'finding'].map(name => this.given(line, name));
    if (!/^\d{1,4}$/.test(received)) return t('how many pieces came? Type 0 when none did.', '请填写实收件数,没有则填 0。');
    if (!grade && Number(received)) return t('please choose a grade.', '请选择成色。');
    if (!Number(received) && !finding && (this.othersMissing || !line.left)) return '';
    if (!finding) return t('please choose a finding.', '请选择查验结果。');
    if (Number(received) < line.left && !this.othersMissing && !explainsFewer.includes(finding)) return t('fewer pieces came than announced; choose the finding that says so.', '实收少于申报,请选择相符的查验结果。');
    if (Number(received) && finding === 'EMPTY_PARCEL') return t('an empty parcel has no pieces; type 0.', '空包时实收件数应为 0。');
    if (Number(received) > line.left && finding !== 'EXTRA_GOODS') return t('more pieces came than announced; choose “More than announced”.', '实收多于申报,请选择“多出商品”。');
    return '';
  }

  problem() {
    if (!this.lines?.length) return t('The case is not loaded yet.', '案件尚未加载。');
    for (const line of this.lines) {
      line.note.textContent = this.wrong(line);
      line.node.classList.toggle('has-error', !!line.note.textContent);
    }
    const wrong = this.lines.filter(line => line.note.textContent).map(line => line.sku);
    return wrong.length ? t(`Please look at ${wrong.join(', ')} again.`, `请检查:${wrong.join('、')}。`) : '';
  }

  mark(problem) { if (!problem) super.mark(''); }

  answers() {
    const all = {};
    for (const line of this.lines || []) {
      const received = this.given(line, 'receivedQuantity');
      if (received) all[`receivedQuantity_${line.line}`] = { type: 'Integer', value: Number(received) };
      for (const name of ['goodsGrade', 'finding', 'receivedSku']) {
        if (this.given(line, name)) all[`${name}_${line.line}`] = { type: 'String', value: this.given(line, name) };
      }
    }
    return all;
  }
}
customElements.define('mg-lines', MgLines);

/** <mg-rows name data-field="quantity amount goodsGrade">: per line the named numbers, sums, codes and articles, none of them needed here; answers quantity_1 … */
class MgRows extends MgField {
  get fields() { return this.getAttribute('data-field').split(' '); }
  caption() { return null; }
  build() { return (this.rows = el('div.mg-lines')); }

  show(c) {
    this.currency = c.currency || c.money?.currency || 'CNY';
    this.lines = c.lines || [];
    this.rows.replaceChildren(...this.lines.map(line => el('fieldset.mg-line', {},
      el('legend', {}, [line.product, line.model].filter(Boolean).join(' ') || line.sku, el('small', {}, ` ${line.sku} · ${line.quantity} · ${money(line.paid, this.currency)}`)),
      el('div.mg-row', {}, this.fields.map(name => this.cell(line, name))))));
  }

  cell(line, name) {
    const id = `${this.id}-${line.line}-${name}`;
    const props = { id, 'data-line': line.line, 'data-field': name };
    const control = name === 'goodsGrade'
      ? el('select.form-control', props, el('option', { value: '' }, '–'), codes(name).map(code => el('option', { value: code }, word(name, code))))
      : el('input.form-control', { ...props, type: 'text', inputMode: this.article(name) ? 'text' : 'decimal', autocomplete: 'off', placeholder: this.amount(name) ? '0.00' : this.article(name) ? line.newSku || '' : `0 – ${line.quantity}` });
    return el('div', {}, el('label', { htmlFor: id }, fieldName(name)), control);
  }

  amount(name) { return /amount/i.test(name); }
  article(name) { return /sku/i.test(name); }
  get given() { return [...this.rows.querySelectorAll('[data-field]')].filter(node => node.value.trim()); }
  get text() { return this.given.map(node => node.value.trim()).join(''); }
  value(node) {
    const typed = node.value.trim();
    if (node.dataset.field === 'goodsGrade' || this.article(node.dataset.field)) return { type: 'String', value: typed };
    return this.amount(node.dataset.field) ? { type: 'Long', value: typedMinor(typed, this.currency) } : { type: 'Integer', value: /^\d{1,4}$/.test(typed) ? Number(typed) : NaN };
  }

  problem() {
    const wrong = this.given.find(node => Number.isNaN(this.value(node).value));
    return wrong ? t(`Line ${wrong.dataset.line}: please look at “${fieldName(wrong.dataset.field)}” again.`, `第 ${wrong.dataset.line} 行:请检查“${fieldName(wrong.dataset.field)}”。`) : '';
  }

  answers() { return Object.fromEntries(this.given.map(node => [`${node.dataset.field}_${node.dataset.line}`, this.value(node)])); }
}
customElements.define('mg-rows', MgRows);

/** <mg-store name>: the stores that this person serves. */
class MgStore extends MgCode {
  get values() { return []; }
  build() {
    rest('/me').then(me => {
      this.control.append(...me.stores.map(store => this.option(store, store)));
      if (me.stores.length === 1) this.text = me.stores[0];
    }, error => this.mark(error.message));
    return super.build();
  }

  get text() { return this.control.value; }
  set text(value) { this.control.value = value; }
}
customElements.define('mg-store', MgStore);

/** <mg-pieces name store order>: looks the order up and asks which pieces; nothing chosen means the whole order. Answers "1:1,3:2". */
class MgPieces extends MgField {
  build() {
    this.rows = el('div.mg-pieces', {}, el('p.mg-muted', {}, t('Type store and order number first.', '请先填写店铺和订单号。')));
    this.closest('form').addEventListener('change', () => this.find());
    return this.rows;
  }

  sibling(name) { return this.closest('form').querySelector(`[name=${name}]`)?.text || this.given?.[name] || ''; }

  /** In a task the case says which order it is. */
  show(c) { super.show(c); this.given = c; this.find(); }

  async find() {
    const wanted = `/orders/${encodeURIComponent(this.sibling('store'))}/${encodeURIComponent(this.sibling('orderNumber'))}`;
    if (!this.sibling('store') || !this.sibling('orderNumber') || wanted === this.found) return;
    this.found = wanted;
    try {
      const order = await rest(wanted);
      if (this.found === wanted) this.offer(order);
    } catch (error) {
      this.rows.replaceChildren(el('p.mg-wrong', {}, error.message));
    }
  }

  offer(order) {
    const currency = order.currency || 'CNY';
    this.rows.replaceChildren(el('p.mg-muted', {}, t('Nothing chosen means the whole order.', '不选择则为整个订单。')), ...order.lines.map(line => {
      const left = line.quantity - (line.returnedQuantity || 0);
      return el('label.mg-piece', {}, el('input.form-control', { type: 'number', min: 0, max: left, step: 1, 'data-line': line.line, placeholder: '0' }),
        el('span', {}, t(` of ${left} · `, ` / ${left} 件 · `), [line.product, line.model].filter(Boolean).join(' ') || line.sku, el('small', {}, ` ${line.sku} · ${money(line.paid, currency)}`)));
    }));
  }

  get chosen() { return [...this.rows.querySelectorAll('input')].filter(node => Number(node.value) > 0).map(node => `${node.dataset.line}:${Number(node.value)}`); }
  get text() { return this.chosen.join(','); }
  problem() {
    const over = [...this.rows.querySelectorAll('input')].find(node => node.value && !(/^\d+$/.test(node.value) && Number(node.value) <= Number(node.max)));
    return over ? t(`At most ${over.max} pieces of line ${over.dataset.line} can be chosen.`, `第 ${over.dataset.line} 行最多 ${over.max} 件。`) : '';
  }
}
customElements.define('mg-pieces', MgPieces);
