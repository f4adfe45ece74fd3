// What Makegood adds to Cockpit: the case behind a process instance.
import { el, rest, serverTime, t } from '../../tasklist/scripts/kit.js';
import { whole } from '../../tasklist/scripts/case-view.js';

const quiet = request => request.catch(() => []);

async function load(engineApi, processInstanceId) {
  const answer = await fetch(`${engineApi}/process-instance/${processInstanceId}`, { headers: { Accept: 'application/json' } });
  const { businessKey } = await answer.json();
  if (!businessKey) return [el('p.mg-muted', {}, t('This instance belongs to no case.', '该实例不属于任何案件。'))];
  const base = `/cases/${encodeURIComponent(businessKey)}`;
  const [c, timeline, refunds, parcels] = await Promise.all([rest(base), ...['/timeline', '/refunds', '/parcels'].map(part => quiet(rest(base + part)))]);
  serverTime(c.now);
  return whole(c, { timeline, refunds, parcels });
}

export default [
  {
    id: 'mg-case',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 1000,
    properties: { label: t('Case', '案件') },
    render(node, { processInstanceId, api }) {
      const page = el('div.mg-tab', {}, el('p.mg-muted', {}, t('Loading the case …', '正在加载案件…')));
      node.append(page);
      load(api.engineApi, processInstanceId).then(parts => page.replaceChildren(...parts), error => page.replaceChildren(el('p.mg-problem', {}, error.message)));
    }
  }
];
