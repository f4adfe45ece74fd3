// What Makegood adds to Tasklist: the form kit, the Case tab, and badges in the list.
import './forms.js';
import './lines.js';
import './parcel.js';
import './difference.js';
import { caseOf, el, rest, t, when, zh } from './kit.js';
import { whole } from './case-view.js';

// The engine answers in the person's language too, also when it is not the browser's.
const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (...how) {
  open.apply(this, how);
  this.setRequestHeader('Accept-Language', zh ? 'zh-CN' : 'en');
};

const quiet = request => request.catch(() => []);
async function load(taskId) {
  const c = await caseOf(taskId);
  const base = `/cases/${encodeURIComponent(c.caseNumber)}`;
  const [timeline, refunds, parcels] = await Promise.all(['/timeline', '/refunds', '/parcels'].map(part => quiet(rest(base + part))));
  return whole(c, { timeline, refunds, parcels });
}

// One request for the badges of all cards that were drawn in the same moment.
let waiting = [];
function badge(taskId, node) {
  if (!waiting.length) {
    setTimeout(() => {
      const cards = waiting;
      waiting = [];
      rest('/tasks/badges?ids=' + cards.map(card => encodeURIComponent(card.taskId)).join(',')).then(pressing => cards.forEach(card => mark(card.node, pressing[card.taskId])), () => {});
    }, 60);
  }
  waiting.push({ taskId, node });
}
const late = { OVERDUE: t('overdue', '已超时'), SOON: t('due soon', '即将到期') };
function mark(node, pressing) {
  if (pressing) node.append(el('span.mg-badge' + (pressing.badge === 'OVERDUE' ? '.mg-late' : ''), { title: when(pressing.dueAt) }, late[pressing.badge]));
}

let shown;
export default [
  {
    id: 'mg-case-tab',
    pluginPoint: 'tasklist.task.detail',
    priority: 1000,
    properties: { label: t('Case', '案件') },
    render(node, { taskId }) {
      shown = taskId;
      const page = el('div.mg-tab', {}, el('p.mg-muted', {}, t('Loading the case …', '正在加载案件…')));
      node.append(page);
      load(taskId).then(parts => shown === taskId && page.replaceChildren(...parts), error => page.replaceChildren(el('p.mg-problem', {}, error.message)));
    },
    unmount() { shown = null; }
  },
  { id: 'mg-card', pluginPoint: 'tasklist.card', priority: 10, render(node, { taskId }) { badge(taskId, node); } }
];
