// Binds a form of ours to Tasklist: one line in each form, <script cam-script type="text/form-script">makegood.bind(camForm);</script>
import { caseOf, el, refusals, t } from './kit.js';
import { MgField } from './fields.js';

const fieldsOf = form => [...form.querySelectorAll('*')].filter(node => node instanceof MgField);

/** Shows the fields that are asked now; the answers of the others do not count. */
function ask(form) {
  const given = {};
  for (const field of fieldsOf(form)) {
    field.hidden = !field.asked(given);
    if (!field.hidden) for (const [name, answer] of Object.entries(field.answers())) given[name] = answer.value;
  }
}

function say(form, sentences) {
  const box = form.querySelector('.mg-refused');
  box.hidden = !sentences.length;
  box.replaceChildren(...sentences.map(sentence => el('p', {}, sentence)));
  if (sentences.length) box.scrollIntoView({ block: 'nearest' });
}

function check(form) {
  ask(form);
  const wrong = [];
  for (const field of fieldsOf(form)) {
    const problem = field.hidden ? '' : field.problem();
    field.mark(problem);
    if (problem) wrong.push([field, problem]);
  }
  wrong[0]?.[0].querySelector('input,select,textarea')?.focus();
  return wrong.map(([, problem]) => problem);
}

function hand(camForm, form) {
  for (const field of fieldsOf(form).filter(asked => !asked.hidden)) {
    for (const [name, { type, value }] of Object.entries(field.answers())) camForm.variableManager.createVariable({ name, type, value });
  }
}

function fill(camForm, form) {
  const parcels = [...form.querySelectorAll('mg-parcel, mg-difference')];
  parcels.forEach(node => node.load(camForm.taskId));
  if (parcels.length) return; // there is no case yet
  const heads = [...form.querySelectorAll('mg-case')];
  const show = c => {
    heads.concat(fieldsOf(form)).forEach(node => node.show(c));
    ask(form);
  };
  caseOf(camForm.taskId).then(show).catch(error => heads.forEach(node => node.fail(error)));
}

/** The refusal of the server, in its own words; what the engine's client wraps around them is left out. */
const told = error => (error?.response ? refusals(error.status, error.response.text) : [error?.message || t('This did not work.', '操作失败。')]);

function bind(camForm) {
  const form = camForm.formElement[0];
  form.classList.add('mg-form');
  form.setAttribute('novalidate', '');
  form.dataset.claim = t('Claim this task to work on it.', '请先认领任务，再进行处理。');
  form.append(el('div.mg-refused.alert.alert-danger', { hidden: true, role: 'alert', 'ng-non-bindable': '' }));
  form.addEventListener('change', () => {
    ask(form);
    say(form, []);
  });
  form.addEventListener('click', event => { // at-once names the choice that is the whole answer; with the keyboard one chooses first
    const chosen = event.detail && event.target.closest('[at-once] input');
    if (chosen && chosen.closest('[at-once]').getAttribute('at-once') === chosen.value) setTimeout(() => complete(form)?.click());
  });
  form.addEventListener('input', event => event.target.closest('.has-error') && event.target.closest('[name]')?.mark?.(''));
  ask(form);
  if (camForm.taskId) fill(camForm, form);
  camForm.on('submit', () => {
    const wrong = check(form);
    say(form, wrong.length > 1 ? [t(`${wrong.length} answers need another look; they are marked above.`, `有 ${wrong.length} 处需要修改,已在上方标出。`)] : wrong);
    camForm.submitPrevented = wrong.length > 0;
    if (!wrong.length) hand(camForm, form);
  });
  camForm.on('submit-failed', (_, [error]) => {
    if (camForm.submitPrevented) return;
    say(form, told(error));
    setTimeout(unsaid, 300);
  });
}

/** Tasklist says the refusal once more, with names of fields, and leaves it lying over the next task. */
const unsaid = () => document.querySelectorAll('[notifications-panel] .alert-danger .close').forEach(node => node.click());

/** Tasklist's own button for the form, wherever around it. */
const complete = node => node && (node.querySelector('button[ng-click*="complete"]') || complete(node.parentElement));

globalThis.makegood = { bind };
