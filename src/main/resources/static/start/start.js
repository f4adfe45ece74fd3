// The start page: who is logged in, and the demo's accounts when this is the demo.
const zh = document.documentElement.lang === 'zh';
const byId = id => document.getElementById(id);
const accounts = [
  ['agent', 'After-sales agent, store north', '客服，north 店'], ['agent2', 'Senior agent, store north', '高级客服，north 店'],
  ['agent-south', 'After-sales agent, store south', '客服，south 店'], ['lead', 'Team lead, both stores', '客服主管，两个店'],
  ['warehouse', 'Returns warehouse', '退货仓'], ['finance', 'Finance', '财务'], ['manager', 'Manager: Cockpit', '经理：Cockpit'], ['admin', 'Accounts and settings', '账号与设置']];

const token = () => decodeURIComponent((document.cookie.match(/(?:^|;\s*)MG-XSRF=([^;]+)/) || [])[1] || '');
const read = path => fetch(path, { headers: { Accept: 'application/json' } }).then(answer => (answer.ok ? answer.json() : null)).catch(() => null);

function greet(me) {
  byId('who').textContent = me.account + (me.teams.length ? ' · ' + me.teams.join(', ') : '');
  byId('who').hidden = byId('leave').hidden = false;
  byId('enter').hidden = true;
  byId('money').hidden = !me.teams.some(team => team === 'finance' || team === 'managers');
  byId('reports').hidden = !me.teams.some(team => team === 'leads' || team === 'managers' || team === 'finance');
  byId('leave').addEventListener('click', async () => {
    await fetch('/logout', { method: 'POST', headers: { 'X-MG-XSRF': token() } });
    location.assign('/');
  });
}

function demo() {
  byId('demo').hidden = byId('sandbox').hidden = false;
  byId('accounts').replaceChildren(...accounts.map(([name, en, cn]) => {
    const link = document.createElement('a');
    link.href = '/login?as=' + name;
    const strong = document.createElement('b');
    strong.textContent = name;
    link.append(strong, zh ? cn : en);
    const item = document.createElement('li');
    item.append(link);
    return item;
  }));
}

const installation = await read('/start/installation.json');
byId('version').textContent = installation?.version || '';
if (installation?.demo) demo();
const me = await read('/api/v1/me');
if (me) greet(me);
